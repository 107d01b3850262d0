// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.broker;

import jakarta.jms.Message;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.jms.JmsMessage;

/** A message from a queue as a route meets it. Its headers are not read: the bridge's routes ask the message of the client. */
final class Taken extends JmsMessage {

    Taken(Exchange exchange, Message message) {
        super(exchange, message, null, null);
    }

    @Override
    protected void populateInitialHeaders(Map<String, Object> headers) {
        // there are none
    }

    @Override
    protected Object createBody() {
        return getJmsMessage();
    }

    @Override
    public Taken newInstance() {
        return new Taken(getExchange(), getJmsMessage());
    }
}
