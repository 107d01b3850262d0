package dev.conversations.app.broker;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import java.io.IOException;
import java.util.Collections;

/**
 * Moves dead letters to the queue from which they are tried again.
 *
 * @param deadLetters the queue they lie on
 * @param replay the queue they go to
 */
record ReplayCommand(String deadLetters, String replay) {
    private static final long PATIENCE_MILLIS = 1_000;

    /** Moves those that lie there now, so that one that fails again is not moved for ever; tells how many. */
    int all(ConnectionFactory broker) throws IOException {
        try (JMSContext jms = broker.createContext(JMSContext.SESSION_TRANSACTED)) {
            int waiting = count(jms);
            return waiting == 0 ? 0 : move(jms, waiting);
        } catch (JMSException e) {
            throw new IOException("The broker does not show its queue", e);
        }
    }

    private int move(JMSContext jms, int most) {
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

    private int count(JMSContext jms) throws JMSException {
        try (QueueBrowser browser = jms.createBrowser(jms.createQueue(deadLetters))) {
            return Collections.list(browser.getEnumeration()).size();
        }
    }
}
