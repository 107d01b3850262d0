// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.time;

/** What work belongs to: when it ends, as that of a process that is killed, nothing of it goes on. */
public final class Life {

    private final String name;
    private boolean over;

    public Life(String name) {
        this.name = name;
    }

    void end() {
        over = true;
    }

    public boolean isOver() {
        return over;
    }

    @Override
    public String toString() {
        return name;
    }
}
