// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;

/**
 * A message on a JMS queue.
 *
 * @param place the name of the queue
 */
record QueuedArrival(String place, Message message) implements Arrival {

    @Override
    public String group() {
        return null;
    }

    @Override
    public byte[] body() throws Undeliverable {
        return Payload.of(message);
    }

    @Override
    public boolean isBytes() {
        return message instanceof BytesMessage;
    }

    @Override
    public String id() {
        try {
            return message.getJMSMessageID();
        } catch (JMSException e) {
            return null;
        }
    }

    @Override
    public String property(String name) {
        try {
            return message.getStringProperty(name);
        } catch (JMSException e) {
            return null;
        }
    }
}
