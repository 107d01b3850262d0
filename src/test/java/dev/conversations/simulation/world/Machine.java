// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.world;

import dev.conversations.simulation.judge.Ear;
import dev.conversations.simulation.judge.Seen;
import dev.conversations.simulation.plan.Plan;
import dev.conversations.simulation.time.Workers;

/** What worlds run on, one after the other. */
public final class Machine {

    final Workers workers = new Workers();
    final Resources resources = new Resources();
    final RouteFiles files = new RouteFiles();
    final Ear ear;

    /** @param ear hears what is logged */
    public Machine(Ear ear) {
        this.ear = ear;
    }

    /** Runs one world to its end. */
    public synchronized Seen run(Plan plan, Parts parts) {
        return new World(plan, parts, this).run();
    }
}
