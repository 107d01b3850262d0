// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.work;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/** Threads that put two things each into one lane, and work on what is there. */
public class Puts {

    private final Queue<Runnable> ready = new ConcurrentLinkedQueue<>();
    private final Lanes lanes = new Lanes(ready::add);
    private final AtomicInteger put = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicBoolean busy = new AtomicBoolean();

    /** Lanes that look whether one is worked on, and put into it then. */
    public static final class Hasty extends Puts {
        private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
        private volatile boolean working;

        @Override
        void put(Runnable work) {
            if (working) {
                waiting.add(work);
            } else {
                working = true;
                start(work);
            }
        }

        private void start(Runnable work) {
            execute(() -> {
                work.run();
                Runnable next = waiting.poll();
                if (next == null) {
                    working = false;
                } else {
                    start(next);
                }
            });
        }
    }

    @Operation
    public void twoAreDoneInTheirOrder() {
        AtomicInteger mine = new AtomicInteger();
        for (int number = 0; number < 2; number++) {
            int before = number;
            put.incrementAndGet();
            put(() -> work(mine, before));
            Runnable next = ready.poll();
            if (next != null) {
                next.run();
            }
        }
    }

    private void work(AtomicInteger mine, int before) {
        if (!busy.compareAndSet(false, true)) {
            throw new IllegalStateException("two are at work in one lane");
        }
        if (mine.getAndIncrement() != before) {
            throw new IllegalStateException("one came before another that was put before it");
        }
        done.incrementAndGet();
        busy.set(false);
    }

    @Validate
    public void allIsDone() {
        for (Runnable next = ready.poll(); next != null; next = ready.poll()) {
            next.run();
        }
        if (done.get() != put.get()) {
            throw new IllegalStateException("something was not done");
        }
    }

    void put(Runnable work) {
        lanes.put("one", work);
    }

    final void execute(Runnable work) {
        ready.add(work);
    }
}
