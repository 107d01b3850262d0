// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.time;

/** Takes work whose life is over off its stack. Whatever it does on the way reaches nobody: all ways out ask for its life first. */
@SuppressWarnings("serial")
public final class Killed extends Error {

    public Killed(Life life) {
        super(life + " was killed", null, false, false);
    }
}
