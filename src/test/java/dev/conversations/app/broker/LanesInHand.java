// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import dev.conversations.app.work.Lanes;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** What a {@link LaneConsumer} does with the messages in its hand, for a consumer with another way to the broker. */
public final class LanesInHand {
    private final InHand inHand;

    /** Works on a message. */
    public interface Work {
        void on(Message message) throws JMSException;
    }

    /** @param running whether messages are to be worked on now */
    public LanesInHand(Executor workers, Function<Message, String> laneOf, BooleanSupplier running, Work work) {
        inHand = new InHand(new InHand.Container() {
            @Override
            public boolean isRunning() {
                return running.getAsBoolean();
            }

            @Override
            public boolean isActive() {
                return running.getAsBoolean();
            }

            @Override
            public void work(Session session, Message message) throws JMSException {
                work.on(message);
            }

            @Override
            public void failed(Exception why) {
                // the exchange has told of it
            }
        }, new Lanes(workers), laneOf);
    }

    public void by(Session session) {
        inHand.by(session);
    }

    public void requireSound() throws JMSException {
        inHand.requireSound();
    }

    public void take(Message message) {
        inHand.take(message);
    }
}
