// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.server;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;

/**
 * Servers of Vert.x for HTTP/1.1 that strangers cannot fill: their connections keep to {@link Limits}, and a request that
 * proxies could understand differently gets 400. Such a request, one that gets 408 and one that gets 413 are the last of
 * their connections.
 */
public final class BoundedHttpServer {
    private static final long LINGER_MILLIS = 1_000;

    private BoundedHttpServer() {}

    /**
     * A server that does not listen yet.
     *
     * @param options of the server; HTTP/2 is switched off
     * @param router answers to the requests
     */
    public static HttpServer create(Vertx vertx, HttpServerOptions options, Limits limits, Router router) {
        Connections connections = new Connections(vertx, limits);
        Router watched = Router.router(vertx);
        watched.route().handler(context -> watch(context, connections));
        watched.route("/*").subRouter(router);
        options.setHttp2ClearTextEnabled(false).setUseAlpn(false);
        return vertx.createHttpServer(options).connectionHandler(connections::opened).requestHandler(request -> {
            if (connections.hasEnded(request.connection())) {
                return;
            }
            if (isClear(request)) {
                watched.handle(request);
            } else {
                connections.end(request.connection());
                refuse(request);
            }
        });
    }

    private static void watch(RoutingContext context, Connections connections) {
        HttpServerRequest request = context.request();
        connections.begun(request.connection());
        request.end().onSuccess(all -> connections.arrived(request.connection()));
        context.addEndHandler(done -> {
            int status = request.response().getStatusCode();
            if (status == 408 || status == 413) {
                connections.end(request.connection());
                cutOff(context);
            } else {
                connections.answered(request.connection());
            }
        });
        context.next();
    }

    /** Closes the connection of a request that is not wanted, once it is over or its sender had time to read so. */
    private static void cutOff(RoutingContext context) {
        HttpConnection connection = context.request().connection();
        if (context.request().isEnded()) {
            connection.close();
        } else {
            context.request().end().onComplete(all -> connection.close());
            context.vertx().setTimer(LINGER_MILLIS, late -> connection.close());
        }
    }

    /** Whether all who read the request agree on where it goes and where it ends. */
    private static boolean isClear(HttpServerRequest request) {
        boolean old = request.version() == HttpVersion.HTTP_1_0;
        List<String> encodings = request.headers().getAll("Transfer-Encoding");
        return request.path() != null && request.path().startsWith("/")
                && request.headers().getAll("Host").size() <= 1
                && (old || request.authority() != null)
                && (encodings.isEmpty() || !old && encodings.size() == 1 && encodings.get(0).equalsIgnoreCase("chunked"));
    }

    private static void refuse(HttpServerRequest request) {
        request.response().setStatusCode(400).putHeader("Connection", "close").end()
                .onComplete(written -> request.connection().close());
    }
}
