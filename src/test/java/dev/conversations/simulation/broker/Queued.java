// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.broker;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A message on a queue.
 *
 * @param number tells the order in which the broker took messages
 * @param properties what senders wrote on it, in headers that brokers keep
 */
public record Queued(long number, String queue, byte[] body, boolean isText, Map<String, String> properties) {

    private static final String GROUP = "JMSXGroupID";
    private static final String DUPLICATE = "_AMQ_DUPL_ID";

    /** Those of a group go to one consumer; null for none. */
    String group() {
        return properties.get(GROUP);
    }

    /** By which the broker knows that it has had it; null for none. */
    String duplicate() {
        return properties.get(DUPLICATE);
    }

    String id() {
        return "ID:" + number;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** A queue's name is no secret, what is on it is. */
    @Override
    public String toString() {
        return queue + " " + number;
    }
}
