// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.wire;

import java.io.IOException;

/** No token came, so that the call it was for was never sent. */
public final class NoToken extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param operation the one that gets tokens */
    public NoToken(String operation, IOException cause) {
        super("%s: no token came, so nothing was sent (%s)".formatted(operation, cause.getMessage()), cause);
    }
}
