package dev.conversations.api;

import java.io.IOException;

/** No token came, so that the call it was for was never sent. */
final class NoToken extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param operation the one that gets tokens */
    NoToken(String operation, IOException cause) {
        super("%s: no token came, so nothing was sent (%s)".formatted(operation, cause.getMessage()), cause);
    }
}
