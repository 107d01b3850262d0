// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import dev.conversations.app.work.Lanes;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.camel.component.jms.DefaultJmsMessageListenerContainer;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.component.jms.MessageListenerContainerFactory;
import org.apache.camel.spi.ExecutorServiceManager;

/**
 * Takes messages from a queue and works on them in lanes: those of one lane in their order, several lanes at once, so that
 * one whose message is tried again for minutes holds up no other. Each message is acknowledged by itself, once its work is
 * done; what was not done when the process ends, or failed, comes again.
 */
public final class LaneConsumer extends DefaultJmsMessageListenerContainer {
    /** What both clients call the mode in which messages are acknowledged one by one. */
    private static final int INDIVIDUAL_ACKNOWLEDGE = 101;
    /** How many messages are in hand: those at work, and those that wait in their lanes. */
    private static final int IN_HAND = 500;
    private static final long PATIENCE_MILLIS = 1_000;

    private final ExecutorServiceManager threads;
    private final ExecutorService workers;
    private final Lanes lanes;
    private final Function<Message, String> laneOf;
    private final Semaphore room = new Semaphore(IN_HAND);
    private volatile Hand hand;

    private LaneConsumer(JmsEndpoint endpoint, int atOnce, Function<Message, String> laneOf) {
        super(endpoint);
        this.threads = endpoint.getCamelContext().getExecutorServiceManager();
        this.workers = threads.newFixedThreadPool(this, endpoint.getDestinationName(), atOnce);
        this.lanes = new Lanes(workers);
        this.laneOf = laneOf;
    }

    /**
     * Makes such consumers.
     *
     * @param atOnce how many lanes are worked on at once
     * @param laneOf the lane of a message; throws nothing
     */
    public static MessageListenerContainerFactory of(int atOnce, Function<Message, String> laneOf) {
        return endpoint -> new LaneConsumer(endpoint, atOnce, laneOf);
    }

    @Override
    protected Session createSession(Connection connection) throws JMSException {
        if (hand != null) {
            hand.failed = true;
        }
        hand = new Hand(connection.createSession(false, INDIVIDUAL_ACKNOWLEDGE));
        return hand.session;
    }

    /** @throws JMSException when something failed: what is in hand comes again from a new consumer */
    @Override
    protected Message receiveMessage(MessageConsumer consumer) throws JMSException {
        if (hand.failed) {
            hand.giveBack();
            throw new JMSException("What was not done is asked for again");
        }
        return super.receiveMessage(consumer);
    }

    @Override
    protected void doExecuteListener(Session session, Message message) throws JMSException {
        Hand current = hand;
        String lane = laneOf.apply(message);
        if (isRoom()) {
            lanes.put(lane, () -> {
                try {
                    work(current, message);
                } finally {
                    room.release();
                }
            });
        }
    }

    @Override
    public void shutdown() {
        threads.shutdownGraceful(workers, PATIENCE_MILLIS);
        super.shutdown();
    }

    private void work(Hand current, Message message) {
        if (current.failed || !isRunning()) {
            current.failed = true;
            return;
        }
        try {
            invokeListener(current.session, message);
            current.done(message);
        } catch (JMSException | RuntimeException e) {
            current.failed = true;
            handleListenerException(e);
        }
    }

    /** Whether there is room for another message, in the end; false when the consumer was stopped for good. */
    private boolean isRoom() {
        try {
            while (!room.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                if (!isActive()) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The messages of one session, which takes one call at a time. */
    private static final class Hand {
        private final Session session;
        /** Whether what is not done yet comes again. */
        private volatile boolean failed;

        Hand(Session session) {
            this.session = session;
        }

        /** What cannot be acknowledged since the session is lost comes again. */
        synchronized void done(Message message) {
            try {
                if (!failed) {
                    message.acknowledge();
                }
            } catch (JMSException e) {
                failed = true;
            }
        }

        synchronized void giveBack() throws JMSException {
            session.recover();
        }
    }
}
