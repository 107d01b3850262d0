// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.broker;

import dev.conversations.simulation.time.Life;
import dev.conversations.simulation.time.Scheduler;
import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Queues that outlive the nodes. What was taken and not acknowledged comes again, at its place, when its connection ends; what
 * bears an ID that a queue has had is not taken once more; a group is one consumer's while that is there.
 */
public final class Broker {
    private static final long AWAY = Duration.ofSeconds(4).toNanos();

    final Scheduler scheduler;
    private final Consumer<Queued> seen;
    private final Map<String, TreeMap<Long, Queued>> queues = new HashMap<>();
    private final Set<String> had = new HashSet<>();
    private final List<Taker> takers = new ArrayList<>();
    private long numbers;
    private long awayUntil = -1;

    /** @param seen is told of each message that is on a queue from now on */
    public Broker(Scheduler scheduler, Consumer<Queued> seen) {
        this.scheduler = scheduler;
        this.seen = seen;
    }

    /** Takes a message, unless it has had it. */
    public void put(String queue, byte[] body, boolean isText, Map<String, String> properties) {
        Queued queued = new Queued(++numbers, queue, body, isText, Map.copyOf(properties));
        if (queued.duplicate() == null || had.add(queue + " " + queued.duplicate())) {
            queue(queue).put(queued.number(), queued);
            seen.accept(queued);
            serve(queue);
        }
    }

    /** All connections end, and for some seconds there are no new ones. */
    void goAway() {
        awayUntil = scheduler.nanos() + AWAY;
        List.copyOf(takers).forEach(Taker::lose);
    }

    /** The process is gone, and its connections with it. */
    public void forget(Life life) {
        List.copyOf(takers).stream().filter(taker -> taker.life == life).forEach(Taker::lose);
    }

    void requireThere() throws JMSException {
        if (scheduler.nanos() <= awayUntil) {
            throw new JMSException("The broker is away");
        }
    }

    /** A new consumer of the queue. */
    Taker open(Life life, String queue) throws JMSException {
        requireThere();
        Taker taker = new Taker(this, life, queue);
        takers.add(taker);
        return taker;
    }

    void close(Taker taker) {
        takers.remove(taker);
        serve(taker.queue);
    }

    void giveBack(Queued queued) {
        queue(queued.queue()).put(queued.number(), queued);
    }

    /** Hands out what is on the queue to those who ask, the oldest first. */
    void serve(String queue) {
        for (Queued queued : List.copyOf(queue(queue).values())) {
            Taker taker = takerOf(queued);
            if (taker != null && taker.isAsking()) {
                queue(queue).remove(queued.number());
                taker.give(queued);
            }
        }
    }

    private Taker takerOf(Queued queued) {
        List<Taker> there = takers.stream().filter(taker -> taker.queue.equals(queued.queue())).toList();
        String group = queued.group();
        if (group == null) {
            return there.stream().filter(Taker::isAsking).findFirst().orElse(null);
        }
        Taker bound = there.stream().filter(taker -> taker.groups.contains(group)).findFirst().orElse(null);
        if (bound == null) {
            bound = there.stream().filter(Taker::isAsking).findFirst().orElse(null);
            if (bound != null) {
                bound.groups.add(group);
            }
        }
        return bound;
    }

    private TreeMap<Long, Queued> queue(String name) {
        return queues.computeIfAbsent(name, unknown -> new TreeMap<>());
    }
}
