// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import dev.conversations.api.Timing;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.InvalidClientIDException;
import jakarta.jms.JMSException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something that one process at a time may use, of all that have this broker. It is held by a connection with an ID of
 * which a broker takes one at a time: so it ends with the process, however that ends, and nothing is left behind.
 *
 * @see <a href="https://jakarta.ee/specifications/messaging/3.1/apidocs/jakarta.messaging/jakarta/jms/connection#setClientID(java.lang.String)">
 *     Connection.setClientID</a>
 */
public final class SoleUse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SoleUse.class);

    private static final int MOST_TRIES = 10;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ConnectionFactory broker;
    private final String name;
    private final Timing timing;
    private Connection connection;
    private volatile boolean lost = true;

    SoleUse(ConnectionFactory broker, String name, Timing timing) {
        this.broker = broker;
        this.name = name;
        this.timing = timing;
    }

    /** Whether it is ours; it is asked for again where the connection was lost, or somebody else had it. */
    public synchronized boolean isOurs() {
        if (lost) {
            close();
            try {
                ask();
            } catch (JMSException e) {
                close();
                LOG.debug("Not ours ({})", e.getClass().getName());
            }
        }
        return !lost;
    }

    /**
     * Whether somebody else has it, and keeps it for some seconds: a broker takes a while to see that a process was killed.
     * False as well when the broker does not tell. Else it is ours from now on.
     */
    public boolean isTaken() throws InterruptedException {
        for (int tries = 1; isRefused(); tries++) {
            if (tries == MOST_TRIES) {
                return true;
            }
            timing.sleep(PAUSE);
        }
        return false;
    }

    private synchronized boolean isRefused() {
        try {
            ask();
            return false;
        } catch (InvalidClientIDException e) {
            close();
            return true;
        } catch (JMSException e) {
            LOG.debug("The broker does not tell ({})", e.getClass().getName());
            close();
            return false;
        }
    }

    @Override
    public synchronized void close() {
        lost = true;
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (JMSException e) {
            LOG.debug("The connection was gone before ({})", e.getClass().getName());
        } finally {
            connection = null;
        }
    }

    private void ask() throws JMSException {
        connection = broker.createConnection();
        Connection asked = connection;
        asked.setClientID(name);
        asked.setExceptionListener(e -> {
            if (asked == connection) {
                lost = true;
            }
        });
        asked.start();
        lost = false;
    }
}
