// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** The bridge's own routes, but for CRMs, commands and mailboxes. */
final class RouteFiles {
    private static final List<String> NAMES = List.of("delivery", "message-once", "conversation-to-queue", "queue-to-conversation",
            "conversation-to-email", "kafka", "outcomes");

    private final List<Resource> files = NAMES.stream().map(RouteFiles::read).toList();

    private static Resource read(String name) {
        try {
            String yaml = Files.readString(Path.of("routes", name + ".camel.yaml"));
            return ResourceHelper.fromString(name + ".camel.yaml", waitingByAlarm(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Camel sleeps in real time before it tries again, unless it is to set an alarm; the thread that asked waits all the same. */
    private static String waitingByAlarm(String yaml) {
        return yaml.replaceAll("(?m)^( +)redeliveryDelay: .+$", "$0\n$1asyncDelayedRedelivery: true");
    }

    void load(CamelContext context) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(files);
    }
}
