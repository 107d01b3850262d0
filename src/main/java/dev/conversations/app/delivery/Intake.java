// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.component.jms.JmsMessage;
import org.apache.camel.support.DefaultMessage;

/**
 * The first step of every route that reads a queue or topic: nothing of what came in goes on but its bytes, so no header
 * of a stranger names a queue, a topic, a method or a delay. What else the routes need is in variables:
 *
 * <ul>
 *   <li>{@code arrived}: the bytes, for the dead letter
 *   <li>{@code home}: where it is tried again, which is where it came in
 *   <li>{@code key}: what tells it from others, and keeps it from being sent twice
 *   <li>{@code kind}: {@code Text} or {@code Bytes}, as which it lies on a queue
 *   <li>{@code group}: the key of a record of Kafka
 *   <li>{@code letter}: what the bridge wrote on it, if it is a dead letter of the bridge
 * </ul>
 */
public final class Intake implements Processor {
    /** The variable that holds what came in. */
    static final String ARRIVED = "arrived";
    static final String HOME = "home";
    static final String KEY = "key";
    static final String LETTER = "letter";

    private final Seal seal;

    /** @param seal tells dead letters of the bridge from others */
    public Intake(Seal seal) {
        this.seal = seal;
    }

    /** @throws Undeliverable when it holds neither text nor bytes; nothing of it is kept then */
    @Override
    public void process(Exchange exchange) throws Undeliverable {
        Arrival arrival = arrival(exchange, exchange.getMessage());
        exchange.setMessage(new DefaultMessage(exchange));
        exchange.setVariable(ARRIVED, new byte[0]);
        exchange.setVariable("kind", arrival.isBytes() ? "Bytes" : "Text");
        byte[] body = arrival.body();
        Letter letter = seal.letter(arrival, body);
        exchange.setVariable(ARRIVED, body);
        exchange.setVariable(HOME, arrival.place());
        exchange.setVariable(KEY, letter != null && letter.home().equals(arrival.place())
                ? letter.key()
                : Keys.of(arrival, body));
        exchange.setVariable("group", arrival.group());
        exchange.setVariable(LETTER, letter);
        exchange.getMessage().setBody(body);
    }

    private static Arrival arrival(Exchange exchange, Message message) {
        return message instanceof JmsMessage queued
                ? new QueuedArrival(((JmsEndpoint) exchange.getFromEndpoint()).getDestinationName(), queued.getJmsMessage())
                : new RecordArrival(message);
    }
}
