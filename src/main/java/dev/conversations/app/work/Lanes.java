// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.work;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Work in lanes: in each lane one thing after the other, as they came; several lanes beside each other. */
public final class Lanes {
    private final Executor workers;
    private final Map<String, Queue<Runnable>> waiting = new HashMap<>();

    /** @param workers as many as there are threads, lanes are worked on at once */
    public Lanes(Executor workers) {
        this.workers = workers;
    }

    /** Does the work once all that was put into the lane before is done. */
    public synchronized void put(String lane, Runnable work) {
        Queue<Runnable> before = waiting.get(lane);
        if (before == null) {
            waiting.put(lane, new ArrayDeque<>());
            start(lane, work);
        } else {
            before.add(work);
        }
    }

    private synchronized void next(String lane) {
        Runnable work = waiting.get(lane).poll();
        if (work == null) {
            waiting.remove(lane);
        } else {
            start(lane, work);
        }
    }

    private void start(String lane, Runnable work) {
        try {
            workers.execute(() -> {
                try {
                    work.run();
                } finally {
                    next(lane);
                }
            });
        } catch (RejectedExecutionException closing) {
            waiting.remove(lane);
        }
    }
}
