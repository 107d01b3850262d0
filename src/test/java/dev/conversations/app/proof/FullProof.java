// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.proof;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The play in full, or the share of it that {@code proof.percent} says; too long to be run with all tests, so it has a profile of its own. */
class FullProof {
    static final Sizes SIZES = new Sizes(50, 100, 10, 100, 3);

    @Test
    @Timeout(3600)
    void nothingOfThousandsOfMessagesRepliesAndFailuresIsLostDoubledOrOutOfOrder() throws Exception {
        Proof.prove(Path.of("target", "proof", "full"), SIZES.part(Integer.getInteger("proof.percent", 100)));
    }
}
