// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.once;

import dev.conversations.api.Timing;
import dev.conversations.sandbox.SettableClock;
import java.time.Duration;
import java.time.Instant;

/** Time that goes on when somebody waits, and not before. */
public final class HurriedTiming implements Timing {

    private final SettableClock clock;
    private volatile Runnable listener = () -> {};

    public HurriedTiming(SettableClock clock) {
        this.clock = clock;
    }

    /** Has something done whenever somebody waits. */
    public void onSleep(Runnable newListener) {
        listener = newListener;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public long nanos() {
        return Duration.between(Instant.EPOCH, now()).toNanos();
    }

    @Override
    public void sleep(Duration length) {
        listener.run();
        clock.advance(length);
    }

    @Override
    public double chance() {
        return 0.5;
    }
}
