// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.time;

import java.util.ArrayDeque;
import java.util.Deque;

/** Threads that worlds use one after the other. */
public final class Workers {

    private final Deque<Worker> idle = new ArrayDeque<>();
    private int made;

    synchronized Worker take() {
        Worker worker = idle.poll();
        if (worker == null) {
            worker = new Worker(++made);
            worker.start();
        }
        return worker;
    }

    synchronized void give(Worker worker) {
        idle.push(worker);
    }
}
