// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair.model;

/** How far the webhook of a message is. */
public enum Told {
    /** The message is not written yet. */
    UNTOLD,
    ON_ITS_WAY,
    /** It came, and is not answered yet. */
    THERE,
    /** Answered or lost. */
    OVER
}
