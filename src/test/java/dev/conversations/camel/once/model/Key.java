// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.once.model;

/** What is kept of the key of a reply. */
public enum Key {
    FREE,
    HELD,
    /** Its holder is gone, and its term is over. */
    LEFT,
    /** Given back by who does not know whether the reply was created. */
    OPEN,
    DONE
}
