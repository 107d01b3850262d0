// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.time;

import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Rings once, unless it is cancelled before. */
public final class Alarm implements ScheduledFuture<Object> {

    private final Scheduler scheduler;
    private final Life life;
    private final long due;
    private final long number;
    private final Runnable ring;
    private boolean rung;
    private boolean cancelled;

    Alarm(Scheduler scheduler, Life life, long due, long number, Runnable ring) {
        this.scheduler = scheduler;
        this.life = life;
        this.due = due;
        this.number = number;
        this.ring = ring;
    }

    long due() {
        return due;
    }

    long number() {
        return number;
    }

    Life life() {
        return life;
    }

    void ring() {
        rung = true;
        ring.run();
    }

    @Override
    public boolean cancel(boolean interrupts) {
        if (isDone()) {
            return false;
        }
        cancelled = true;
        scheduler.forget(this);
        return true;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public boolean isDone() {
        return rung || cancelled;
    }

    @Override
    public long getDelay(TimeUnit unit) {
        return unit.convert(due - scheduler.nanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
        return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }

    @Override
    public Object get() {
        throw new UnsupportedOperationException("Nobody waits for an alarm");
    }

    @Override
    public Object get(long timeout, TimeUnit unit) {
        return get();
    }
}
