// SPDX-License-Identifier: Apache-2.0
package dev.conversations.interleaving;

import java.time.Duration;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;

/** How Lincheck goes through the orders in which threads take their steps inside of a class. */
public final class ModelChecks {

    private static final int THREADS = 2;
    private static final int ORDERS = 150;
    /** What waits for ever is found out at once; this ends what a busy machine has not done by then, which is no fault. */
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private ModelChecks() {}

    /**
     * Has two threads do what is an operation of the class.
     *
     * @throws AssertionError with the steps that lead to a fault
     */
    public static void of(Class<?> scene) {
        new ModelCheckingOptions().iterations(1).threads(THREADS).actorsPerThread(1).actorsBefore(0).actorsAfter(0)
                .invocationsPerIteration(ORDERS).minimizeFailedScenario(false).invocationTimeout$lincheck(LONGEST.toMillis()).check(scene);
    }
}
