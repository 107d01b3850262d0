// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.conversations.api.text.Json;
import dev.conversations.app.delivery.Reasons;
import dev.conversations.app.start.Port;
import dev.conversations.camel.server.BoundedHttpServer;
import dev.conversations.camel.server.Limits;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queues of the embedded broker for people with {@code curl}, reachable from this machine only:
 * {@code GET /queues/<name>} shows the messages that wait there, oldest first, and leaves them, a {@link QueuePage} at a
 * time; {@code POST /queues/<name>} with JSON adds one, {@code POST /queues/replay} with any JSON tries all dead letters
 * again. No web page can use it: it demands a content type that browsers ask permission for, and a local host name.
 */
final class QueueWindow implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueueWindow.class);
    private static final String ROOT = "/queues/";
    private static final String REPLAY = "replay";
    private static final int MAX_BODY = 1 << 20;
    private static final long BODY_MILLIS = 3_000;
    private static final int WORKERS = 4;
    private static final Pattern FROM = Pattern.compile("from=(\\d{1,9})");
    private static final Limits LIMITS = new Limits(Limits.DEFAULTS.head(), Limits.DEFAULTS.keepAlive(), 50);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(WORKERS));
    private final ConnectionFactory broker;
    private final Set<String> queues;
    private final ToLongFunction<String> waiting;
    private final ReplayCommand replay;

    private QueueWindow(ConnectionFactory broker, Set<String> queues, ToLongFunction<String> waiting, ReplayCommand replay) {
        this.broker = broker;
        this.queues = queues;
        this.waiting = waiting;
        this.replay = replay;
    }

    /**
     * Opens it on these queues.
     *
     * @param waiting how many messages are on a queue
     */
    static QueueWindow open(Port port, ConnectionFactory broker, Set<String> queues, ToLongFunction<String> waiting,
            ReplayCommand replay) {
        QueueWindow window = new QueueWindow(broker, queues, waiting, replay);
        await(BoundedHttpServer.create(window.vertx, new HttpServerOptions(), LIMITS, window.router())
                .listen(port.number(), InetAddress.getLoopbackAddress().getHostAddress()));
        return window;
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private Router router() {
        Router router = Router.router(vertx);
        router.route().handler(QueueWindow::awaitBody);
        router.route().handler(BodyHandler.create(false).setBodyLimit(MAX_BODY));
        router.route().blockingHandler(http -> {
            try {
                serve(http);
            } catch (IOException e) {
                http.fail(e);
            }
        }, false);
        router.route().failureHandler(QueueWindow::fail);
        return router;
    }

    private static void awaitBody(RoutingContext http) {
        long timer = http.vertx().setTimer(BODY_MILLIS, late -> http.fail(408));
        http.request().end().onComplete(all -> http.vertx().cancelTimer(timer));
        http.next();
    }

    private static void fail(RoutingContext http) {
        if (http.response().ended() || http.response().closed()) {
            return;
        }
        if (http.statusCode() == 500) {
            LOG.warn("The window to the queues failed: {}", Reasons.of(http.failure()));
        }
        String error = switch (http.statusCode()) {
            case 408 -> "The message did not come within " + BODY_MILLIS + " ms.";
            case 413 -> "A message may have " + MAX_BODY + " bytes.";
            default -> "This did not work; logs/bridge.log says more.";
        };
        answer(http, http.statusCode() < 400 ? 500 : http.statusCode(), Map.of("error", error));
    }

    private void serve(RoutingContext http) throws IOException {
        String queue = http.request().path().replaceFirst("^" + ROOT, "");
        String host = http.request().getHeader("Host");
        String origin = http.request().getHeader("Origin");
        if (!isLocal(host) || origin != null && !origin.equalsIgnoreCase("http://" + host)) {
            answer(http, 403, Map.of("error", "This is for localhost only, and for no web page."));
        } else if (!queues.contains(queue) && !queue.equals(REPLAY)) {
            answer(http, 404, Map.of("queues", queues.stream().map(name -> ROOT + name).sorted().toList()));
        } else if (http.request().method() == HttpMethod.POST) {
            post(http, queue);
        } else if (queue.equals(REPLAY)) {
            answer(http, 405, Map.of("error", "Say POST."));
        } else {
            show(http, queue);
        }
    }

    private void show(RoutingContext http, String queue) throws IOException {
        Matcher from = FROM.matcher(Objects.requireNonNullElse(http.request().query(), "from=0"));
        if (!from.matches()) {
            answer(http, 400, Map.of("error", "The only parameter is from, a number: how many messages to leave out."));
            return;
        }
        QueuePage page = QueuePage.of(broker, queue, Integer.parseInt(from.group(1)), waiting.applyAsLong(queue));
        page.headers().forEach(http.response()::putHeader);
        answer(http, 200, page.lines(ROOT + queue));
    }

    private void post(RoutingContext http, String queue) throws IOException {
        String type = http.request().getHeader("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            answer(http, 415, Map.of("error", "Say Content-Type: application/json."));
        } else if (queue.equals(REPLAY)) {
            answer(http, 202, Map.of("replayed", replay.all(broker, waiting)));
        } else {
            try (JMSContext jms = broker.createContext()) {
                jms.createProducer().send(jms.createQueue(queue), text(http));
            }
            answer(http, 202, Map.of("queue", queue));
        }
    }

    private static String text(RoutingContext http) {
        Buffer body = http.body().buffer();
        return body == null ? "" : body.toString(UTF_8);
    }

    private static boolean isLocal(String host) {
        return host != null && host.matches("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
    }

    private static void answer(RoutingContext http, int status, Object body) {
        http.response().setStatusCode(status).putHeader("Content-Type", "application/json")
                .putHeader("X-Content-Type-Options", "nosniff").putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .end(Buffer.buffer(Json.write(body)));
    }

    private static void await(Future<?> done) {
        done.toCompletionStage().toCompletableFuture().join();
    }
}
