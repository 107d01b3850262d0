package dev.conversations.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/** Time and chance, handed to whatever needs them, so that they can be others than the machine's. */
public interface Timing {

    /** Those of the machine. */
    Timing SYSTEM = of(Clock.systemUTC(), System::nanoTime);

    /** Time as a clock shows it; waiting and chance are the machine's. */
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

    /** A random number from 0 (inclusive) to 1 (exclusive). */
    double chance();
}
