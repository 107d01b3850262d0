// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.way;

import dev.conversations.simulation.time.Killed;
import dev.conversations.simulation.time.Life;
import dev.conversations.simulation.time.Scheduler;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Random;
import java.util.function.Consumer;

/**
 * What a process runs on: it may be killed at any of its ways out.
 *
 * @param killer has the process killed
 */
public record Host(Scheduler scheduler, Life life, Random random, Consumer<Life> killer) {

    /** Lets time pass on the way; nobody goes on whose process is not there any more. */
    public void pass(int leastMillis, int mostMillis) throws InterruptedIOException {
        check();
        try {
            scheduler.sleep(Duration.ofMillis(leastMillis + random.nextInt(mostMillis - leastMillis + 1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("in simulated time");
        }
        check();
    }

    void check() {
        if (life.isOver()) {
            throw new Killed(life);
        }
    }

    public void kill() {
        killer.accept(life);
        throw new Killed(life);
    }
}
