// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.options;

/** How a pre-action event is answered in place of its route. */
public enum Verdict {
    /** Twilio goes on unchanged. */
    ACCEPT,
    /** Twilio gives up what was asked for. */
    REJECT
}
