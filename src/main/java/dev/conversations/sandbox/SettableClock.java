// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A clock that is moved ahead by hand: one that stands still otherwise, or one that ticks with the system. What waits
 * for it in a sandbox, such as receipts and timers, acts before {@link #advance} returns. It never goes back.
 */
public final class SettableClock extends Clock {

    private final Clock base;
    private final boolean ticks;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Duration ahead = Duration.ZERO;
    private Instant latest = Instant.MIN;

    private SettableClock(Clock base, boolean ticks) {
        this.base = base;
        this.ticks = ticks;
    }

    /** One that stands still at that instant until it is moved. */
    public static SettableClock at(Instant start) {
        return new SettableClock(Clock.fixed(start, ZoneOffset.UTC), false);
    }

    /** One that begins with the time of the system and ticks. */
    public static SettableClock ticking() {
        return new SettableClock(Clock.tickMillis(ZoneOffset.UTC), true);
    }

    /** @throws IllegalArgumentException when the duration is negative */
    public void advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("The clock goes ahead only: use a duration of zero or more");
        }
        synchronized (this) {
            ahead = ahead.plus(duration);
        }
        listeners.forEach(Runnable::run);
    }

    @Override
    public synchronized Instant instant() {
        Instant now = base.instant().plus(ahead);
        if (now.isAfter(latest)) {
            latest = now;
        }
        return latest;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** A clock that shows the same time elsewhere. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new Clock() {
            @Override
            public Instant instant() {
                return SettableClock.this.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return SettableClock.this.withZone(other);
            }
        };
    }

    /** Whether time goes on by itself. */
    boolean ticks() {
        return ticks;
    }

    /** Has that run whenever the clock was moved. */
    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void forget(Runnable listener) {
        listeners.remove(listener);
    }
}
