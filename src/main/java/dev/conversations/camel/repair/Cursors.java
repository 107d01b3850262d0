// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import java.time.Instant;
import org.apache.camel.spi.StateRepository;

/**
 * How far the repair of a route got, as a repository keeps it.
 *
 * @param key begins every key
 */
record Cursors(StateRepository<String, String> states, String key) {

    /** How far it got with one kind of thing in a conversation; null at first. */
    String get(String conversation, String kind) {
        return states.getState(key + " " + conversation + " " + kind);
    }

    void set(String conversation, String kind, String cursor) {
        states.setState(key + " " + conversation + " " + kind, cursor);
    }

    /** An instant that is kept under a name; it is written when it is not yet there. */
    Instant instant(String name, Instant first) {
        String text = states.getState(key + " " + name);
        if (text != null) {
            return Instant.parse(text);
        }
        keep(name, first);
        return first;
    }

    void keep(String name, Instant instant) {
        states.setState(key + " " + name, instant.toString());
    }
}
