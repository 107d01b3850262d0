// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.proof;

/**
 * How large a play is.
 *
 * @param people who write and can be reached; each has a conversation
 * @param messages that each of them writes; each gets a reply
 * @param hopeless who cannot be reached
 * @param replies to each of those
 * @param kills of the bridge
 */
record Sizes(int people, int messages, int hopeless, int replies, int kills) {

    /** Less written by as many, with as many kills. */
    Sizes part(int percent) {
        return new Sizes(people, messages * percent / 100, hopeless, replies * percent / 100, kills);
    }

    int sent() {
        return people * messages;
    }

    int failures() {
        return hopeless * replies;
    }
}
