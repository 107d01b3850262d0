// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.once.model;

/** What could be otherwise, and must be found to be wrong. */
public enum Sabotage {
    NONE,
    CONFIRMS_BEFORE_CREATE,
    KEYS_IN_MEMORY,
    KEYS_WITHOUT_TERM,
    TERM_SHORTER_THAN_A_REQUEST,
    INHERITS_WITHOUT_LOOK
}
