// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.hooks;

import dev.conversations.sandbox.world.Agenda;
import java.time.Duration;

/** Stands in the way of webhooks and makes go wrong what is to go wrong. */
public final class Disturber {

    /** How long one that is to change places waits for the next. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Agenda agenda;
    private int copies = 1;
    private int dropEvery;
    private boolean reorder;
    private Duration delay = Duration.ZERO;
    private int count;
    private Runnable held;

    public Disturber(Agenda agenda) {
        this.agenda = agenda;
    }

    /**
     * Lets things go wrong in that way from now on.
     *
     * @param copies how often each is sent
     * @param dropEvery how many are sent until one is lost; 0 for none
     * @param reorder whether each two change places
     */
    public synchronized void set(int copies, int dropEvery, boolean reorder, Duration delay) {
        this.copies = copies;
        this.dropEvery = dropEvery;
        this.reorder = reorder;
        this.delay = delay;
        count = 0;
        release(held);
    }

    /**
     * Lets a webhook pass as it may.
     *
     * @param send sends it
     * @param drop notes that it is lost
     */
    synchronized void pass(Runnable send, Runnable drop) {
        count++;
        if (dropEvery > 0 && count % dropEvery == 0) {
            drop.run();
        } else if (delay.isZero()) {
            order(send);
        } else {
            agenda.in(delay, () -> order(send));
        }
    }

    private synchronized void order(Runnable send) {
        Runnable all = copied(send, copies);
        if (reorder && held == null) {
            held = all;
            agenda.in(PATIENCE, () -> release(all));
        } else {
            all.run();
            release(held);
        }
    }

    private synchronized void release(Runnable waiting) {
        if (waiting != null && waiting == held) {
            held = null;
            waiting.run();
        }
    }

    private static Runnable copied(Runnable send, int copies) {
        return () -> {
            for (int i = 0; i < copies; i++) {
                send.run();
            }
        };
    }
}
