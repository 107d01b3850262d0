// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.govern;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How fast writes follow each other: at the rate that Twilio documents until it refuses one, then a little below the rate
 * at which it did, then slowly faster. Who comes after a pause may send half a second's worth at once.
 */
final class Pace {

    /** Writes per second of a conversation or service by default, less what clocks and networks may compress. */
    private static final double USUAL = 30 * 0.978;
    private static final double SLOWEST = 0.5;
    private static final double CUT = 0.98;
    private static final double GROWTH_PER_SECOND = 0.005;
    /** After so long without a refusal it grows by as much more. */
    private static final long GAIN = Duration.ofSeconds(10).toNanos();
    /** How fast it grows back to what was taken before. */
    private static final double RETURN_PER_SECOND = 0.05;
    private static final double NEAR = 0.97;
    private static final int ENOUGH_TO_TELL = 5;
    /** A pause after one refusal; after two in a row Twilio says how long. */
    private static final long BREATH = Duration.ofMillis(100).toNanos();
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long WINDOW = Duration.ofMillis(1030).toNanos();
    private static final long SOON = Duration.ofSeconds(2).toNanos();
    private static final long HOLD = Duration.ofSeconds(15).toNanos();
    /** So many calls it is kept at least. */
    private static final int CALLS_HELD = 200;
    /** So much of being late is made good; the window still holds. */
    private static final long SLACK = Duration.ofMillis(250).toNanos();

    private final Deque<Long> sent = new ArrayDeque<>();
    private double rate = USUAL;
    private double known = USUAL;
    private int burst;
    private int refusals;
    private long next;
    private long pausedUntil;
    private long cut;
    private long grown;

    Pace(long now) {
        next = now;
        pausedUntil = now;
        cut = now;
        grown = now;
    }

    /** Takes a turn if it is time. How many nanoseconds it is early; 0 when the turn is taken. */
    synchronized long take(long now) {
        forget(now);
        if (sent.isEmpty()) {
            burst = (int) (rate / 2);
        }
        long early = pausedUntil - now;
        if (sent.size() >= Math.max(1, Math.round(rate * WINDOW / SECOND))) {
            early = Math.max(early, sent.peekFirst() + WINDOW - now);
        }
        if (burst > 0) {
            if (early <= 0) {
                burst--;
                next = now;
            }
        } else {
            early = Math.max(early, next - now);
        }
        if (early > 0) {
            return early;
        }
        next = Math.max(next, now - SLACK) + interval();
        sent.addLast(now);
        grow(now);
        return 0;
    }

    /**
     * Twilio refused one for their number.
     *
     * @param taken when its turn was
     * @param retryAfter when it may be tried again, from now
     */
    synchronized void refused(long now, long taken, Duration retryAfter) {
        if (taken - cut < 0) {
            return;
        }
        known = rate;
        pausedUntil = now + BREATH;
        if (refusals++ > 0 && now - cut < SOON) {
            forget(now);
            long lately = sent.stream().filter(turn -> now - turn <= SECOND).count() - 1;
            rate = lately < ENOUGH_TO_TELL ? rate / 2 : Math.min(rate, lately);
            pausedUntil = now + retryAfter.toNanos();
        }
        rate = Math.max(SLOWEST, rate * CUT);
        burst = 0;
        cut = now;
        grown = now;
    }

    /** Writes per second. */
    synchronized double rate() {
        return rate;
    }

    /** Whether nothing is remembered here that a new one would not do. */
    synchronized boolean isIdle(long now) {
        return now - next > HOLD && now - cut > HOLD;
    }

    private void grow(long now) {
        double part = (double) Math.min(now - grown, SECOND) / SECOND;
        if (rate < known * NEAR) {
            rate *= now - cut > SOON ? 1 + RETURN_PER_SECOND * part : 1;
            grown = now;
            return;
        }
        long held = now - cut - Math.max(HOLD, CALLS_HELD * interval());
        if (held > 0 && burst == 0) {
            rate *= 1 + GROWTH_PER_SECOND * (1 + held / GAIN) * part;
        }
        grown = now;
    }

    private void forget(long now) {
        while (!sent.isEmpty() && now - sent.peekFirst() >= WINDOW) {
            sent.removeFirst();
        }
    }

    private long interval() {
        return (long) (SECOND / rate);
    }
}
