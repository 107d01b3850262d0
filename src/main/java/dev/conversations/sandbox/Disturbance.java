// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox;

import java.time.Duration;

/**
 * What goes wrong on the way of the webhooks that follow an action.
 *
 * @param copies how often each is sent, with the same idempotency token; 1 when all is well
 * @param dropEvery how many are sent until one is lost, so that 3 loses the third, the sixth...; 0 for none
 * @param reorder whether each two change places; one alone follows after a while
 * @param delay how much later they are sent
 */
public record Disturbance(int copies, int dropEvery, boolean reorder, Duration delay) {

    /** All is well. */
    public static final Disturbance NONE = new Disturbance(1, 0, false, Duration.ZERO);

    public Disturbance {
        if (copies < 1 || copies > 10) {
            throw new IllegalArgumentException("copies " + copies + ": use 1 to 10");
        }
        if (dropEvery < 0) {
            throw new IllegalArgumentException("dropEvery " + dropEvery + ": use 0 for none, or 1 and more");
        }
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay: use zero or more");
        }
    }

    public Disturbance withCopies(int value) {
        return new Disturbance(value, dropEvery, reorder, delay);
    }

    public Disturbance withDropEvery(int value) {
        return new Disturbance(copies, value, reorder, delay);
    }

    public Disturbance withReorder(boolean value) {
        return new Disturbance(copies, dropEvery, value, delay);
    }

    public Disturbance withDelay(Duration value) {
        return new Disturbance(copies, dropEvery, reorder, value);
    }
}
