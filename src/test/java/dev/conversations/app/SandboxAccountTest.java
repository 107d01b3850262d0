// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.sandbox.Phone;
import dev.conversations.webhook.WebhookEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

class SandboxAccountTest {

    @Test
    void aRouteMayAskForAnyEventThatTellsWhatHasHappened() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        try (RunningBridge bridge = RunningBridge.start(Map.of())) {
            bridge.camel().addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("twilio-conversations:events/all?only=onConversationAdded,onParticipantAdded,onMessageAdded")
                            .process(exchange -> told.add(
                                    exchange.getMessage().getBody(WebhookEvent.class).eventType()));
                }
            });

            Phone customer = bridge.sandbox().phone("+15551230001");
            customer.send(bridge.property("bridge.sandbox.number"), "Hello");

            await().untilAsserted(() -> assertThat(told)
                    .containsExactlyInAnyOrder("onConversationAdded", "onParticipantAdded", "onMessageAdded"));
        }
    }
}
