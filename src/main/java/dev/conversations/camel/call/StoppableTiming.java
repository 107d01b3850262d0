// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.call;

import dev.conversations.api.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** The time of another, in which nobody sleeps on once it is stopped: who asks after a sleep whether to go on never keeps a stop waiting. */
public final class StoppableTiming implements Timing {

    private final Timing timing;
    private final Queue<Sleeper> sleepers = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;

    public StoppableTiming(Timing timing) {
        this.timing = timing;
    }

    /** A thread that sleeps, woken at most once and only while it does. */
    private static final class Sleeper {

        private final Thread thread = Thread.currentThread();
        private boolean asleep = true;
        private boolean woken;

        synchronized void wake() {
            if (asleep && !woken) {
                woken = true;
                thread.interrupt();
            }
        }

        synchronized boolean isWoken() {
            return woken;
        }

        /** Leaves no sign on the thread of having been woken. */
        synchronized void rise() {
            asleep = false;
            if (woken) {
                Thread.interrupted();
            }
        }
    }

    public void start() {
        stopped = false;
    }

    /** Wakes whoever sleeps, in the order in which they lay down. */
    public void stop() {
        stopped = true;
        sleepers.forEach(Sleeper::wake);
    }

    /** Waits on the caller's thread, until this is stopped. */
    @Override
    public void sleep(Duration length) throws InterruptedException {
        Sleeper sleeper = new Sleeper();
        sleepers.add(sleeper);
        try {
            if (!stopped) {
                timing.sleep(length);
            }
        } catch (InterruptedException e) {
            if (!sleeper.isWoken()) {
                throw e;
            }
        } finally {
            sleepers.remove(sleeper);
            sleeper.rise();
        }
    }

    @Override
    public Instant now() {
        return timing.now();
    }

    @Override
    public long nanos() {
        return timing.nanos();
    }

    @Override
    public <T> T await(Future<T> work) throws InterruptedException, ExecutionException {
        return timing.await(work);
    }

    @Override
    public Future<?> alarm(Duration length, Runnable work) {
        return timing.alarm(length, work);
    }

    @Override
    public double chance() {
        return timing.chance();
    }
}
