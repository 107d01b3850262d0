// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.app.delivery.Payload;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The queues of a bridge. */
public record Queues(RunningBridge bridge) {
    private static final long PATIENCE = 20_000;

    /** What was kept because it could not be delivered. */
    public record Dead(String reason, String route, String home, String body, Message message) {}

    public void put(String queue, String text) {
        put(queue, text, Map.of());
    }

    public void put(String queue, String text, Map<String, String> headers) {
        try (JMSContext jms = bridge.connectionFactory().createContext()) {
            JMSProducer producer = jms.createProducer();
            headers.forEach(producer::setProperty);
            producer.send(jms.createQueue(queue), text);
        }
    }

    /** Lets a dead letter be tried again: moves it as it is, as an operator's tool does. */
    public void again(Dead dead) {
        try (JMSContext jms = bridge.connectionFactory().createContext()) {
            jms.createProducer().send(jms.createQueue("conversations.replay"), dead.message());
        }
    }

    /** The next dead letter, which it removes. */
    public Dead dead() throws Exception {
        Message message = next("conversations.dead-letters");
        return new Dead(message.getStringProperty("BridgeReason"), message.getStringProperty("BridgeRoute"),
                message.getStringProperty("BridgeReplay"), new String(Payload.of(message), UTF_8), message);
    }

    /** The next message on a queue, which it removes. */
    public Message next(String queue) {
        try (JMSContext jms = bridge.connectionFactory().createContext();
                JMSConsumer consumer = jms.createConsumer(jms.createQueue(queue))) {
            Message message = consumer.receive(PATIENCE);
            assertThat(message).as("a message on " + queue).isNotNull();
            return message;
        }
    }

    /** Removes all messages that wait on a queue. */
    public void take(String queue) {
        try (JMSContext jms = bridge.connectionFactory().createContext();
                JMSConsumer consumer = jms.createConsumer(jms.createQueue(queue))) {
            while (consumer.receiveNoWait() != null) {
                // gone
            }
        }
    }

    /** The messages that wait on a queue, which it leaves. */
    public List<?> waiting(String queue) throws JMSException {
        try (JMSContext jms = bridge.connectionFactory().createContext();
                QueueBrowser browser = jms.createBrowser(jms.createQueue(queue))) {
            return Collections.list(browser.getEnumeration());
        }
    }
}
