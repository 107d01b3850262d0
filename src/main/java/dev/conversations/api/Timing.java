// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api;

import dev.conversations.api.wire.Alarms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/** Time and chance, handed to whatever needs them, so that they can be others than the machine's. */
public interface Timing {

    /** Those of the machine. */
    Timing SYSTEM = of(Clock.systemUTC(), System::nanoTime);

    /** Time as a clock shows it; waiting, alarms and chance are the machine's. */
    static Timing of(Clock clock) {
        return of(clock, () -> {
            Instant now = clock.instant();
            return Duration.ofSeconds(now.getEpochSecond(), now.getNano()).toNanos();
        });
    }

    private static Timing of(Clock clock, LongSupplier stopWatch) {
        return new Timing() {

            @Override
            public Instant now() {
                return clock.instant();
            }

            @Override
            public long nanos() {
                return stopWatch.getAsLong();
            }

            @Override
            public void sleep(Duration length) throws InterruptedException {
                Thread.sleep(length.toMillis());
            }

            @Override
            public double chance() {
                return ThreadLocalRandom.current().nextDouble();
            }
        };
    }

    /** What a wall clock shows. */
    Instant now();

    /** What a stop watch shows, in nanoseconds: only differences mean something. */
    long nanos();

    /** Waits on the caller's thread. */
    void sleep(Duration length) throws InterruptedException;

    /**
     * Waits on the caller's thread until something is over, which another thread does.
     *
     * @throws ExecutionException with what it failed with
     */
    default <T> T await(Future<T> work) throws InterruptedException, ExecutionException {
        return work.get();
    }

    /**
     * Has something done after a time unless it is cancelled, on a thread of the machine's unless another time has its own way.
     *
     * @param work is short, since what comes later may wait for it
     */
    default Future<?> alarm(Duration length, Runnable work) {
        return Alarms.MACHINE.set(length, work);
    }

    /** A random number from 0 (inclusive) to 1 (exclusive). */
    double chance();
}
