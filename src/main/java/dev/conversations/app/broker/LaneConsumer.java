// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import dev.conversations.app.work.Lanes;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.apache.camel.component.jms.DefaultJmsMessageListenerContainer;
import org.apache.camel.component.jms.JmsEndpoint;
import org.apache.camel.component.jms.MessageListenerContainerFactory;
import org.apache.camel.spi.ExecutorServiceManager;

/**
 * Takes messages from a queue and works on them in lanes, so that one whose message is tried again for minutes holds up no
 * other. Each message is acknowledged by itself, once its work is done; what was not done when the process ends, or failed,
 * comes again.
 */
public final class LaneConsumer extends DefaultJmsMessageListenerContainer {
    /** What both clients call the mode in which messages are acknowledged one by one. */
    private static final int INDIVIDUAL_ACKNOWLEDGE = 101;
    private static final long PATIENCE_MILLIS = 1_000;

    private final ExecutorServiceManager threads;
    private final ExecutorService workers;
    private final InHand inHand;

    private LaneConsumer(JmsEndpoint endpoint, int atOnce, Function<Message, String> laneOf) {
        super(endpoint);
        this.threads = endpoint.getCamelContext().getExecutorServiceManager();
        this.workers = threads.newFixedThreadPool(this, endpoint.getDestinationName(), atOnce);
        this.inHand = new InHand(new Listening(), new Lanes(workers), laneOf);
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
        return inHand.by(connection.createSession(false, INDIVIDUAL_ACKNOWLEDGE));
    }

    @Override
    protected Message receiveMessage(MessageConsumer consumer) throws JMSException {
        inHand.requireSound();
        return super.receiveMessage(consumer);
    }

    @Override
    protected void doExecuteListener(Session session, Message message) {
        inHand.take(message);
    }

    @Override
    public void shutdown() {
        threads.shutdownGraceful(workers, PATIENCE_MILLIS);
        super.shutdown();
    }

    /** The container as those messages see it. */
    private final class Listening implements InHand.Container {
        @Override
        public boolean isRunning() {
            return LaneConsumer.this.isRunning();
        }

        @Override
        public boolean isActive() {
            return LaneConsumer.this.isActive();
        }

        @Override
        public void work(Session session, Message message) throws JMSException {
            invokeListener(session, message);
        }

        @Override
        public void failed(Exception why) {
            handleListenerException(why);
        }
    }
}
