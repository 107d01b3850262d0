// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.front;

import dev.conversations.sandbox.call.Refusal;
import java.util.regex.Pattern;

/**
 * Keeps web pages from elsewhere out of what needs no credentials: a request must call the sandbox by a name of this
 * machine, and one that changes something must not come from a page of another origin.
 */
final class LocalOnly {

    private static final Pattern LOCAL = Pattern.compile("(?i)(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");

    private LocalOnly() {}

    /** @throws Refusal when a web page from elsewhere may be behind the request */
    static void check(Incoming request) {
        String host = host(request);
        if (!LOCAL.matcher(host).matches()) {
            throw new Refusal(403, 20003,
                    "The sandbox answers here only when called by localhost, 127.0.0.1 or [::1].");
        }
        String origin = request.header("Origin");
        boolean changes = !request.verb().equals("GET") && !request.verb().equals("HEAD");
        if (changes && origin != null && !origin.equalsIgnoreCase("http://" + host)) {
            throw new Refusal(403, 20003, "The sandbox takes this from its own page and from programs,"
                    + " not from a page of another origin.");
        }
    }

    /** The name and port that are called; HTTP/2 has no header of them. */
    private static String host(Incoming request) {
        String header = request.header("Host");
        return header == null ? request.http().getHost() + ":" + request.http().getPort() : header;
    }
}
