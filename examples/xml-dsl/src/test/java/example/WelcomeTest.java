// SPDX-License-Identifier: Apache-2.0
package example;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.conversations.model.ConfigurationWebhook;
import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.SandboxExtension;
import java.net.ServerSocket;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WelcomeTest {
    private static final String SHOP = "+15559990000";

    @RegisterExtension
    static final SandboxExtension TWILIO = new SandboxExtension();

    private final Main main = Application.main();

    @BeforeEach
    void start() throws Exception {
        WithSandbox.settings(TWILIO.sandbox()).forEach(main::addOverrideProperty);
        try (ServerSocket free = new ServerSocket(0)) {
            main.addOverrideProperty("camel.server.port", String.valueOf(free.getLocalPort()));
        }
        main.start();
        ProducerTemplate calls = main.getCamelTemplate();
        calls.requestBody("twilio-conversations:addresses/create",
                Map.of("type", "sms", "address", SHOP, "autoCreationEnabled", true));
        await().until(() -> calls.requestBody("twilio-conversations:configuration-webhooks/fetch", null,
                ConfigurationWebhook.class).postWebhookUrl() != null);
    }

    @AfterEach
    void stop() {
        main.stop();
    }

    @Test
    void whoWritesForTheFirstTimeIsWelcomedOnce() {
        Phone phone = TWILIO.sandbox().phone("+15551230001");
        phone.send(SHOP, "Hello");
        await().until(() -> phone.received().size() == 1);
        phone.send(SHOP, "Anybody there?");
        Phone another = TWILIO.sandbox().phone("+15551230002");
        another.send(SHOP, "Hello");
        await().until(() -> another.received().size() == 1);

        assertEquals(1, phone.received().size());
        assertEquals("Welcome! One of us will answer you soon.", phone.received().get(0).body());
    }
}
