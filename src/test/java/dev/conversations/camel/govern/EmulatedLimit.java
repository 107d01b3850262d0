// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.govern;

import dev.conversations.api.Timing;
import java.util.Random;
import java.util.TreeSet;

/** A limit like Twilio's: so many writes in any second, as they arrive after some milliseconds on the way. */
final class EmulatedLimit {

    private static final long SECOND = 1_000_000_000L;
    private static final long LONGEST_WAY = 12_000_000;

    private final Timing timing;
    private final Random random = new Random(7);
    private final TreeSet<Long> taken = new TreeSet<>();
    private volatile int perSecond;
    private int refused;
    private int all;

    EmulatedLimit(int perSecond, Timing timing) {
        this.perSecond = perSecond;
        this.timing = timing;
    }

    void change(int newPerSecond) {
        perSecond = newPerSecond;
    }

    /** Whether a write is taken. */
    synchronized boolean takes() {
        long arrival = timing.nanos() + (long) (random.nextDouble() * LONGEST_WAY);
        all++;
        if (taken.subSet(arrival - SECOND, false, arrival + LONGEST_WAY, true).size() >= perSecond) {
            refused++;
            return false;
        }
        while (!taken.add(arrival)) {
            arrival++;
        }
        return true;
    }

    synchronized double partRefused() {
        return (double) refused / all;
    }

    /** How many were taken. */
    synchronized int taken() {
        return all - refused;
    }

    synchronized void forget() {
        refused = 0;
        all = 0;
    }
}
