// SPDX-License-Identifier: Apache-2.0
package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.conversations.camel.ConversationsComponent;
import dev.conversations.model.Conversation;
import dev.conversations.sandbox.SandboxExtension;
import dev.conversations.webhook.WebhookEvent;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What anybody does with the component, in an application with an HTTP server. */
class ConsumerTest {
    private static final int WAIT = 20_000;
    private static final String COMPONENT = "camel.component.twilio-conversations.";
    private static final boolean XML =
            ConsumerTest.class.getResource("/org/apache/camel/dsl/xml/io/XmlRoutesBuilderLoader.class") != null;

    @RegisterExtension
    final SandboxExtension twilio = new SandboxExtension();

    private final Main main = new Main();
    private ProducerTemplate calls;
    private ConsumerTemplate ends;

    private void start(String routes, String profile) throws Exception {
        if (profile != null) {
            main.addInitialProperty("camel.main.profile", profile);
        }
        if (routes.startsWith("classpath:")) {
            main.addInitialProperty("camel.main.routesIncludePattern", routes);
        } else {
            main.configure().addRoutesBuilder(new Routes());
        }
        Map<String, String> settings = new HashMap<>(twilio.properties("http://localhost:" + freePort()));
        settings.put("camel.server.enabled", "true");
        settings.put("camel.server.port", settings.get(COMPONENT + "public-url").replaceAll(".*:", ""));
        for (String kamelet : List.of("source", "sink")) {
            Map.of("accountSid", "account-sid", "authToken", "auth-token", "baseUri", "base-uri", "publicUrl", "public-url")
                    .forEach((name, option) -> settings.put(
                            "camel.kamelet.twilio-conversations-" + kamelet + "." + name, settings.get(COMPONENT + option)));
        }
        // The profile prod of later lines of Camel takes no secret in plain text.
        for (String secret : List.of("account-sid", "auth-token")) {
            settings.put("twilio." + secret, settings.put(COMPONENT + secret, "{{twilio." + secret + "}}"));
        }
        settings.forEach(main::addInitialProperty);
        main.start();
        calls = main.getCamelContext().createProducerTemplate();
        ends = main.getCamelContext().createConsumerTemplate();
    }

    @AfterEach
    void stop() {
        main.stop();
    }

    @ParameterizedTest
    @CsvSource({"classpath:routes.camel.yaml, prod", "classpath:routes.xml,", "Java, dev"})
    void registersReceivesPollsAndListsInEachProfile(String routes, String profile) throws Exception {
        assumeTrue(!routes.endsWith(".xml") || XML, "The XML DSL of this Camel could not be fetched");
        start(routes, profile);
        assertEquals(7, main.getCamelContext().getComponent("twilio-conversations", ConversationsComponent.class)
                .getConfiguration().getMaxRetries(), "of the environment");
        twilio.awaitRegistered(main.getCamelContext());

        Conversation made = calls.requestBody("twilio-conversations:conversations/create", Map.of("friendlyName", "Grüße"),
                Conversation.class);
        calls.requestBody("twilio-conversations:participants/create", Map.of("conversationSid", made.sid(),
                "messagingBindingAddress", "+15551230001", "messagingBindingProxyAddress", "+15559990001"));
        twilio.phone("+15551230001").send("+15559990001", "ü+%");

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
        assertEquals("Thank you!", twilio.phone("+15551230001").awaitReceived(1).get(0).body());
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
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
