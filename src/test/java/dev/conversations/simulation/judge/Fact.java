// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.judge;

import java.time.Duration;

/**
 * Something that was seen.
 *
 * @param at since the begin of the world
 * @param where the node, or what is outside of all nodes
 * @param about the SID of a message, or a key
 * @param more in words
 */
public record Fact(Duration at, Kind kind, String where, String about, String more) {

    /** What can be seen. */
    public enum Kind {
        /** A person wrote a message; more is the conversation. */
        MADE,
        /** The route has begun with a message. */
        BEGUN,
        /** It has failed. */
        FAILED,
        /** It has finished. */
        DONE,
        /** A message that a stranger made up has reached the route. */
        HAD_FORGED,
        /** A webhook was answered; more is the status. */
        ANSWERED,
        /** The webhook of a stranger was answered; more is the status. */
        ANSWERED_FORGED,
        /** An event is on the queue of messages; more is the conversation. */
        QUEUED,
        /** The mail server has a mail about a message; more is its Message-ID. */
        MAILED,
        /** It is on the queue of statuses that a message failed; more is the conversation. */
        TOLD,
        /** Something is on the queue of dead letters; more is the reason. */
        KEPT,
        /** Something went wrong as planned. */
        FAULT,
        STARTED,
        KILLED,
        /** An operator begins to stop a node or a route. */
        STOPPING,
        /** It is stopped; more tells what is still in work. */
        STOPPED,
        KEY_TURNED
    }

    @Override
    public String toString() {
        return "%10.3f %s %s %s %s".formatted(at.toNanos() / 1e9, kind, where, about, more).stripTrailing();
    }
}
