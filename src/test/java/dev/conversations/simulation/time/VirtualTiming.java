// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.time;

import dev.conversations.api.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** The time and chance of one node, whose wall clock may be wrong. */
public final class VirtualTiming implements Timing {

    private final Scheduler scheduler;
    private final Life life;
    private final Random random;
    private final Duration skew;

    public VirtualTiming(Scheduler scheduler, Life life, Random random, Duration skew) {
        this.scheduler = scheduler;
        this.life = life;
        this.random = random;
        this.skew = skew;
    }

    @Override
    public Instant now() {
        return scheduler.now().plus(skew);
    }

    @Override
    public long nanos() {
        return scheduler.nanos();
    }

    @Override
    public void sleep(Duration length) throws InterruptedException {
        scheduler.sleep(length);
    }

    @Override
    public <T> T await(Future<T> work) throws InterruptedException, ExecutionException {
        scheduler.await((CompletableFuture<?>) work);
        return work.get();
    }

    @Override
    public Future<?> alarm(Duration length, Runnable work) {
        return scheduler.after(life, length, work);
    }

    @Override
    public double chance() {
        return random.nextDouble();
    }
}
