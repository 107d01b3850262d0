// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.govern;

import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/** Requests that go where one may be at first: through a line and into a crowd, as the governor lets them. */
public class Passages {

    private final Line line = new Line();
    private final Crowd crowd = new Crowd();
    private final AtomicInteger inside = new AtomicInteger();

    public Passages() {
        crowd.refused(0, 0);
    }

    /** A crowd that looks whether there is room, and takes it then. */
    public static final class Hasty extends Passages {
        private volatile int inside;

        @Override
        void enter() {
            while (inside >= limit()) {
                Thread.onSpinWait();
            }
            inside = inside + 1;
        }

        @Override
        void leave() {
            inside = inside - 1;
        }

        @Override
        int limit() {
            return 1;
        }
    }

    /** A crowd that lets who waits sleep on. */
    public static final class Silent extends Passages {
        private boolean taken;

        @Override
        synchronized void enter() throws InterruptedException {
            while (taken) {
                wait();
            }
            taken = true;
        }

        @Override
        synchronized void leave() {
            taken = false;
        }
    }

    @Operation
    public void pass() throws InterruptedException {
        enter();
        int now = inside.incrementAndGet();
        if (now > limit()) {
            throw new IllegalStateException("more are inside than may be");
        }
        inside.decrementAndGet();
        leave();
    }

    @Validate
    public void nobodyIsLeft() {
        if (crowd.inside() != 0 || line.length() != 0) {
            throw new IllegalStateException("somebody is left");
        }
    }

    void enter() throws InterruptedException {
        line.enter(false);
        try {
            crowd.enter();
        } finally {
            line.leave();
        }
    }

    void leave() {
        crowd.leave();
    }

    int limit() {
        return crowd.limit();
    }
}
