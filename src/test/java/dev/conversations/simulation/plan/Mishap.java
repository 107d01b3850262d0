// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.plan;

/** What goes wrong. */
public enum Mishap {
    /** Too many requests: nothing is done. */
    LIMITED,
    /** The same, and it is said to wait for long. */
    LIMITED_LONG,
    /** It fails, and nothing is done. */
    ERROR_BEFORE,
    /** It fails after it is done. */
    ERROR_AFTER,
    /** The connection ends, and nothing is done. */
    RESET_BEFORE,
    /** The connection ends after it is done. */
    RESET_AFTER,
    /** There is no connection. */
    UNREACHABLE,
    /** No answer comes, and nothing is done. */
    SILENCE_BEFORE,
    /** No answer comes, but it is done. */
    SILENCE_AFTER,
    /** It takes seconds. */
    SLOW,
    /** It never comes. */
    DROPPED,
    /** It comes twice at once. */
    DOUBLED,
    /** It comes again after a while. */
    DOUBLED_LATE,
    /** It comes after those behind it. */
    DELAYED,
    /** It comes when nobody waits for an answer any more. */
    DELAYED_LONG,
    /** All fails for some seconds. */
    AWAY,
    /** The node is killed, and nothing is done. */
    KILLED_BEFORE,
    /** The node is killed after it is done. */
    KILLED_AFTER
}
