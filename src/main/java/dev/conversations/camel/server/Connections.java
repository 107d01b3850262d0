// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.server;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The connections of a server: none keeps it waiting without end, and only so many are open. A connection first brings
 * the head of a request, then its body; it is answered, and is kept for another request.
 */
final class Connections {
    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final Limits limits;
    /** Those with a part of a request still to come, the longest waited for first, and their timers. */
    private final Map<HttpConnection, Long> arriving = new LinkedHashMap<>();
    /** Those that are kept, likewise. */
    private final Map<HttpConnection, Long> kept = new LinkedHashMap<>();
    /** Those that will be closed: nothing more is taken from them. */
    private final Set<HttpConnection> ended = new HashSet<>();
    private int open;

    Connections(Vertx vertx, Limits limits) {
        this.vertx = vertx;
        this.limits = limits;
    }

    /** There is one more. */
    synchronized void opened(HttpConnection connection) {
        open++;
        connection.closeHandler(closed -> closed(connection));
        arriving.put(connection, close(connection, limits.head()));
        if (open > limits.connections()) {
            HttpConnection longest =
                    (arriving.size() == 1 && !kept.isEmpty() ? kept : arriving).keySet().iterator().next();
            forget(longest);
            longest.close();
        }
    }

    /** The head of a request is there. */
    synchronized void begun(HttpConnection connection) {
        forget(connection);
        arriving.put(connection, NO_TIMER);
    }

    /** The whole request is there, answered or not. */
    synchronized void arrived(HttpConnection connection) {
        stop(arriving.remove(connection));
    }

    /** Its answer is on its way. */
    synchronized void answered(HttpConnection connection) {
        forget(connection);
        kept.put(connection, close(connection, limits.keepAlive()));
    }

    /** Nothing more is taken from it. */
    synchronized void end(HttpConnection connection) {
        ended.add(connection);
    }

    synchronized boolean hasEnded(HttpConnection connection) {
        return ended.contains(connection);
    }

    private synchronized void closed(HttpConnection connection) {
        open--;
        ended.remove(connection);
        forget(connection);
    }

    private void forget(HttpConnection connection) {
        stop(arriving.remove(connection));
        stop(kept.remove(connection));
    }

    private void stop(Long timer) {
        if (timer != null && timer != NO_TIMER) {
            vertx.cancelTimer(timer);
        }
    }

    private long close(HttpConnection connection, Duration time) {
        return vertx.setTimer(time.toMillis(), late -> connection.close());
    }
}
