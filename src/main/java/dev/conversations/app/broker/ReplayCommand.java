// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.util.function.ToLongFunction;

/**
 * Moves dead letters to the queue from which they are tried again.
 *
 * @param deadLetters the queue they lie on
 * @param replay the queue they go to
 */
record ReplayCommand(String deadLetters, String replay) {
    private static final long PATIENCE_MILLIS = 1_000;

    /**
     * Moves those that lie there now, so that one that fails again is not moved for ever; tells how many.
     *
     * @param waiting how many lie on a queue
     */
    int all(ConnectionFactory broker, ToLongFunction<String> waiting) {
        long most = waiting.applyAsLong(deadLetters);
        try (JMSContext jms = broker.createContext(JMSContext.SESSION_TRANSACTED)) {
            return most == 0 ? 0 : move(jms, most);
        }
    }

    private int move(JMSContext jms, long most) {
        try (JMSConsumer letters = jms.createConsumer(jms.createQueue(deadLetters))) {
            int moved = 0;
            Message letter = letters.receive(PATIENCE_MILLIS);
            while (letter != null) {
                jms.createProducer().send(jms.createQueue(replay), letter);
                jms.commit();
                letter = ++moved == most ? null : letters.receive(PATIENCE_MILLIS);
            }
            return moved;
        }
    }
}
