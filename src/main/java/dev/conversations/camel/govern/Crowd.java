// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.govern;

/** How many requests are under way at once: fewer when Twilio finds them too many, slowly more while it does not. */
final class Crowd {

    private static final double USUAL = 100;
    private static final double MOST = 1000;
    private static final double CUT = 0.8;

    private double limit = USUAL;
    private int inside;
    private long cut = Long.MIN_VALUE;

    /** Waits until there is room, and takes it; {@link #leave} must follow. */
    synchronized void enter() throws InterruptedException {
        while (inside >= (int) limit) {
            wait();
        }
        inside++;
    }

    synchronized void leave() {
        if (inside >= (int) limit) {
            limit = Math.min(MOST, limit + 1 / limit);
        }
        inside--;
        notify();
    }

    /**
     * Twilio refused one for their number.
     *
     * @param entered when it went in
     */
    synchronized void refused(long now, long entered) {
        if (cut == Long.MIN_VALUE || entered - cut >= 0) {
            limit = Math.max(1, Math.min(limit, inside) * CUT);
            cut = now;
        }
    }

    /** How many may be inside. */
    synchronized int limit() {
        return (int) limit;
    }

    synchronized int inside() {
        return inside;
    }
}
