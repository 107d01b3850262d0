// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.front;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import wiremock.org.eclipse.jetty.io.Connection;
import wiremock.org.eclipse.jetty.io.EndPoint;
import wiremock.org.eclipse.jetty.server.HttpChannel;
import wiremock.org.eclipse.jetty.server.Request;
import wiremock.org.eclipse.jetty.util.thread.Scheduler;

/**
 * The connections of the server: none keeps it waiting without end for a request or a part of one, and only so many are
 * open; beyond, the one that was waited for the longest is closed.
 */
final class Connections implements Connection.Listener, HttpChannel.Listener {

    /** How many are open at once. The bridge has its own connections beside them, in the 1,024 files of a process. */
    static final int MOST = 250;

    /** How long a request may be on its way, its head and its body each. */
    private static final long ARRIVAL_MILLIS = 10_000;

    /** How long a connection is kept for another request. */
    private static final long KEEP_MILLIS = 30_000;

    private final Scheduler scheduler;
    private final Set<EndPoint> open = new HashSet<>();
    /** Those that the server waits for, the longest first, and what will close them. */
    private final Map<EndPoint, Scheduler.Task> waiting = new LinkedHashMap<>();
    /** How many requests are in work, of those that have some. */
    private final Map<EndPoint, Integer> inWork = new HashMap<>();

    Connections(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public synchronized void onOpened(Connection connection) {
        open.add(connection.getEndPoint());
        await(connection.getEndPoint(), ARRIVAL_MILLIS);
        if (open.size() > MOST) {
            EndPoint longest = waiting.keySet().iterator().next();
            stopWaiting(longest);
            longest.close();
        }
    }

    @Override
    public synchronized void onClosed(Connection connection) {
        open.remove(connection.getEndPoint());
        inWork.remove(connection.getEndPoint());
        stopWaiting(connection.getEndPoint());
    }

    @Override
    public synchronized void onRequestBegin(Request request) {
        inWork.merge(endPoint(request), 1, Integer::sum);
        await(endPoint(request), ARRIVAL_MILLIS);
    }

    @Override
    public synchronized void onRequestEnd(Request request) {
        stopWaiting(endPoint(request));
    }

    @Override
    public synchronized void onComplete(Request request) {
        Integer left = inWork.computeIfPresent(endPoint(request), (point, count) -> count == 1 ? null : count - 1);
        if (left == null && open.contains(endPoint(request))) {
            await(endPoint(request), KEEP_MILLIS);
        }
    }

    private void await(EndPoint point, long millis) {
        stopWaiting(point);
        waiting.put(point, scheduler.schedule(point::close, millis, TimeUnit.MILLISECONDS));
    }

    private void stopWaiting(EndPoint point) {
        Scheduler.Task task = waiting.remove(point);
        if (task != null) {
            task.cancel();
        }
    }

    private static EndPoint endPoint(Request request) {
        return request.getHttpChannel().getEndPoint();
    }
}
