// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;

/** What is to be done later by the clock of the sandbox, one after the other in the order of time. */
public final class Agenda {

    /** Looks after a while what is due. */
    @FunctionalInterface
    public interface Alarm {

        /** None: somebody else looks whenever the clock was moved. */
        Alarm NONE = (look, delay) -> { };

        void set(Runnable look, Duration delay);
    }

    private record Entry(Instant due, long number, Runnable task) {}

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::due).thenComparing(Entry::number));
    private final NavigableSet<Instant> alarms = new TreeSet<>();
    private final ReentrantLock acting = new ReentrantLock();
    private final Clock clock;
    private final Alarm alarm;
    private long made;

    public Agenda(Clock clock, Alarm alarm) {
        this.clock = clock;
        this.alarm = alarm;
    }

    public void in(Duration delay, Runnable task) {
        at(clock.instant().plus(delay), task);
    }

    public synchronized void at(Instant due, Runnable task) {
        entries.add(new Entry(due, made++, task));
        alarm();
    }

    /** Does what is due. Nobody calls this while holding the guard. */
    public void act() {
        acting.lock();
        try {
            for (Entry entry = due(); entry != null; entry = due()) {
                entry.task().run();
            }
        } finally {
            acting.unlock();
            alarm();
        }
    }

    private synchronized Entry due() {
        Entry first = entries.peek();
        return first == null || first.due().isAfter(clock.instant()) ? null : entries.poll();
    }

    private synchronized void alarm() {
        Entry first = entries.peek();
        if (first != null && (alarms.isEmpty() || first.due().isBefore(alarms.first()))) {
            alarms.add(first.due());
            Duration delay = Duration.between(clock.instant(), first.due());
            alarm.set(() -> look(first.due()), delay.isNegative() ? Duration.ZERO : delay);
        }
    }

    private void look(Instant due) {
        synchronized (this) {
            alarms.remove(due);
        }
        act();
    }
}
