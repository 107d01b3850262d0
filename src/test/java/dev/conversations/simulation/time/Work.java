// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.time;

/** Something to be done, from its begin or on from where it waits. */
final class Work {

    final Life life;
    final Runnable task;
    /** Where it waits, once it has begun. */
    Worker worker;
    /** Counts its waits, so that what ends one does not end the next. */
    long waits;
    boolean waiting;
    boolean interrupted;

    Work(Life life, Runnable task) {
        this.life = life;
        this.task = task;
    }
}
