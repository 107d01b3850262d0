// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.plan;

/**
 * One thing that is done in a world.
 *
 * @param millis after its begin
 * @param who the number of a person or of a node
 */
public record Step(int millis, Kind kind, int who) {

    /** What can be done. */
    public enum Kind {
        /** A person writes. */
        WRITES,
        /** A node ends as by {@code kill -9}, and is started again. */
        KILLED,
        /** A node is stopped as by an operator, and is started again. */
        RESTARTED,
        /** A route is stopped and started again. */
        ROUTE_STOPPED,
        /** Twilio signs with the other key. */
        KEY_TURNED,
        /** Somebody who knows no key sends an event. */
        FORGED
    }

    @Override
    public String toString() {
        return millis + " " + kind + " " + who;
    }
}
