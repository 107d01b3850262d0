// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.time;

import java.util.concurrent.Semaphore;

/** A thread that stands still unless it is its turn. */
final class Worker extends Thread {

    private final Semaphore turn = new Semaphore(0);
    private Scheduler scheduler;
    Work work;

    Worker(ThreadGroup group, int number) {
        super(group, "simulated-" + number);
        setDaemon(true);
    }

    static Worker current() {
        if (Thread.currentThread() instanceof Worker worker) {
            return worker;
        }
        throw new IllegalStateException("Only simulated work may wait in simulated time");
    }

    /** Gives the turn to this thread; whoever gives it away stands still next. */
    void go(Scheduler leading) {
        scheduler = leading;
        turn.release();
    }

    void standStill() {
        turn.acquireUninterruptibly();
    }

    @Override
    public void run() {
        while (true) {
            standStill();
            scheduler.lead(this);
        }
    }

    /** An interruption is one more thing that happens in its turn. */
    @Override
    public void interrupt() {
        if (Thread.currentThread() != this && scheduler != null && work != null) {
            scheduler.interrupt(work);
        } else {
            super.interrupt();
        }
    }
}
