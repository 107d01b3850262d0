// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.proof;


import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A small play: each message in mail and queue, each reply at the telephone, each failure told of, though bridge and broker are killed. */
class ProofTest {

    @Test
    void nothingIsLostDoubledOrOutOfOrderThoughBridgeAndBrokerAreKilled() throws Exception {
        Proof.prove(Path.of("target", "proof", "small"), new Sizes(6, 12, 2, 4, 1));
    }
}
