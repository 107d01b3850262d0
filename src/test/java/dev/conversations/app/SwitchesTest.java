// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.app.mail.server.Mailbox;
import java.util.List;
import java.util.Map;
import org.apache.camel.Route;
import org.junit.jupiter.api.Test;

/** Bridges that are switched off. */
class SwitchesTest {
    private static final String SHOP = "+15559990000";

    @Test
    void withoutMailThereIsNoMailServerAndQueuesWork() throws Exception {
        try (RunningBridge bridge = RunningBridge.start(Map.of("EMAIL_ENABLED", "false"))) {
            assertThat(routes(bridge)).contains("conversation-to-queue", "queue-to-conversation")
                    .noneMatch(id -> id.contains("mail"));
            assertThat(bridge.surroundings().describe()).contains("mail      none");
            assertThat(bridge.surroundings().stage()).isEmpty();

            Queues queues = new Queues(bridge);
            var customer = bridge.sandbox().phone("+15551230001");
            queues.put("conversations.replies", "{\"conversationSid\":\"%s\",\"body\":\"Yes\"}"
                    .formatted(customer.send(SHOP, "Hello").conversationSid()));
            await().until(() -> customer.received().size() == 1);
        }
    }

    @Test
    void withoutQueuesMailWorks() throws Exception {
        try (RunningBridge bridge = RunningBridge.start(Map.of("QUEUES_ENABLED", "false"))) {
            assertThat(routes(bridge)).contains("queue-to-email", "email-to-conversation")
                    .doesNotContain("conversation-to-queue", "queue-to-conversation");

            bridge.sandbox().phone("+15551230001").send(SHOP, "Hello");
            Mailbox support = bridge.mailbox("bridge.mail.support");
            await().until(() -> support.mails().size() == 1);
        }
    }

    private static List<String> routes(RunningBridge bridge) {
        return bridge.camel().getRoutes().stream().map(Route::getRouteId).toList();
    }
}
