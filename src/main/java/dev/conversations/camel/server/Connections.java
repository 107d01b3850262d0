package dev.conversations.camel.server;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The connections of a server: none keeps it waiting without end, and only so many are open. A connection first brings
 * the head of a request, then its body; it is answered, and is kept for another request.
 */
final class Connections {
    private static final long NO_TIMER = -1;

    private final Vertx vertx;
    private final long headMillis;
    private final long keepAliveMillis;
    private final int most;
    /** Those with a part of a request still to come, the longest waited for first, and their timers. */
    private final Map<HttpConnection, Long> arriving = new LinkedHashMap<>();
    /** Those that are kept, likewise. */
    private final Map<HttpConnection, Long> kept = new LinkedHashMap<>();
    private int open;

    /**
     * @param headMillis how long the head of the first request may take
     * @param keepAliveMillis how long the head of another may take
     * @param most how many connections are open at once
     */
    Connections(Vertx vertx, long headMillis, long keepAliveMillis, int most) {
        this.vertx = vertx;
        this.headMillis = headMillis;
        this.keepAliveMillis = keepAliveMillis;
        this.most = most;
    }

    synchronized void opened(HttpConnection connection) {
        open++;
        connection.closeHandler(closed -> closed(connection));
        arriving.put(connection, close(connection, headMillis));
        if (open > most) {
            Iterator<HttpConnection> longest = (arriving.size() == 1 && !kept.isEmpty() ? kept : arriving).keySet().iterator();
            longest.next().close();
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
        kept.put(connection, close(connection, keepAliveMillis));
    }

    private synchronized void closed(HttpConnection connection) {
        open--;
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

    private long close(HttpConnection connection, long millis) {
        return vertx.setTimer(millis, late -> connection.close());
    }
}
