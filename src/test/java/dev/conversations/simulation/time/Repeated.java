// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.time;

import java.time.Duration;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Something that is done again and again, until it fails or is cancelled. */
final class Repeated implements ScheduledFuture<Object> {

    private final Scheduler scheduler;
    private final Life life;
    private final Executor executor;
    private final Runnable task;
    private final Duration delay;
    private Alarm alarm;
    private boolean cancelled;

    Repeated(Scheduler scheduler, Life life, Executor executor, Runnable task, Duration delay) {
        this.scheduler = scheduler;
        this.life = life;
        this.executor = executor;
        this.task = task;
        this.delay = delay;
    }

    void next(Duration wait) {
        if (!cancelled) {
            alarm = scheduler.after(life, wait, () -> executor.execute(this::run));
        }
    }

    private void run() {
        if (!cancelled) {
            task.run();
            next(delay);
        }
    }

    @Override
    public boolean cancel(boolean interrupts) {
        cancelled = true;
        return alarm.cancel(false);
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public boolean isDone() {
        return cancelled;
    }

    @Override
    public long getDelay(TimeUnit unit) {
        return alarm.getDelay(unit);
    }

    @Override
    public int compareTo(Delayed other) {
        return alarm.compareTo(other);
    }

    @Override
    public Object get() {
        throw new UnsupportedOperationException("There is no end to wait for");
    }

    @Override
    public Object get(long timeout, TimeUnit unit) {
        return get();
    }
}
