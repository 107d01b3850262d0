package dev.conversations.app.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.conversations.api.text.Json;
import dev.conversations.app.start.Port;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The queues of the embedded broker for people with {@code curl}, reachable from this machine only:
 * {@code GET /queues/<name>} shows the messages that wait there, oldest first, and leaves them, a {@link QueuePage} at a
 * time; {@code POST /queues/<name>} with JSON adds one, {@code POST /queues/replay} with any JSON tries all dead letters again. No web page can use it: it demands a
 * content type that browsers ask permission for, and a local host name.
 */
final class QueueWindow implements AutoCloseable {
    private static final String ROOT = "/queues/";
    private static final String REPLAY = "replay";
    private static final int MAX_BODY = 1 << 20;
    private static final Pattern FROM = Pattern.compile("from=(\\d{1,9})");

    private final HttpServer server;
    private final ConnectionFactory broker;
    private final Set<String> queues;
    private final ToLongFunction<String> waiting;
    private final ReplayCommand replay;

    private QueueWindow(HttpServer server, ConnectionFactory broker, Set<String> queues, ToLongFunction<String> waiting,
            ReplayCommand replay) {
        this.server = server;
        this.broker = broker;
        this.queues = queues;
        this.waiting = waiting;
        this.replay = replay;
    }

    /**
     * Opens it on these queues.
     *
     * @param waiting how many messages are on a queue
     * @param clients gives each client a thread of its own, so that a slow one holds up no other
     */
    static QueueWindow open(Port port, ConnectionFactory broker, Set<String> queues, ToLongFunction<String> waiting,
            ReplayCommand replay, Executor clients) throws IOException {
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port.number());
        QueueWindow window = new QueueWindow(HttpServer.create(here, 0), broker, queues, waiting, replay);
        window.server.createContext("/", window::serve);
        window.server.setExecutor(clients);
        window.server.start();
        return window;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange http) throws IOException {
        try (http) {
            String queue = http.getRequestURI().getPath().replaceFirst("^" + ROOT, "");
            if (!isLocal(http.getRequestHeaders().getFirst("Host"))) {
                answer(http, 403, Map.of("error", "This is for localhost only."));
            } else if (!queues.contains(queue) && !queue.equals(REPLAY)) {
                answer(http, 404, Map.of("queues", queues.stream().map(name -> ROOT + name).sorted().toList()));
            } else if (http.getRequestMethod().equals("POST")) {
                post(http, queue);
            } else if (queue.equals(REPLAY)) {
                answer(http, 405, Map.of("error", "Say POST."));
            } else {
                show(http, queue);
            }
        }
    }

    private void show(HttpExchange http, String queue) throws IOException {
        Matcher from = FROM.matcher(Objects.requireNonNullElse(http.getRequestURI().getRawQuery(), "from=0"));
        if (!from.matches()) {
            answer(http, 400, Map.of("error", "The only parameter is from, a number: how many messages to leave out."));
            return;
        }
        QueuePage page = QueuePage.of(broker, queue, Integer.parseInt(from.group(1)), waiting.applyAsLong(queue));
        page.headers().forEach(http.getResponseHeaders()::set);
        answer(http, 200, page.lines(ROOT + queue));
    }

    private void post(HttpExchange http, String queue) throws IOException {
        String type = http.getRequestHeaders().getFirst("Content-Type");
        byte[] body = http.getRequestBody().readNBytes(MAX_BODY + 1);
        if (type == null || !type.startsWith("application/json")) {
            answer(http, 415, Map.of("error", "Say Content-Type: application/json."));
        } else if (body.length > MAX_BODY) {
            answer(http, 413, Map.of("error", "A message may have " + MAX_BODY + " bytes."));
        } else if (queue.equals(REPLAY)) {
            answer(http, 202, Map.of("replayed", replay.all(broker, waiting)));
        } else {
            try (JMSContext jms = broker.createContext()) {
                jms.createProducer().send(jms.createQueue(queue), new String(body, UTF_8));
            }
            answer(http, 202, Map.of("queue", queue));
        }
    }

    private static boolean isLocal(String host) {
        return host != null && host.matches("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
    }

    private static void answer(HttpExchange http, int status, Object body) throws IOException {
        byte[] json = Json.write(body);
        http.getResponseHeaders().set("Content-Type", "application/json");
        http.sendResponseHeaders(status, json.length);
        http.getResponseBody().write(json);
    }
}
