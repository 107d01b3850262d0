// SPDX-License-Identifier: Apache-2.0
package example;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.conversations.model.ConfigurationWebhook;
import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.Sandbox;
import java.net.ServerSocket;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
class WelcomeTest {
    private static final String SHOP = "+15559990000";
    private static final Sandbox TWILIO = Sandbox.start();

    @Autowired
    private ProducerTemplate calls;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws Exception {
        WithSandbox.settings(TWILIO).forEach((name, value) -> registry.add(name, () -> value));
        try (ServerSocket free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            registry.add("server.port", () -> port);
        }
    }

    @BeforeEach
    void listen() {
        calls.requestBody("twilio-conversations:addresses/create",
                Map.of("type", "sms", "address", SHOP, "autoCreationEnabled", true));
        await().until(() -> calls.requestBody("twilio-conversations:configuration-webhooks/fetch", null,
                ConfigurationWebhook.class).postWebhookUrl() != null);
    }

    @AfterAll
    static void stop() {
        TWILIO.close();
    }

    @Test
    void whoWritesForTheFirstTimeIsWelcomedOnce() {
        Phone phone = TWILIO.phone("+15551230001");
        phone.send(SHOP, "Hello");
        await().until(() -> phone.received().size() == 1);
        phone.send(SHOP, "Anybody there?");
        Phone another = TWILIO.phone("+15551230002");
        another.send(SHOP, "Hello");
        await().until(() -> another.received().size() == 1);

        assertEquals(1, phone.received().size());
        assertEquals("Welcome! One of us will answer you soon.", phone.received().get(0).body());
    }
}
