// SPDX-License-Identifier: Apache-2.0
package example;

import org.apache.camel.main.Main;

/** The application; its settings are in application.properties. */
public final class Application {

    private Application() {}

    public static void main(String[] arguments) throws Exception {
        main().run(arguments);
    }

    static Main main() {
        Main main = new Main();
        main.configure().addRoutesBuilder(new Welcome());
        return main;
    }
}
