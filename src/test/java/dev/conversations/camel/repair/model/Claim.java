// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair.model;

/** What is kept of the claim of a message. */
public enum Claim {
    FREE,
    HELD,
    /** Held, and somebody asked for it since. */
    ASKED,
    /** Its holder is gone, and its term is over. */
    LEFT,
    /** Given back after a failure. */
    OPEN,
    DONE;

    boolean canBeHad() {
        return this == FREE || this == LEFT || this == OPEN;
    }
}
