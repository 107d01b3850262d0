// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.proof;

import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Message;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Programs of the shop, at the broker: they put replies on a queue, and take what lies on others. For one thread. */
final class Programs implements AutoCloseable {
    private static final String REPLIES = "conversations.replies";
    private static final long PATIENCE_MILLIS = 2000;

    private final ActiveMQConnectionFactory broker;
    private JMSContext jms;

    /** @param port of the broker, which may go and come back */
    Programs(int port) {
        broker = new ActiveMQConnectionFactory(
                "tcp://localhost:" + port + "?initialConnectAttempts=-1&reconnectAttempts=-1&retryInterval=200&retryIntervalMultiplier=1");
        jms = broker.createContext();
    }

    /** Puts a reply on the queue; once, though the broker may fall and not say whether it has taken it. */
    void reply(String id, String json) {
        boolean taken = false;
        while (!taken) {
            try {
                jms.createProducer().setProperty("_AMQ_DUPL_ID", id).send(jms.createQueue(REPLIES), json);
                taken = true;
            } catch (JMSRuntimeException e) {
                jms.close();
                jms = broker.createContext();
            }
        }
    }

    /** Takes all that lies on a queue, in its order. */
    List<String> all(String queue) throws JMSException {
        List<String> all = new ArrayList<>();
        try (JMSConsumer consumer = jms.createConsumer(jms.createQueue(queue))) {
            for (Message next = consumer.receive(PATIENCE_MILLIS); next != null; next = consumer.receive(PATIENCE_MILLIS)) {
                all.add(next.getBody(String.class));
            }
        }
        return all;
    }

    @Override
    public void close() {
        jms.close();
        broker.close();
    }
}
