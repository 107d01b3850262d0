// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.observe;

import java.util.Locale;

/** What can become of a webhook; each is counted per path. */
public enum Outcome {
    /** Every request that arrived. */
    RECEIVED,
    /** No valid signature: answered with 403. */
    REFUSED,
    /** No valid signature, but let in: verification only reports. */
    REPORTED,
    /** Too large, too slow or not to be read: answered with 400, 408, 413 or 415. */
    MALFORMED,
    /** Too many at once, or a route suspended: answered with 503. */
    OVERLOADED,
    /** An event that this version does not know. */
    UNKNOWN,
    /** An event that no route asked for. */
    UNROUTED,
    /** An event that a route had already. */
    DUPLICATE,
    /** An event that a route finished. */
    PROCESSED,
    /** An event that a route finished and of which no webhook told. */
    REPAIRED,
    /** An event that a route failed on. */
    FAILED,
    /** A pre-action event that was rejected. */
    REJECTED,
    /** A pre-action event that was answered before its route had finished. */
    LATE;

    /** The name as consoles and meters show it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
