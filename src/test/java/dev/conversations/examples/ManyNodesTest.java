// SPDX-License-Identifier: Apache-2.0
package dev.conversations.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.examples.run.Example;
import dev.conversations.examples.run.Nodes;
import dev.conversations.examples.run.RunExample;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.testing.FreePort;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyNodesTest {
    private static final Duration LONG = Duration.ofSeconds(90);

    @Test
    void eachMessageIsWorkedOnByOneNodeAlsoWhenOneIsKilled(@TempDir Path data) throws Exception {
        Path log = data.resolve("log");
        Map<String, String> environment = Map.of("REPAIR_DELAY", "200", "LOCKS_DIRECTORY", data.resolve("locks").toString());
        try (Sandbox sandbox = Sandbox.start();
                Nodes nodes = Nodes.start(Example.named("many-nodes"), sandbox, 0, List.of(FreePort.next(), FreePort.next()),
                        environment, Redirect.appendTo(log.toFile()))) {
            RunExample.listen(sandbox);
            await().atMost(LONG).untilAsserted(() -> assertThat(Files.readString(log)).containsPattern("(?s) runs[.].* runs[.]"));
            await().atMost(LONG).until(() -> {
                sandbox.phone("+15551230000").send(Play.SHOP, "until they are registered");
                return !rows(nodes).isEmpty();
            });
            Set<String> sent = new HashSet<>();
            await().atMost(LONG).until(() -> {
                sent.add(sandbox.phone("+15551230001").send(Play.SHOP, "before").messageSid());
                return rows(nodes).containsValue("node 1") && rows(nodes).containsValue("node 2");
            });
            nodes.processes().get(0).destroyForcibly();
            for (int i = 0; i < 10; i++) {
                sent.add(sandbox.phone("+15551230002").send(Play.SHOP, "after").messageSid());
            }

            await().atMost(LONG).untilAsserted(() -> assertThat(rows(nodes).keySet()).containsAll(sent));
            assertThat(Files.readString(log)).doesNotContain("+1555");
        }
    }

    private static Map<String, String> rows(Nodes nodes) throws Exception {
        try (var connection = DriverManager.getConnection(nodes.databaseUrl(), "sa", "");
                ResultSet rows = connection.createStatement().executeQuery("SELECT message_sid, node FROM work")) {
            Map<String, String> found = new HashMap<>();
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
            return found;
        }
    }
}
