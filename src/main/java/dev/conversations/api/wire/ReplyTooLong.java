// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.wire;

import java.io.IOException;

/** A reply that is not read to its end; asking again would bring the same. */
public final class ReplyTooLong extends IOException {

    private static final long serialVersionUID = 1L;

    public ReplyTooLong(int longest) {
        super("The reply is longer than " + longest + " bytes");
    }
}
