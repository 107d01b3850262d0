// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.broker;

import dev.conversations.simulation.time.Life;
import jakarta.jms.JMSException;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** A consumer of a queue, as its broker knows it. */
final class Taker {
    final Life life;
    final String queue;
    final Set<String> groups = new HashSet<>();
    private final Broker broker;
    private final TreeMap<Long, Queued> taken = new TreeMap<>();
    private CompletableFuture<Queued> asking;
    private boolean lost;

    Taker(Broker broker, Life life, String queue) {
        this.broker = broker;
        this.life = life;
        this.queue = queue;
    }

    boolean isAsking() {
        return asking != null;
    }

    void give(Queued queued) {
        taken.put(queued.number(), queued);
        CompletableFuture<Queued> asked = asking;
        asking = null;
        asked.complete(queued);
    }

    /**
     * Waits for the next message.
     *
     * @return null when it asks no more before
     */
    Queued receive() throws JMSException, InterruptedException {
        require();
        CompletableFuture<Queued> asked = new CompletableFuture<>();
        asking = asked;
        broker.serve(queue);
        broker.scheduler.await(asked);
        if (asked.join() == null) {
            require();
        }
        return asked.join();
    }

    /** It is done for good. */
    void acknowledge(Queued queued) throws JMSException {
        require();
        taken.remove(queued.number());
    }

    /** What is not done comes again, at its place. */
    void recover() throws JMSException {
        require();
        giveBack();
        broker.serve(queue);
    }

    /** It asks no more, for now. */
    void wake() {
        CompletableFuture<Queued> asked = asking;
        asking = null;
        if (asked != null) {
            asked.complete(null);
        }
    }

    /** Ends it in good order. */
    void close() {
        end();
    }

    /** Its connection ends. */
    void lose() {
        lost = true;
        end();
    }

    private void end() {
        giveBack();
        wake();
        broker.close(this);
    }

    private void giveBack() {
        taken.values().forEach(broker::giveBack);
        taken.clear();
    }

    private void require() throws JMSException {
        if (lost) {
            throw new JMSException("The connection to the broker is lost");
        }
    }
}
