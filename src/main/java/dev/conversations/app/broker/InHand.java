// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import dev.conversations.app.work.Lanes;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The messages that a consumer has in hand: those of one lane are worked on in their order, several lanes at once, and each is
 * acknowledged by itself, once its work is done. What failed, and what was not done when its session ended, comes again.
 */
final class InHand {
    /** So many at most: those at work, and those that wait in their lanes. */
    private static final int MOST = 500;
    private static final long PATIENCE_MILLIS = 1_000;

    private final Container container;
    private final Lanes lanes;
    private final Function<Message, String> laneOf;
    private final Semaphore room = new Semaphore(MOST);
    private volatile Hand hand;

    /** What takes them from the queue, and has them worked on. */
    interface Container {
        /** Whether they are to be worked on now. */
        boolean isRunning();

        /** Whether it is not stopped for good. */
        boolean isActive();

        /** Works on one; whatever it throws means that the message comes again. */
        void work(Session session, Message message) throws JMSException;

        void failed(Exception why);
    }

    /** @param laneOf the lane of a message; throws nothing */
    InHand(Container container, Lanes lanes, Function<Message, String> laneOf) {
        this.container = container;
        this.lanes = lanes;
        this.laneOf = laneOf;
    }

    /** From now on they come by this session, and those of the one before come again. */
    Session by(Session session) {
        if (hand != null) {
            hand.failed = true;
        }
        hand = new Hand(session);
        return session;
    }

    /** @throws JMSException when something failed: what is in hand comes again by a new session */
    void requireSound() throws JMSException {
        if (hand.failed) {
            hand.giveBack();
            throw new JMSException("What was not done is asked for again");
        }
    }

    /** Takes one more, as soon as there is room; one for which there is none before the container is stopped, or its thread interrupted, comes again. */
    void take(Message message) {
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
        } else {
            current.failed = true;
        }
    }

    private void work(Hand current, Message message) {
        if (current.failed || !container.isRunning()) {
            current.failed = true;
            return;
        }
        try {
            container.work(current.session, message);
            current.done(message);
        } catch (JMSException | RuntimeException e) {
            current.failed = true;
            container.failed(e);
        }
    }

    private boolean isRoom() {
        try {
            while (!room.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                if (!container.isActive()) {
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
