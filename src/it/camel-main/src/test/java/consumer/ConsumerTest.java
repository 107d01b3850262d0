package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.conversations.model.Conversation;
import dev.conversations.sandbox.SandboxExtension;
import dev.conversations.webhook.WebhookEvent;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What anybody does with the component, in an application with an HTTP server. */
class ConsumerTest {
    private static final int WAIT = 20_000;

    @RegisterExtension
    static final SandboxExtension TWILIO = new SandboxExtension();

    private final Main main = new Main();
    private ProducerTemplate calls;
    private ConsumerTemplate ends;

    @BeforeEach
    void start() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
            Map.of("camel.server.enabled", "true",
                    "camel.server.port", String.valueOf(port),
                    "camel.main.routesIncludePattern", "classpath:routes.camel.yaml").forEach(main::addInitialProperty);
        }
        TWILIO.properties("http://localhost:" + port).forEach(main::addInitialProperty);
        main.start();
        calls = main.getCamelContext().createProducerTemplate();
        ends = main.getCamelContext().createConsumerTemplate();
    }

    @AfterEach
    void stop() {
        main.stop();
    }

    @Test
    void registersReceivesPollsAndLists() {
        TWILIO.awaitRegistered(main.getCamelContext());

        Conversation made = calls.requestBody("twilio-conversations:conversations/create", Map.of("friendlyName", "Grüße"),
                Conversation.class);
        calls.requestBody("twilio-conversations:participants/create", Map.of("conversationSid", made.sid(),
                "messagingBindingAddress", "+15551230001", "messagingBindingProxyAddress", "+15559990001"));
        TWILIO.phone("+15551230001").send("+15559990001", "ü+%");

        assertEquals("ü+%", heard("onMessageAdded").body());
        Conversation polled = ends.receiveBody("seda:seen", WAIT, Conversation.class);
        assertEquals(made.sid(), polled.sid());
        List<?> list = calls.requestBody("twilio-conversations:conversations/list", null, List.class);
        assertTrue(list.stream().anyMatch(one -> one instanceof Conversation c && "Grüße".equals(c.friendlyName())));
    }

    private WebhookEvent heard(String type) {
        while (true) {
            WebhookEvent event = ends.receiveBody("seda:heard", WAIT, WebhookEvent.class);
            assertNotNull(event, type + " never came");
            if (event.eventType().equals(type)) {
                return event;
            }
        }
    }
}
