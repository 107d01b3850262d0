// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;

/** No whole reply came to a call. The message names operation and host, and whether it may have been done all the same. */
public final class NoReply extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * @param operation its name
     * @param cause what happened on the way
     */
    NoReply(String operation, String host, IOException cause) {
        super("%s %s: %s%s".formatted(operation, fate(operation, cause).formatted(host), reason(cause), wayOut(cause)), cause);
    }

    /** Those that only people can mend. */
    private static String wayOut(IOException cause) {
        return cause instanceof ConnectException || cause instanceof UnknownHostException || cause instanceof NoRouteToHostException
                ? "; check the network, baseUri, region and edge, and whether calls must go through a proxy (http.proxyHost)" : "";
    }

    private static String fate(String operation, IOException cause) {
        if (RetryPolicy.wasNeverSent(cause)) {
            return "was not sent to %s";
        }
        return switch (operation.substring(operation.indexOf('/') + 1)) {
            case "create" -> "may have been made at %s, but no whole answer came";
            case "update", "delete", "upload" -> "may have been done at %s, but no whole answer came";
            default -> "got no whole answer of %s";
        };
    }

    private static String reason(IOException cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
