// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.simulation.judge.Ear;
import dev.conversations.simulation.judge.Oracle;
import dev.conversations.simulation.plan.Plan;
import dev.conversations.simulation.sabotage.Sabotage;
import dev.conversations.simulation.world.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Worlds that are clean when all is sound tell of each part that is not. */
class EverySabotage {

    /** Those that {@link ManyWorlds} finds clean. */
    private static final int SEEDS = 1000;
    private static final Ear EAR = Ear.open();
    private static final Machine MACHINE = new Machine(EAR);

    @AfterAll
    static void close() {
        EAR.close();
    }

    static Stream<Sabotage> all() {
        return Sabotage.all().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void isNoticed(Sabotage sabotage) {
        List<String> said = new ArrayList<>();
        for (long seed = 0; seed < SEEDS && said.stream().noneMatch(fault -> fault.startsWith(sabotage.expected())); seed++) {
            Plan plan = Plan.of(seed);
            if (plan.isBridge() == sabotage.bridge()) {
                said.addAll(Oracle.all(MACHINE.run(plan, sabotage.parts())));
            }
        }
        assertThat(said).anyMatch(fault -> fault.startsWith(sabotage.expected()));
    }
}
