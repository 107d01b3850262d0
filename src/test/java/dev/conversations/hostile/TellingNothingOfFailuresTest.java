// SPDX-License-Identifier: Apache-2.0
package dev.conversations.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.app.Queues;
import dev.conversations.app.RunningBridge;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Mail servers and a CRM that refuse, and repeat what they were told as they do, get nothing of it into our lines. */
class TellingNothingOfFailuresTest {

    private static final String CUSTOMER = "+15557770043";
    private static final List<String> SECRETS = List.of("5557770043", "Zebrafink", "Quagga", "Okapi", "Narwhal", "desk@far.example");

    @Test
    void whatServersRepeatAsTheyRefuseIsNowhere() throws Exception {
        try (EveryLine log = EveryLine.of(line -> SECRETS.stream().anyMatch(line::contains));
                Parrot smtp = Parrot.smtp();
                Parrot imap = Parrot.imap();
                Parrot crm = Parrot.http();
                RunningBridge bridge = RunningBridge.start(environment(smtp, imap, crm))) {
            bridge.sandbox().phone(CUSTOMER).send("+15559990000", "Zebrafink");
            Queues queues = new Queues(bridge);

            await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
                assertThat(smtp.refused()).anyMatch(line -> line.contains("desk@far.example"));
                assertThat(imap.refused()).anyMatch(line -> line.contains("Narwhal"));
                assertThat(crm.refused()).anyMatch(line -> line.contains("Okapi"));
                assertThat(queues.waiting("conversations.dead-letters")).isNotEmpty();
            });

            assertThat(log.loggers()).anyMatch(logger -> logger.startsWith("dev.conversations."));
            assertThat(log.lines()).filteredOn(line -> line.grave() || line.logger().startsWith("dev.conversations")).isEmpty();
            assertThat(queues.dead().reason()).isNotBlank().doesNotContain(SECRETS);
        }
    }

    private static Map<String, String> environment(Parrot smtp, Parrot imap, Parrot crm) {
        Map<String, String> environment = new TreeMap<>(Map.of(
                "SMTP_HOST", "localhost", "SMTP_PORT", String.valueOf(smtp.port()), "SMTP_SECURITY", "none",
                "IMAP_HOST", "localhost", "IMAP_PORT", String.valueOf(imap.port()), "IMAP_SECURITY", "none",
                "IMAP_USERNAME", "Quagga", "IMAP_PASSWORD", "Narwhal"));
        environment.putAll(Map.of("MAIL_SECRET", "Narwhal", "MAIL_SUPPORT", "desk@far.example", "MAIL_BRIDGE", "bridge@far.example",
                "MAIL_DEAD_LETTERS", "lost@far.example"));
        environment.putAll(Map.of("HUBSPOT_ENABLED", "true", "HUBSPOT_URL", "http://localhost:" + crm.port(), "HUBSPOT_TOKEN", "Okapi"));
        return environment;
    }
}
