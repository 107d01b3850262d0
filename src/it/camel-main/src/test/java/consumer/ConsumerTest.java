// SPDX-License-Identifier: Apache-2.0
package consumer;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.conversations.camel.ConversationsComponent;
import dev.conversations.model.ConfigurationWebhook;
import dev.conversations.model.Conversation;
import dev.conversations.sandbox.SandboxExtension;
import dev.conversations.webhook.WebhookEvent;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What anybody does with the component, in an application with an HTTP server. */
class ConsumerTest {
    private static final int WAIT = 20_000;
    private static final boolean XML =
            ConsumerTest.class.getResource("/org/apache/camel/dsl/xml/io/XmlRoutesBuilderLoader.class") != null;

    @RegisterExtension
    final SandboxExtension twilio = new SandboxExtension();

    private final Main main = new Main();
    private ProducerTemplate calls;
    private ConsumerTemplate ends;
    private String url;

    private void start(String routes) throws Exception {
        if (routes.startsWith("classpath:")) {
            main.addInitialProperty("camel.main.routesIncludePattern", routes);
        } else {
            main.configure().addRoutesBuilder(new Routes());
        }
        try (ServerSocket free = new ServerSocket(0)) {
            url = "http://localhost:" + free.getLocalPort();
            Map.of("camel.server.enabled", "true",
                    "camel.server.port", String.valueOf(free.getLocalPort()),
                    "camel.component.twilio-conversations.account-sid", twilio.sandbox().accountSid(),
                    "camel.component.twilio-conversations.auth-token", twilio.sandbox().authToken(),
                    "camel.component.twilio-conversations.base-uri", twilio.sandbox().baseUri().toString(),
                    "camel.component.twilio-conversations.public-url", url).forEach(main::addInitialProperty);
            for (String kamelet : List.of("source", "sink")) {
                Map.of("accountSid", TWILIO.sandbox().accountSid(),
                        "authToken", TWILIO.sandbox().authToken(),
                        "baseUri", TWILIO.sandbox().baseUri().toString(),
                        "publicUrl", url).forEach((name, value) ->
                        main.addInitialProperty("camel.kamelet.twilio-conversations-" + kamelet + "." + name, value));
            }
        }
        main.start();
        calls = main.getCamelContext().createProducerTemplate();
        ends = main.getCamelContext().createConsumerTemplate();
    }

    @AfterEach
    void stop() {
        main.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"classpath:routes.camel.yaml", "classpath:routes.xml", "Java"})
    void registersReceivesPollsAndLists(String routes) throws Exception {
        assumeTrue(!routes.endsWith(".xml") || XML, "The XML DSL of this Camel could not be fetched");
        start(routes);
        assertEquals(7, main.getCamelContext().getComponent("twilio-conversations", ConversationsComponent.class)
                .getConfiguration().getMaxRetries(), "of the environment");
        await().atMost(Duration.ofMillis(WAIT)).until(() -> (url + "/twilio/conversations").equals(calls.requestBody(
                "twilio-conversations:configuration-webhooks/fetch", null, ConfigurationWebhook.class).postWebhookUrl()));

        Conversation made = calls.requestBody("twilio-conversations:conversations/create", Map.of("friendlyName", "Grüße"),
                Conversation.class);
        calls.requestBody("twilio-conversations:participants/create", Map.of("conversationSid", made.sid(),
                "messagingBindingAddress", "+15551230001", "messagingBindingProxyAddress", "+15559990001"));
        twilio.sandbox().phone("+15551230001").send("+15559990001", "ü+%");

        assertEquals("ü+%", heard("onMessageAdded").body());
        if (routes.endsWith(".yaml")) {
            assertAnsweredByKamelets(made);
        }
        Conversation polled = ends.receiveBody("seda:seen", WAIT, Conversation.class);
        assertEquals(made.sid(), polled.sid());
        List<?> list = calls.requestBody("twilio-conversations:conversations/list", null, List.class);
        assertTrue(list.stream().anyMatch(one -> one instanceof Conversation c && "Grüße".equals(c.friendlyName())));
    }

    private void assertAnsweredByKamelets(Conversation conversation) {
        assertTrue(ends.receiveBody("seda:answered", WAIT, String.class)
                .contains("\"conversation_sid\":\"" + conversation.sid() + "\""));
        assertEquals("Thank you!", TWILIO.sandbox().phone("+15551230001").received().get(0).body());
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
