// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.conversations.webhook.Form;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server that takes webhooks and remembers them. */
public final class WebhookCatcher implements AutoCloseable {

    /** @param url the address called, with the query as received */
    public record Caught(String verb, String url, Map<String, List<String>> parameters,
            Map<String, List<String>> headers, byte[] body) {

        public String get(String name) {
            List<String> values = parameters.get(name);
            return values == null ? null : values.get(0);
        }

        public String event() {
            return get("EventType");
        }

        public String header(String name) {
            return headers.entrySet().stream().filter(e -> e.getKey().equalsIgnoreCase(name)).findFirst()
                    .map(e -> e.getValue().get(0)).orElse(null);
        }
    }

    public record Reply(int status, String json) {}

    private final List<Caught> caught = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile Function<Caught, Reply> answer = event -> new Reply(200, "");

    public WebhookCatcher() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    public String url(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    public void answers(Function<Caught, Reply> how) {
        answer = how;
    }

    public List<Caught> caught() {
        return caught;
    }

    public List<String> events() {
        return caught.stream().map(Caught::event).toList();
    }

    public Caught first(String event) {
        return caught.stream().filter(c -> event.equals(c.event())).findFirst().orElseThrow();
    }

    void clear() {
        caught.clear();
        answer = event -> new Reply(200, "");
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String query = exchange.getRequestURI().getRawQuery();
        boolean get = exchange.getRequestMethod().equals("GET");
        String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
        Map<String, List<String>> parameters = get ? Form.parse(query) : type.contains("form") ? Form.parse(body)
                : Map.of();
        Caught event = new Caught(exchange.getRequestMethod(), url(exchange.getRequestURI().toString()), parameters,
                Map.copyOf(exchange.getRequestHeaders()), body);
        caught.add(event);
        Reply reply = answer.apply(event);
        byte[] json = reply.json().getBytes(StandardCharsets.UTF_8);
        if (json.length > 0) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
        }
        exchange.sendResponseHeaders(reply.status(), json.length == 0 ? -1 : json.length);
        exchange.getResponseBody().write(json);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
