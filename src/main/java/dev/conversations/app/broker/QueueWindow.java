package dev.conversations.app.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.conversations.api.text.Json;
import dev.conversations.app.delivery.Payload;
import dev.conversations.app.delivery.Undeliverable;
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
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queues of the embedded broker for people with {@code curl}, reachable from this machine only:
 * {@code GET /queues/<name>} shows the messages that wait there and leaves them, {@code POST /queues/<name>} with JSON
 * adds one, {@code POST /queues/replay} with any JSON tries all dead letters again. No web page can use it: it demands a
 * content type that browsers ask permission for, and a local host name.
 */
final class QueueWindow implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QueueWindow.class);
    private static final String ROOT = "/queues/";
    private static final String REPLAY = "replay";
    private static final int MAX_BODY = 1 << 20;
    private static final long BODY_MILLIS = 3_000;
    private static final int WORKERS = 4;
    private static final Limits LIMITS = new Limits(Limits.DEFAULTS.head(), Limits.DEFAULTS.keepAlive(), 50);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(WORKERS));
    private final ConnectionFactory broker;
    private final Set<String> queues;
    private final ReplayCommand replay;

    private QueueWindow(ConnectionFactory broker, Set<String> queues, ReplayCommand replay) {
        this.broker = broker;
        this.queues = queues;
        this.replay = replay;
    }

    /** Opens it on these queues. */
    static QueueWindow open(Port port, ConnectionFactory broker, Set<String> queues, ReplayCommand replay) {
        QueueWindow window = new QueueWindow(broker, queues, replay);
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
            LOG.warn("The window to the queues failed", http.failure());
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
        if (!isLocal(http.request().getHeader("Host"))) {
            answer(http, 403, Map.of("error", "This is for localhost only."));
        } else if (!queues.contains(queue) && !queue.equals(REPLAY)) {
            answer(http, 404, Map.of("queues", queues.stream().map(name -> ROOT + name).sorted().toList()));
        } else if (http.request().method() == HttpMethod.POST) {
            post(http, queue);
        } else if (queue.equals(REPLAY)) {
            answer(http, 405, Map.of("error", "Say POST."));
        } else {
            answer(http, 200, waiting(queue));
        }
    }

    private List<Map<String, Object>> waiting(String queue) throws IOException {
        try (JMSContext jms = broker.createContext();
                QueueBrowser browser = jms.createBrowser(jms.createQueue(queue))) {
            List<Map<String, Object>> messages = new ArrayList<>();
            for (Object message : Collections.list(browser.getEnumeration())) {
                messages.add(show((Message) message));
            }
            return messages;
        } catch (JMSException e) {
            throw new IOException("The broker does not show its queue", e);
        }
    }

    private void post(RoutingContext http, String queue) throws IOException {
        String type = http.request().getHeader("Content-Type");
        if (type == null || !type.startsWith("application/json")) {
            answer(http, 415, Map.of("error", "Say Content-Type: application/json."));
        } else if (queue.equals(REPLAY)) {
            answer(http, 202, Map.of("replayed", replay.all(broker)));
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

    private static Map<String, Object> show(Message message) throws JMSException {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (Object name : Collections.list(message.getPropertyNames())) {
            if (!name.toString().startsWith("JMS")) {
                shown.put(name.toString(), message.getObjectProperty(name.toString()));
            }
        }
        try {
            shown.put("body", body(Payload.of(message)));
        } catch (Undeliverable e) {
            shown.put("error", e.getMessage());
        }
        return shown;
    }

    private static Object body(byte[] body) {
        try {
            return Json.readObject(body);
        } catch (IOException e) {
            return new String(body, UTF_8);
        }
    }

    private static boolean isLocal(String host) {
        return host != null && host.matches("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
    }

    private static void answer(RoutingContext http, int status, Object body) {
        http.response().setStatusCode(status).putHeader("Content-Type", "application/json")
                .end(Buffer.buffer(Json.write(body)));
    }

    private static void await(Future<?> done) {
        done.toCompletionStage().toCompletableFuture().join();
    }
}
