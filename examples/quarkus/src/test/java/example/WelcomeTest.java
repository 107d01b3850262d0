// SPDX-License-Identifier: Apache-2.0
package example;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.conversations.model.ConfigurationWebhook;
import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.Sandbox;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BesideSandbox.class)
class WelcomeTest {
    private static final String SHOP = "+15559990000";

    @Inject
    ProducerTemplate calls;

    private Sandbox twilio;

    @BeforeEach
    void listen() {
        calls.requestBody("twilio-conversations:addresses/create",
                Map.of("type", "sms", "address", SHOP, "autoCreationEnabled", true));
        await().until(() -> calls.requestBody("twilio-conversations:configuration-webhooks/fetch", null,
                ConfigurationWebhook.class).postWebhookUrl() != null);
    }

    @Test
    void whoWritesForTheFirstTimeIsWelcomedOnce() {
        Phone phone = twilio.phone("+15551230001");
        phone.send(SHOP, "Hello");
        await().until(() -> phone.received().size() == 1);
        phone.send(SHOP, "Anybody there?");
        Phone another = twilio.phone("+15551230002");
        another.send(SHOP, "Hello");
        await().until(() -> another.received().size() == 1);

        assertEquals(1, phone.received().size());
        assertEquals("Welcome! One of us will answer you soon.", phone.received().get(0).body());
    }
}
