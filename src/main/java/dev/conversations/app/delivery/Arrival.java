// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

/** What came in from a queue or topic, as far as the bridge asks for it. Nothing in it is ours until its seal is checked. */
interface Arrival {

    /** Where it came in: the name of the queue, or {@code kafka:} and the name of the topic. */
    String place();

    /** What it belongs with: the key of a record; null on a queue. */
    String group();

    /**
     * Its bytes; null when there are none.
     *
     * @throws Undeliverable when it holds something else
     */
    byte[] body() throws Undeliverable;

    /** Whether it came as bytes, not as text or what is never read. */
    boolean isBytes();

    /** What tells it from others at this place, in any words; null when nothing does. */
    String id();

    /** A property that somebody gave it; null when nobody did. */
    String property(String name);
}
