// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.hooks;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;

/** Runs tasks in the background: those of one lane one after the other, different lanes side by side. */
public final class Lanes implements AutoCloseable {

    /** The most tasks that may wait. */
    static final int CAPACITY = 10_000;

    private final Map<String, Queue<Runnable>> lanes = new HashMap<>();
    private final Executor threads;
    private int waiting;
    private boolean closed;

    /** @param threads runs the tasks; whoever hands it in ends it */
    public Lanes(Executor threads) {
        this.threads = threads;
    }

    /** Whether the task will run; it will not when too many wait or all is closed. */
    boolean run(String lane, Runnable task) {
        boolean idle;
        synchronized (this) {
            if (closed || waiting >= CAPACITY) {
                return false;
            }
            waiting++;
            idle = !lanes.containsKey(lane);
            lanes.computeIfAbsent(lane, name -> new ArrayDeque<>()).add(task);
        }
        if (idle) {
            threads.execute(() -> drain(lane));
        }
        return true;
    }

    private void drain(String lane) {
        for (Runnable task = next(lane); task != null; task = next(lane)) {
            task.run();
        }
    }

    private synchronized Runnable next(String lane) {
        Runnable task = closed ? null : lanes.get(lane).poll();
        if (task == null) {
            lanes.remove(lane);
        } else {
            waiting--;
        }
        return task;
    }

    /** What waits is dropped. */
    @Override
    public synchronized void close() {
        closed = true;
    }
}
