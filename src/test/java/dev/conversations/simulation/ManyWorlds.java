// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation;

import dev.conversations.simulation.judge.Seen;
import dev.conversations.simulation.plan.Plan;
import dev.conversations.simulation.world.Machine;
import dev.conversations.simulation.world.Parts;
import org.junit.jupiter.api.Test;

/** As many worlds as {@code simulation.seeds} says, from {@code simulation.first} on; or the one that {@code simulation.replay} names. */
class ManyWorlds {

    @Test
    void areWell() {
        String replay = System.getProperty("simulation.replay", "");
        try (Machine machine = new Machine()) {
            Worlds worlds = new Worlds(machine);
            if (replay.isEmpty()) {
                worlds.areWell(Long.getLong("simulation.first", 0), Long.getLong("simulation.seeds", 2000));
            } else {
                Seen seen = machine.run(Plan.parse(replay), Parts.SOUND);
                System.out.println(Plan.parse(replay).parts() + "\n" + seen.history());
                worlds.isWell(Plan.parse(replay));
            }
        }
    }
}
