// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.options;

/** When Twilio hears that a post-action event has arrived. */
public enum Acknowledge {
    /** When its routes have finished: 200, or 500 when one failed. */
    FINISHED,
    /** At once; what fails then is not told again. */
    RECEIVED
}
