// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.server;

import java.time.Duration;

/**
 * How long connections may keep a server waiting, and how many may.
 *
 * @param head how long the first request of a connection may take until its headers are there
 * @param keepAlive how long a connection is kept for another request, headers included
 * @param connections how many are open at once; beyond, the one that has kept the server waiting longest is closed
 */
public record Limits(Duration head, Duration keepAlive, int connections) {

    /** Proxies keep connections for 60 s and must forget them first; a process has 1,024 files where nobody asked for more. */
    public static final Limits DEFAULTS = new Limits(Duration.ofSeconds(10), Duration.ofSeconds(75), 500);

    /** @throws IllegalArgumentException naming the limit that is none */
    public Limits {
        positive("headTimeout", head);
        positive("keepAliveTimeout", keepAlive);
        if (connections < 1) {
            throw new IllegalArgumentException("maxConnections is " + connections + ": say 1 or more");
        }
    }

    private static void positive(String name, Duration duration) {
        if (duration == null || duration.toMillis() < 1) {
            throw new IllegalArgumentException(name + " is " + duration + ": say a millisecond or more, such as 10s");
        }
    }
}
