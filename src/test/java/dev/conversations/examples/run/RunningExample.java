// SPDX-License-Identifier: Apache-2.0
package dev.conversations.examples.run;

import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.main.SimpleMainShutdownStrategy;

/** The routes of an example with its settings, as Camel Main runs them. */
public final class RunningExample implements AutoCloseable {
    private final Main main = new Main();

    private RunningExample(Example example, Map<String, String> settings) {
        main.setShutdownStrategy(new SimpleMainShutdownStrategy());
        main.setPropertyPlaceholderLocations("file:" + example.folder().resolve("application.properties"));
        main.configure().withRoutesIncludePattern("file:" + example.folder() + "/*.camel.yaml");
        settings.forEach(main::addOverrideProperty);
    }

    /** @param settings win over those of the example, and say where the sandbox is */
    public static RunningExample start(Example example, Map<String, String> settings) {
        RunningExample running = new RunningExample(example, settings);
        try {
            running.main.start();
            return running;
        } catch (RuntimeException e) {
            running.close();
            throw e;
        }
    }

    public CamelContext camel() {
        return main.getCamelContext();
    }

    @Override
    public void close() {
        main.stop();
    }
}
