// SPDX-License-Identifier: Apache-2.0
package example;

import org.apache.camel.main.Main;

/** The application: the routes of this package, with the options of application.properties. */
public final class Orders {
    private Orders() {}

    public static void main(String[] arguments) throws Exception {
        new Main(Orders.class).run(arguments);
    }
}
