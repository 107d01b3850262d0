// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.listen;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpConsumer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpEngine;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/**
 * Hands over requests of the Vert.x server as they are. The server's form reader would refuse values beyond 8 KiB and
 * keep no raw body. Requests are read and answered by the server's event loop, so slow senders and slow routes keep
 * none of its threads. The only class that knows Vert.x, so that others run without it.
 */
public final class VertxListener extends VertxPlatformHttpConsumer {
    private static final long MAX_MILLIS = 3_000;
    /** How long a sender that was refused may go on before it is cut off, so that it reads the answer. */
    private static final long LINGER_MILLIS = 1_000;

    private final Reception reception;

    private VertxListener(PlatformHttpEndpoint endpoint, Processor processor, String router, Reception reception) {
        super(endpoint, processor, List.of(), router);
        this.reception = reception;
    }

    /** The engine that makes such listeners; null when the context has no Vert.x server. */
    public static PlatformHttpEngine engine(CamelContext context, Reception reception) {
        if (context.getRegistry().findByType(VertxPlatformHttpRouter.class).isEmpty()) {
            return null;
        }
        VertxPlatformHttpEngine engine = new VertxPlatformHttpEngine() {
            @Override
            public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
                String router = VertxPlatformHttpRouter.getRouterNameFromPort(getServerPort());
                return new VertxListener(endpoint, processor, router, reception);
            }
        };
        engine.setCamelContext(context);
        return engine;
    }

    @Override
    protected void handleRequest(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        Context loop = routing.vertx().getOrCreateContext();
        Body body = new Body(reception.maxBodySize());
        long timer = routing.vertx().setTimer(MAX_MILLIS, id -> refuse(
                routing, body, Refusal.malformed(408, "a body that does not end within " + MAX_MILLIS + " ms")));
        request.handler(part -> {
            if (!body.add(part)) {
                routing.vertx().cancelTimer(timer);
                refuse(routing, body, Refusal.malformed(413, "a body of more than " + body.max + " bytes"));
            }
        });
        request.endHandler(end -> {
            routing.vertx().cancelTimer(timer);
            if (body.decide()) {
                reception.take(request(request, body.bytes()), answer -> loop.runOnContext(now -> write(routing, answer)));
            }
        });
        request.exceptionHandler(lost -> {
            routing.vertx().cancelTimer(timer);
            body.decide();
        });
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
    }

    /** Answers to a request that has not come whole. What still comes of it is dropped, and its sender is cut off. */
    private void refuse(RoutingContext routing, Body body, Refusal refusal) {
        if (body.decide()) {
            HttpServerRequest request = routing.request();
            write(routing, reception.refuse(refusal));
            request.endHandler(end -> cutOff(request));
            routing.vertx().setTimer(LINGER_MILLIS, late -> cutOff(request));
        }
    }

    private static void cutOff(HttpServerRequest request) {
        if (isShared(request)) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }

    /** Whether other requests are on the same connection. */
    private static boolean isShared(HttpServerRequest request) {
        return request.version() == HttpVersion.HTTP_2;
    }

    private static void write(RoutingContext routing, Answer answer) {
        HttpServerResponse response = routing.response();
        if (!response.ended() && !response.closed()) {
            response.setStatusCode(answer.status());
            answer.headers((name, value) -> {
                if (!name.equals("Connection") || !isShared(routing.request())) {
                    response.putHeader(name, value);
                }
            });
            response.end(answer.json());
        }
    }

    /** A body that is collected up to a limit; what comes after it is decided upon is dropped. Is used on one thread. */
    private static final class Body {
        private final int max;
        private final ByteArrayOutputStream read = new ByteArrayOutputStream(1024);
        private boolean decided;

        Body(int max) {
            this.max = max;
        }

        /** Whether there is still room. */
        boolean add(Buffer part) {
            if (!decided && read.size() + part.length() <= max) {
                read.writeBytes(part.getBytes());
                return true;
            }
            return decided;
        }

        /** Whether nobody has decided before what becomes of it. */
        boolean decide() {
            boolean first = !decided;
            decided = true;
            return first;
        }

        byte[] bytes() {
            return read.toByteArray();
        }
    }

    private static HttpRequest request(HttpServerRequest request, byte[] body) {
        String uri = request.uri();
        int query = uri.indexOf('?');
        String host = request.getHeader("Host");
        return new HttpRequest(
                request.method().name(),
                request.scheme() + "://" + (host == null ? request.authority() : host),
                query < 0 ? uri : uri.substring(0, query),
                query < 0 ? null : uri.substring(query + 1),
                name -> HttpRequest.value(name, request.headers().getAll(name)),
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress(),
                body);
    }
}
