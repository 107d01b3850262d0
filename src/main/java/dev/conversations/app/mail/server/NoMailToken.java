// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.server;

import java.io.IOException;
import java.util.Optional;

/** No access token came. The message repeats nothing but a host, a status and an error code of OAuth 2. */
final class NoMailToken extends IOException {
    private static final long serialVersionUID = 1;

    private final String wayOut;

    /** @param wayOut the settings to look at; null when none of them is to blame */
    NoMailToken(String message, String wayOut) {
        super(message);
        this.wayOut = wayOut;
    }

    /** The settings to look at, if it is not only the provider that is away. */
    Optional<String> wayOut() {
        return Optional.ofNullable(wayOut);
    }
}
