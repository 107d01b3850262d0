// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.broker;

import dev.conversations.app.broker.LanesInHand;
import dev.conversations.simulation.plan.Channel;
import dev.conversations.simulation.plan.Mishap;
import dev.conversations.simulation.time.Later;
import dev.conversations.simulation.way.Host;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExecutorServiceManager;

/** A consumer from its start to its stop: it takes messages one after the other, some at once, or into lanes. */
final class Taking {
    /** How many lanes are worked on at once. */
    private static final int LANES = 8;
    /** After which a lost connection is tried again. */
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final QueueEndpoint endpoint;
    private final QueueConsumer consumer;
    private final Queues queues;
    private final Host host;
    private final List<Taker> open = new ArrayList<>();
    private boolean on = true;

    Taking(QueueEndpoint endpoint, QueueConsumer consumer) {
        this.endpoint = endpoint;
        this.consumer = consumer;
        this.queues = endpoint.queues;
        this.host = queues.host;
    }

    void start() {
        ExecutorServiceManager threads = endpoint.getCamelContext().getExecutorServiceManager();
        ExecutorService loops = threads.newCachedThreadPool(consumer, endpoint.getDestinationName());
        if (endpoint.lanes) {
            Hands hands = new Hands(threads.newFixedThreadPool(consumer, "lanes", LANES));
            loops.execute(() -> loop(hands));
        } else {
            for (int number = 0; number < endpoint.getConfiguration().getConcurrentConsumers(); number++) {
                loops.execute(() -> loop(new Alone()));
            }
        }
    }

    void suspend() {
        on = false;
        List.copyOf(open).forEach(Taker::wake);
    }

    void stop() {
        suspend();
        List.copyOf(open).forEach(Taker::close);
        open.clear();
    }

    /** How messages are worked on. */
    private interface Way {
        void begin(Taker taker);

        void take(Taker taker) throws JMSException, InterruptedException;
    }

    private void loop(Way way) {
        while (on) {
            Taker taker = null;
            try {
                taker = queues.broker.open(host.life(), endpoint.getDestinationName());
                open.add(taker);
                way.begin(taker);
                while (on) {
                    way.take(taker);
                }
            } catch (JMSException lost) {
                close(taker);
                pause();
            } catch (InterruptedException stopped) {
                on = false;
            }
        }
    }

    private void close(Taker taker) {
        if (open.remove(taker)) {
            taker.close();
        }
    }

    private void pause() {
        try {
            host.scheduler().sleep(AGAIN);
        } catch (InterruptedException stopped) {
            on = false;
        }
    }

    /** One after the other; what is sent meanwhile is on its queues when the message is done. */
    private final class Alone implements Way {
        @Override
        public void begin(Taker taker) {
            // nothing is in hand
        }

        @Override
        public void take(Taker taker) throws JMSException, InterruptedException {
            Queued queued = taker.receive();
            if (queued != null) {
                Transaction transaction = new Transaction();
                Message message = AsJms.message(queued, () -> taker.acknowledge(queued));
                try {
                    work(taker, message, endpoint.getConfiguration().isTransacted() ? transaction : null);
                    transaction.commit(message::acknowledge);
                } catch (JMSException failed) {
                    taker.recover();
                    pause();
                }
            }
        }
    }

    /** Those of a lane one after the other, in the bridge's own hands. */
    private final class Hands implements Way {
        private final LanesInHand inHand;
        private final Map<Message, Taker> takers = new HashMap<>();

        Hands(ExecutorService workers) {
            inHand = new LanesInHand(workers, queues.habits.laneOf(), () -> on, this::work);
        }

        @Override
        public void begin(Taker taker) {
            inHand.by(AsJms.session(taker));
        }

        @Override
        public void take(Taker taker) throws JMSException, InterruptedException {
            inHand.requireSound();
            Queued queued = taker.receive();
            if (queued != null) {
                Message message = AsJms.message(queued, () -> taker.acknowledge(queued));
                takers.put(message, taker);
                inHand.take(message);
            }
        }

        private void work(Message message) throws JMSException {
            Taker taker = takers.remove(message);
            try {
                Taking.this.work(taker, message, null);
            } catch (JMSException failed) {
                taker.wake();
                throw failed;
            }
        }
    }

    private void work(Taker taker, Message message, Transaction transaction) throws JMSException {
        Mishap mishap = queues.fate.next(Channel.TAKE, host.life(), endpoint.getDestinationName());
        if (mishap == Mishap.KILLED_BEFORE) {
            host.kill();
        }
        if (mishap == Mishap.RESET_BEFORE) {
            taker.lose();
        }
        if (queues.habits.acknowledgesFirst()) {
            message.acknowledge();
        }
        boolean done = isDone(message, transaction);
        if (mishap == Mishap.KILLED_AFTER) {
            host.kill();
        }
        if (mishap == Mishap.RESET_AFTER) {
            taker.lose();
        }
        if (!done && !queues.habits.acknowledgesFirst()) {
            throw new JMSException("It was not done");
        }
    }

    private boolean isDone(Message message, Transaction transaction) {
        Exchange exchange = consumer.createExchange(false);
        exchange.setMessage(new Taken(exchange, message));
        exchange.setProperty(QueueEndpoint.TRANSACTION, transaction);
        Later<Void> end = new Later<>(host.scheduler());
        consumer.getAsyncProcessor().process(exchange, inOneGo -> end.complete(null));
        try {
            host.scheduler().await(end);
        } catch (InterruptedException stopped) {
            return false;
        }
        boolean done = !exchange.isFailed();
        queues.habits.failures().accept(exchange.getException());
        consumer.releaseExchange(exchange, false);
        return done;
    }
}
