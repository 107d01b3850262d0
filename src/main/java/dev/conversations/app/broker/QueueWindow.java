package dev.conversations.app.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.conversations.api.text.Json;
import dev.conversations.app.delivery.Payload;
import dev.conversations.app.delivery.Undeliverable;
import dev.conversations.app.start.Port;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.QueueBrowser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The queues of the embedded broker for people with {@code curl}, reachable from this machine only:
 * {@code GET /queues/<name>} shows the messages that wait there and leaves them, {@code POST /queues/<name>} with JSON
 * adds one, {@code POST /queues/replay} with any JSON tries all dead letters again. No web page can use it: it demands a
 * content type that browsers ask permission for, and a local host name.
 */
final class QueueWindow implements AutoCloseable {
    private static final String ROOT = "/queues/";
    private static final String REPLAY = "replay";
    private static final int MAX_BODY = 1 << 20;

    private final HttpServer server;
    private final ConnectionFactory broker;
    private final Set<String> queues;
    private final ReplayCommand replay;

    private QueueWindow(HttpServer server, ConnectionFactory broker, Set<String> queues, ReplayCommand replay) {
        this.server = server;
        this.broker = broker;
        this.queues = queues;
        this.replay = replay;
    }

    /** Opens it on these queues. */
    static QueueWindow open(Port port, ConnectionFactory broker, Set<String> queues, ReplayCommand replay)
            throws IOException {
        InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), port.number());
        QueueWindow window = new QueueWindow(HttpServer.create(here, 0), broker, queues, replay);
        window.server.createContext("/", window::serve);
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
                answer(http, 200, waiting(queue));
            }
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

    private void post(HttpExchange http, String queue) throws IOException {
        String type = http.getRequestHeaders().getFirst("Content-Type");
        byte[] body = http.getRequestBody().readNBytes(MAX_BODY + 1);
        if (type == null || !type.startsWith("application/json")) {
            answer(http, 415, Map.of("error", "Say Content-Type: application/json."));
        } else if (body.length > MAX_BODY) {
            answer(http, 413, Map.of("error", "A message may have " + MAX_BODY + " bytes."));
        } else if (queue.equals(REPLAY)) {
            answer(http, 202, Map.of("replayed", replay.all(broker)));
        } else {
            try (JMSContext jms = broker.createContext()) {
                jms.createProducer().send(jms.createQueue(queue), new String(body, UTF_8));
            }
            answer(http, 202, Map.of("queue", queue));
        }
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

    private static void answer(HttpExchange http, int status, Object body) throws IOException {
        byte[] json = Json.write(body);
        http.getResponseHeaders().set("Content-Type", "application/json");
        http.sendResponseHeaders(status, json.length);
        http.getResponseBody().write(json);
    }
}
