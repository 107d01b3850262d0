// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.time;

import java.util.Comparator;
import java.util.PriorityQueue;

/** What is to ring, in the order of time; of one moment, in the order in which it was set. */
final class Alarms {

    private final PriorityQueue<Alarm> waiting =
            new PriorityQueue<>(Comparator.comparingLong(Alarm::due).thenComparingLong(Alarm::number));
    private long numbers;

    Alarm set(Scheduler scheduler, Life life, long due, Runnable ring) {
        Alarm alarm = new Alarm(scheduler, life, due, numbers++, ring);
        if (!life.isOver()) {
            waiting.add(alarm);
        }
        return alarm;
    }

    void forget(Alarm alarm) {
        waiting.remove(alarm);
    }

    void forget(Life life) {
        waiting.removeIf(alarm -> alarm.life() == life);
    }

    /** The first, which waits no more; null when none rings until then. */
    Alarm next(long until) {
        Alarm first = waiting.peek();
        return first == null || first.due() > until ? null : waiting.poll();
    }
}
