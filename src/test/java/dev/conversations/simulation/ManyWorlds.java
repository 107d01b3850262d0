// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation;

import dev.conversations.simulation.judge.Ear;
import dev.conversations.simulation.plan.Plan;
import dev.conversations.simulation.world.Machine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** As many worlds as {@code simulation.seeds} says, from {@code simulation.first} on; or the one that {@code simulation.replay} names. */
class ManyWorlds {

    @Test
    void areWell() {
        String replay = System.getProperty("simulation.replay", "");
        try (Ear ear = Ear.open()) {
            if (replay.isEmpty()) {
                areWell(ear, Long.getLong("simulation.first", 0), Long.getLong("simulation.seeds", 2000));
            } else {
                new Worlds(new Machine(ear)).isWell(Plan.parse(replay));
            }
        }
    }

    /** Two machines share them. */
    private static void areWell(Ear ear, long first, long count) {
        long half = count / 2;
        CompletableFuture<Void> others = CompletableFuture.runAsync(() -> new Worlds(new Machine(ear)).areWell(first, half), run ->
                new Thread(run, "other worlds").start());
        new Worlds(new Machine(ear)).areWell(first + half, count - half);
        try {
            others.join();
        } catch (CompletionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        }
    }
}
