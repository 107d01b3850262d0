// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.broker;

import dev.conversations.simulation.plan.Channel;
import dev.conversations.simulation.plan.Mishap;
import dev.conversations.simulation.way.Host;
import jakarta.jms.JMSException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsConstants;
import org.apache.camel.support.DefaultProducer;

/** Sends messages to the broker. */
final class QueueProducer extends DefaultProducer {
    private final QueueEndpoint endpoint;

    QueueProducer(QueueEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        Queues queues = endpoint.queues;
        Host host = queues.host;
        Object named = exchange.getMessage().removeHeader(JmsConstants.JMS_DESTINATION_NAME);
        String queue = named == null ? endpoint.getDestinationName() : named.toString();
        Mishap mishap = queues.fate.next(Channel.QUEUE, host.life(), queue);
        host.pass(0, mishap == Mishap.SLOW ? 3_000 : 5);
        if (mishap == Mishap.AWAY) {
            queues.broker.goAway();
        }
        if (mishap == Mishap.KILLED_BEFORE) {
            host.kill();
        }
        queues.broker.requireThere();
        if (mishap == Mishap.ERROR_BEFORE) {
            throw new JMSException("The broker does not take it");
        }
        byte[] body = exchange.getMessage().getBody(byte[].class);
        boolean isText = !"Bytes".equals(exchange.getMessage().getHeader(JmsConstants.JMS_MESSAGE_TYPE));
        Map<String, String> properties = properties(exchange);
        Runnable send = () -> queues.broker.put(queue, body, isText, properties);
        Transaction transaction = endpoint.aside ? null : exchange.getProperty(QueueEndpoint.TRANSACTION, Transaction.class);
        if (transaction == null) {
            send.run();
        } else if (mishap != Mishap.ERROR_AFTER) {
            transaction.add(send);
        }
        if (mishap == Mishap.KILLED_AFTER) {
            host.kill();
        }
        if (mishap == Mishap.ERROR_AFTER) {
            throw new JMSException("Nothing was heard of the broker");
        }
    }

    /** Headers of Camel stay with Camel. */
    private static Map<String, String> properties(Exchange exchange) {
        Map<String, String> properties = new TreeMap<>();
        exchange.getMessage().getHeaders().forEach((name, value) -> {
            if (value != null && !name.startsWith("Camel")) {
                properties.put(name, value.toString());
            }
        });
        return properties;
    }
}
