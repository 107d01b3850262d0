// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair.model;

/** What could be otherwise, and must be found to be wrong. */
public enum Sabotage {
    NONE,
    CONFIRMS_BEFORE_WORK,
    CLAIMS_WITHOUT_TERM,
    CLAIMS_IN_MEMORY,
    FAILURES_ARE_CONFIRMED,
    CURSOR_BEFORE_WORK,
    LOOKS_PASS_WHAT_IS_NOT_FINISHED,
    WEBHOOKS_WITHOUT_TURNS,
    ACKNOWLEDGES_BEFORE_CLAIM
}
