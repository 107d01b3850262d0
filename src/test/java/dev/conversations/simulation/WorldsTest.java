// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.simulation.judge.Ear;
import dev.conversations.simulation.judge.Seen;
import dev.conversations.simulation.plan.Plan;
import dev.conversations.simulation.world.Machine;
import dev.conversations.simulation.world.Parts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The first worlds; the profile simulation runs many more. */
class WorldsTest {

    private static final int SEEDS = 100;
    private static final Ear EAR = Ear.open();
    private static final Machine MACHINE = new Machine(EAR);

    @AfterAll
    static void close() {
        EAR.close();
    }

    @Test
    void whateverGoesWrongAllThatWasWrittenIsWorkedOnAndAnsweredOnceAndInOrder() {
        new Worlds(MACHINE).areWell(0, SEEDS);
    }

    @Test
    void aSeedHasOneHistory() {
        for (long seed = 0; seed < 5; seed++) {
            Seen once = MACHINE.run(Plan.of(seed), Parts.SOUND);
            Seen again = MACHINE.run(Plan.of(seed), Parts.SOUND);
            assertThat(again.history().toString()).isEqualTo(once.history().toString());
            assertThat(again.answers()).isEqualTo(once.answers()).isNotEmpty();
        }
    }

    @Test
    void whatIsWrittenOfAPlanIsThePlan() {
        Plan whole = Plan.of(7);
        Plan part = whole.with(whole.kept().subList(1, 3));

        assertThat(Plan.parse(whole.toString())).isEqualTo(whole);
        assertThat(Plan.parse(part.toString())).isEqualTo(part);
        assertThat(part.steps().size() + part.faults().size()).isEqualTo(2);
    }
}
