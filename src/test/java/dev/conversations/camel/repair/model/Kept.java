// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair.model;

import java.util.Collections;
import java.util.List;

/**
 * What outlives a process.
 *
 * @param claims of the messages, by their index
 * @param cursor the index of the last message that the looks are done with; -1 at first
 */
public record Kept(List<Claim> claims, int cursor) {

    static final int NOTHING = -1;

    static Kept of(int messages) {
        return new Kept(Collections.nCopies(messages, Claim.FREE), NOTHING);
    }

    Kept with(int message, Claim claim) {
        return new Kept(Lists.set(claims, message, claim), cursor);
    }

    Kept at(int newCursor) {
        return new Kept(claims, newCursor);
    }
}
