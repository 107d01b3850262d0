// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.time;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A future for which, and for what is made of it, is waited in simulated time. */
public final class Later<T> extends CompletableFuture<T> {

    private final Scheduler scheduler;

    public Later(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new Later<>(scheduler);
    }

    @Override
    public T get() throws InterruptedException, ExecutionException {
        scheduler.await(this);
        return super.get();
    }

    @Override
    public T get(long timeout, TimeUnit unit) throws InterruptedException, ExecutionException, TimeoutException {
        if (!scheduler.await(this, Duration.ofNanos(unit.toNanos(timeout)))) {
            throw new TimeoutException();
        }
        return super.get();
    }
}
