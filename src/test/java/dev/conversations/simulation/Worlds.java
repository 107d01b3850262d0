// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation;

import dev.conversations.simulation.judge.Oracle;
import dev.conversations.simulation.judge.Seen;
import dev.conversations.simulation.plan.Plan;
import dev.conversations.simulation.plan.Shrinking;
import dev.conversations.simulation.world.Machine;
import dev.conversations.simulation.world.Parts;
import java.util.List;

/** Runs worlds one after the other, and tells of the first that fails in one line that runs it again. */
final class Worlds {

    private final Machine machine;

    Worlds(Machine machine) {
        this.machine = machine;
    }

    /** @throws AssertionError when one fails */
    void areWell(long first, long count) {
        for (long seed = first; seed < first + count; seed++) {
            isWell(Plan.of(seed));
        }
    }

    /** @throws AssertionError when it fails, with the smallest plan that fails in the same way */
    void isWell(Plan plan) {
        Seen whole = machine.run(plan, Parts.SOUND);
        List<String> faults = Oracle.all(whole);
        if (!faults.isEmpty()) {
            String kind = kind(faults.get(0));
            Plan least = Shrinking.of(plan, less -> faults(less).stream().anyMatch(fault -> kind(fault).equals(kind)));
            Seen again = machine.run(least, Parts.SOUND);
            Seen seen = Oracle.all(again).isEmpty() ? whole : again;
            throw new AssertionError(("Seed %d fails: %s%nIn the smallest plan that does: %s%n%s%nIt happened:%n%s%n"
                    + "To see it again: mvn -Psimulation test -Dsimulation.replay=%s").formatted(plan.seed(), String.join("; ", faults),
                    String.join("; ", Oracle.all(seen)), least.parts(), seen.history(), least));
        }
    }

    private List<String> faults(Plan plan) {
        return Oracle.all(machine.run(plan, Parts.SOUND));
    }

    private static String kind(String fault) {
        return fault.split(":", 2)[0];
    }
}
