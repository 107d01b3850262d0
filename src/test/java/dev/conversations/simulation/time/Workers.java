// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.time;

import java.util.ArrayDeque;
import java.util.Deque;

/** Threads that worlds use one after the other. */
public final class Workers {

    private final ThreadGroup group = new ThreadGroup("simulated");
    private final Deque<Worker> idle = new ArrayDeque<>();
    private int made;

    /** All of them. */
    public ThreadGroup group() {
        return group;
    }

    synchronized Worker take() {
        Worker worker = idle.poll();
        if (worker == null) {
            worker = new Worker(group, ++made);
            worker.start();
        }
        return worker;
    }

    synchronized void give(Worker worker) {
        idle.push(worker);
    }
}
