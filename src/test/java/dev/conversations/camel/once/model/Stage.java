// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.once.model;

/** How far a node is with the reply that it took from the queue. */
public enum Stage {
    TAKEN,
    /** It has the key, and does not know whether the reply was created. */
    DOUBTFUL,
    /** It has the key, and knows that there is no such reply. */
    CERTAIN,
    /** It asked Twilio to create it. */
    SENT,
    /** The answer got lost on its way. */
    UNANSWERED,
    /** The reply is there. */
    CREATED,
    /** The key is confirmed. */
    CONFIRMED
}
