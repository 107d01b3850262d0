package dev.conversations.camel.listen;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.IntSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpConsumer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpEngine;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/**
 * Hands over requests of the Vert.x server as they are: the body of the message is an {@link HttpRequest}, or a
 * {@link Refusal} when the request's own body was too large or too slow. The server's form reader would refuse values
 * beyond 8 KiB and keep no raw body. Bodies are read without a thread, so slow ones keep nobody waiting. The only
 * class that knows Vert.x, so that others run without it.
 */
public final class VertxListener extends VertxPlatformHttpConsumer {
    private static final long MAX_MILLIS = 3_000;

    private final IntSupplier maxBodySize;

    private VertxListener(PlatformHttpEndpoint endpoint, Processor processor, String router, IntSupplier maxBodySize) {
        super(endpoint, processor, List.of(), router);
        this.maxBodySize = maxBodySize;
    }

    /** The engine that makes such listeners; null when the context has no Vert.x server. */
    public static PlatformHttpEngine engine(CamelContext context, IntSupplier maxBodySize) {
        if (context.getRegistry().findByType(VertxPlatformHttpRouter.class).isEmpty()) {
            return null;
        }
        VertxPlatformHttpEngine engine = new VertxPlatformHttpEngine() {
            @Override
            public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
                String router = VertxPlatformHttpRouter.getRouterNameFromPort(getServerPort());
                return new VertxListener(endpoint, processor, router, maxBodySize);
            }
        };
        engine.setCamelContext(context);
        return engine;
    }

    @Override
    protected Future<Void> populateCamelMessage(RoutingContext context, Exchange exchange, Message message) {
        HttpServerRequest request = context.request();
        Promise<Object> whole = Promise.promise();
        Body body = new Body(maxBodySize.getAsInt(), whole);
        long timer = context.vertx().setTimer(MAX_MILLIS, id -> whole.tryComplete(
                Refusal.malformed(408, "a body that does not end within " + MAX_MILLIS + " ms")));
        request.handler(body::add);
        request.endHandler(end -> whole.tryComplete(request(request, body.bytes())));
        request.exceptionHandler(lost -> {
            context.vertx().cancelTimer(timer);
            releaseExchange(exchange, false);
        });
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        return whole.future().map(read -> {
            context.vertx().cancelTimer(timer);
            message.setBody(read);
            return null;
        });
    }

    /** Collects a body up to a limit; what comes after the end is decided is dropped. */
    private record Body(int max, Promise<Object> whole, ByteArrayOutputStream read) {
        Body(int max, Promise<Object> whole) {
            this(max, whole, new ByteArrayOutputStream(1024));
        }

        void add(Buffer part) {
            if (read.size() + part.length() > max) {
                whole.tryComplete(Refusal.malformed(413, "a body of more than " + max + " bytes"));
            } else if (!whole.future().isComplete()) {
                read.writeBytes(part.getBytes());
            }
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
                name -> single(request.headers().getAll(name)),
                request.remoteAddress() == null ? null : request.remoteAddress().hostAddress(),
                body);
    }

    private static String single(List<String> values) {
        return values.size() == 1 ? values.get(0) : null;
    }
}
