// SPDX-License-Identifier: Apache-2.0
/** Reads the history of a play and nothing else, and says what was lost, doubled, or out of order. */
package dev.conversations.app.proof.judge;
