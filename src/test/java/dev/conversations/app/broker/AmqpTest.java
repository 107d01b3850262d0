// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.app.RunningBridge;
import dev.conversations.app.start.Port;
import dev.conversations.app.start.Services;
import dev.conversations.sandbox.Phone;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same routes with a broker that is no Artemis and speaks AMQP 1.0. */
class AmqpTest {
    private static final String SHOP = "+15559990000";

    @TempDir
    private static Path directory;

    private static final Services SERVICES = new Services();
    private static RunningBridge bridge;
    private static ConnectionFactory queues;

    @BeforeAll
    static void start() throws Exception {
        Port port = Port.claim(RunningBridge.settings(Map.of()), "bridge.broker.port", "a broker");
        AmqpBroker broker = SERVICES.started(AmqpBroker.start(directory, port, List.of(
                "conversations.messages", "conversations.replies", "conversations.dead-letters",
                "conversations.commands", "conversations.command-replies")));
        bridge = SERVICES.started(RunningBridge.start(Map.of(
                "BROKER_URL", broker.url(),
                "BROKER_USERNAME", AmqpBroker.USER,
                "BROKER_PASSWORD", AmqpBroker.PASSWORD,
                "COMMANDS_ENABLED", "true")));
        queues = BrokerConnections.to(broker.url(), AmqpBroker.USER, AmqpBroker.PASSWORD);
    }

    @AfterAll
    static void stop() {
        SERVICES.close();
    }

    @Test
    void aMessageGoesOutAsJsonGroupedByConversation() throws Exception {
        Phone.Sent sent = customer(1).send(SHOP, "Héllo");

        Message message = next("conversations.messages");
        while (!message.getBody(String.class).contains(sent.messageSid())) {
            message = next("conversations.messages");
        }
        assertThat(message.getBody(String.class)).contains("\"Body\":\"Héllo\"");
        assertThat(message.getStringProperty("JMSXGroupID")).isEqualTo(sent.conversationSid());
    }

    @Test
    void anAnswerComesIn() {
        Phone customer = customer(2);
        put("conversations.replies", "{\"conversationSid\":\"%s\",\"author\":\"shop\",\"body\":\"Welcome\"}"
                .formatted(customer.send(SHOP, "Hello").conversationSid()));

        await().until(() -> customer.received().stream().anyMatch(it -> it.body().equals("Welcome")));
    }

    @Test
    void aCommandIsAnswered() throws Exception {
        put("conversations.commands", "{\"id\":\"7\",\"operation\":\"roles/list\",\"arguments\":{\"limit\":1}}");

        Message reply = next("conversations.command-replies");
        assertThat(reply.getJMSCorrelationID()).isEqualTo("7");
        assertThat(reply.getBody(String.class)).contains("\"sid\":\"RL");
    }

    @Test
    void whatCannotBeSentBecomesADeadLetterWithItsReason() throws Exception {
        put("conversations.replies", "{\"conversationSid\":\"CH0123456789abcdef0123456789abcdef\",\"body\":\"Lost\"}");

        Message dead = next("conversations.dead-letters");
        assertThat(dead.getBody(String.class)).contains("\"body\":\"Lost\"");
        assertThat(dead.getStringProperty("BridgeReason")).startsWith("messages/list: 404");
        assertThat(dead.getStringProperty("BridgeRoute")).isEqualTo("queue-to-conversation");
    }

    private static Phone customer(int number) {
        return bridge.sandbox().phone("+1555123000" + number);
    }

    private static void put(String queue, String text) {
        try (JMSContext jms = queues.createContext()) {
            jms.createProducer().send(jms.createQueue(queue), text);
        }
    }

    private static Message next(String queue) {
        try (JMSContext jms = queues.createContext();
                JMSConsumer consumer = jms.createConsumer(jms.createQueue(queue))) {
            Message message = consumer.receive(10_000);
            assertThat(message).as("a message on " + queue).isNotNull();
            return message;
        }
    }
}
