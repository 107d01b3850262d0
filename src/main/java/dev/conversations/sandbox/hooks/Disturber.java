package dev.conversations.sandbox.hooks;

import dev.conversations.sandbox.Disturbance;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Stands in the way of webhooks and makes go wrong what is to go wrong. */
public final class Disturber {

    /** How long one that is to change places waits for the next. */
    private static final long PATIENCE_MILLIS = 500;

    private final ScheduledExecutorService scheduler;
    private Disturbance disturbance = Disturbance.NONE;
    private int count;
    private Runnable held;

    public Disturber(ScheduledExecutorService scheduler) {
        this.scheduler = scheduler;
    }

    public synchronized void set(Disturbance value) {
        disturbance = value;
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
        if (disturbance.dropEvery() > 0 && count % disturbance.dropEvery() == 0) {
            drop.run();
        } else if (disturbance.delay().isZero()) {
            order(send);
        } else {
            scheduler.schedule(() -> order(send), disturbance.delay().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void order(Runnable send) {
        Runnable all = copied(send, disturbance.copies());
        if (disturbance.reorder() && held == null) {
            held = all;
            scheduler.schedule(() -> release(all), PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
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
