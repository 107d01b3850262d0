// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.app.Queues;
import dev.conversations.app.Queues.Dead;
import dev.conversations.app.RunningBridge;
import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.Sandbox;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dead letters that are tried again. */
class ReplayTest {
    private static final String SHOP = "+15559990000";

    private static RunningBridge bridge;
    private static Sandbox sandbox;
    private static Queues queues;

    @BeforeAll
    static void start() throws Exception {
        bridge = RunningBridge.start(Map.of());
        sandbox = bridge.sandbox();
        queues = new Queues(bridge);
    }

    @AfterAll
    static void stop() {
        bridge.close();
    }

    @Test
    void aReplyIsSentOnceWhatItLackedIsThere() throws Exception {
        queues.put("conversations.replies", "{\"conversationSid\":\"order-1\",\"body\":\"It is here\"}");
        String key = replayed(message -> {
            assertThat(message.getStringProperty("BridgeReplay")).isEqualTo("conversations.replies");
            Phone.Sent sent = sandbox.phone("+15551230031").send(SHOP, "Hello");
            twilio("conversations/update", Map.of("sid", sent.conversationSid(), "uniqueName", "order-1"));
        });

        await().until(() -> !sandbox.phone("+15551230031").received().isEmpty());
        assertThat(sandbox.phone("+15551230031").received()).extracting(Phone.Received::body)
                .containsExactly("It is here");
        List<?> messages = (List<?>) twilio("messages/list", Map.of("conversationSid", "order-1"));
        assertThat(messages).last().asString().isNotNull();
        assertThat(((dev.conversations.model.Message) messages.get(1)).attributes()).contains(key);
    }

    @Test
    void aMailIsReadAgain() throws Exception {
        String mail = "From: ada@example.com\nMessage-ID: <again@example.com>\nSubject: Lost\n\nIs anybody there?\n";
        MimeMessage sent = new MimeMessage((Session) null,
                new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
        sent.setRecipients(MimeMessage.RecipientType.TO, "bridge@example.com");
        bridge.mailbox("bridge.mail.support").send(sent);
        replayed(message -> assertThat(message.getStringProperty("BridgeReplay")).isEqualTo("conversations.mails"));

        Dead again = queues.dead();
        assertThat(again.route()).isEqualTo("mails-again");
        assertThat(again.reason()).isEqualTo("The mail answers no conversation that is known here.");
        assertThat(again.body()).contains("Subject: Lost", "Is anybody there?");
    }

    @Test
    void whatTheBridgeDidNotSignIsKeptAgainAndGoesNowhere() throws Exception {
        queues.put("conversations.replay", "{}", Map.of("BridgeReplay", "somebody.elses"));

        Dead dead = queues.dead();
        assertThat(dead.route()).isEqualTo("replay");
        assertThat(dead.home()).isNull();
        assertThat(dead.reason()).startsWith("It is no dead letter that this bridge signed, or it was changed")
                .doesNotContain("somebody.elses");
    }

    @Test
    void nobodyPutsACommandOnItsQueueWhileCommandsAreOff() throws Exception {
        String command = "{\"operation\": \"roles/list\", \"arguments\": {}}";
        Map<String, String> claimed = Map.of("BridgeReplay", "conversations.commands", "BridgeKey", "4711",
                "BridgeSignature", "0".repeat(64), "CamelJmsDestinationName", "conversations.commands",
                "cAMELJmsDestinationName", "conversations.commands");
        try (JMSContext jms = bridge.connectionFactory().createContext()) {
            JMSProducer producer = jms.createProducer().setJMSReplyTo(jms.createQueue("conversations.commands"));
            claimed.forEach(producer::setProperty);
            producer.send(jms.createQueue("conversations.replay"), command);

            assertThat(queues.dead().body()).isEqualTo(command);
            assertThat(jms.createConsumer(jms.createQueue("conversations.commands")).receive(200)).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({"BridgeReplay, conversations.email", "BridgeReplay, conversations.commands", "BridgeKey, 0123abcd",
        "BridgeSignature, 0123abcd", "body, Another"})
    void aLetterThatWasChangedGoesNowhere(String what, String value) throws Exception {
        queues.put("conversations.replies", "Hello");
        Dead dead = queues.dead();
        Map<String, String> headers = new TreeMap<>();
        for (String name : List.of("BridgeReplay", "BridgeKey", "BridgeSignature")) {
            headers.put(name, dead.message().getStringProperty(name));
        }
        queues.put("conversations.replay", dead.body(), headers);
        assertThat(queues.dead().route()).isEqualTo("queue-to-conversation");
        String body = headers.replace(what, value) == null ? value : dead.body();
        queues.put("conversations.replay", body, headers);

        Dead again = queues.dead();
        assertThat(again.route()).isEqualTo("replay");
        assertThat(again.body()).isEqualTo(body);
        assertThat(again.message().getStringProperty("BridgeKey")).isNull();
        assertThat(again.message().getStringProperty("BridgeSignature")).isNull();
    }

    @Test
    void aLetterWhoseRouteIsStoppedIsKeptUntilItRuns() throws Exception {
        queues.put("conversations.replies", "Hello");
        Dead dead = queues.dead();
        bridge.camel().getRouteController().stopRoute("queue-to-conversation");
        queues.again(dead);

        Dead kept = queues.dead();
        assertThat(kept.reason()).startsWith("No route that runs reads what its header BridgeReplay names: it can be ")
                .contains("conversations.email", "conversations.mails")
                .doesNotContain("conversations.replies", "conversations.replay", "conversations.commands");
        bridge.camel().getRouteController().startRoute("queue-to-conversation");
        queues.again(kept);
        assertThat(queues.dead().route()).isEqualTo("queue-to-conversation");
    }

    private interface Check {
        void on(Message message) throws Exception;
    }

    /** Moves the next dead letter to the queue of replays, as an operator's tool does; returns its key. */
    private static String replayed(Check check) throws Exception {
        try (JMSContext jms = bridge.connectionFactory().createContext();
                JMSConsumer dead = jms.createConsumer(jms.createQueue("conversations.dead-letters"))) {
            Message message = dead.receive(10_000);
            assertThat(message).as("a dead letter").isNotNull();
            check.on(message);
            String key = message.getStringProperty("BridgeKey");
            jms.createProducer().send(jms.createQueue("conversations.replay"), message);
            return key;
        }
    }

    private static Object twilio(String operation, Map<String, Object> options) throws Exception {
        try (ProducerTemplate twilio = bridge.camel().createProducerTemplate()) {
            return twilio.requestBody("twilio-conversations:" + operation, options);
        }
    }
}
