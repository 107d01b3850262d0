// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Route;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bridge whose account tells it of nothing, as if all webhooks were lost. */
class MissedTest {
    private static final String SHOP = "+15559990000";
    private static final String QUEUE = "conversations.messages";

    @TempDir
    private Path directory;
    private Sandbox account;

    @BeforeEach
    void start() {
        account = Sandbox.start();
    }

    @AfterEach
    void stop() {
        account.close();
    }

    @Test
    void whatWasSentWhileTheBridgeWasDownIsOnItsQueueOnceAndItsOwnAnswersAreNot() throws Exception {
        try (RunningBridge bridge = bridge(Map.of())) {
            assertThat(bridge.property("bridge.repair")).isEqualTo("true");
            assertThat(bridge.camel().getRoutes().stream().filter(route -> route.getEndpoint().getEndpointUri().contains("repair=true")))
                    .as("what asks Twilio every minute").extracting(Route::getId)
                    .containsExactlyInAnyOrder("conversation-to-queue", "conversation-to-outcomes");
            bridge.camel().createProducerTemplate().requestBody("twilio-conversations:addresses/create",
                    Map.of("type", "sms", "address", SHOP, "autoCreationEnabled", true));
            await().until(() -> directory.resolve("cursors").toFile().length() > 0);
        }
        account.phone("+15551230001").send(SHOP, "Hello");
        String conversation = account.phone("+15551230001").send(SHOP, "Anybody there?").conversationSid();
        try (RunningBridge bridge = bridge(Map.of())) {
            Queues queues = new Queues(bridge);
            assertThat(queues.next(QUEUE).getBody(String.class)).contains("\"Body\":\"Hello\"", "\"Repaired\":\"true\"");
            assertThat(queues.next(QUEUE).getBody(String.class)).contains("\"Body\":\"Anybody there?\"");
            queues.put("conversations.replies", "{\"conversationSid\":\"%s\",\"body\":\"Yes\"}".formatted(conversation));
            await().until(() -> account.phone("+15551230001").received().size() == 1);
        }
        account.phone("+15551230001").send(SHOP, "Good");
        try (RunningBridge bridge = bridge(Map.of())) {
            assertThat(new Queues(bridge).next(QUEUE).getBody(String.class)).contains("\"Body\":\"Good\"");
            assertThat(new Queues(bridge).waiting(QUEUE)).isEmpty();
        }
    }

    @Test
    void withTheSandboxItIsOffUnlessAskedForAndWithARealAccountItCanBeSwitchedOff() throws Exception {
        try (RunningBridge bridge = RunningBridge.start(Map.of("EMAIL_ENABLED", "false"))) {
            assertThat(bridge.property("bridge.repair")).isEqualTo("false");
        }
        try (RunningBridge bridge = RunningBridge.start(Map.of("EMAIL_ENABLED", "false", "REPAIR", "true"))) {
            assertThat(bridge.property("bridge.repair")).isEqualTo("true");
        }
        try (RunningBridge bridge = bridge(Map.of("REPAIR", "false"))) {
            assertThat(bridge.property("bridge.repair")).isEqualTo("false");
        }
    }

    private RunningBridge bridge(Map<String, String> more) throws Exception {
        Map<String, String> environment = new TreeMap<>(Map.of(
                "TWILIO_ACCOUNT_SID", account.accountSid(), "TWILIO_AUTH_TOKEN", account.authToken(),
                "TWILIO_BASE_URI", account.baseUri().toString(), "EMAIL_ENABLED", "false", "BROKER_DATA", directory.toString()));
        environment.putAll(more);
        return RunningBridge.start(environment);
    }
}
