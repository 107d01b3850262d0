// SPDX-License-Identifier: Apache-2.0
package dev.conversations.examples.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A server that takes whatever it is sent, on a free port, as long as the token is right. */
public final class HttpStandIn implements StandIn {

    /** A request that it took or refused. */
    public record Call(String method, String path, String body) {}

    private record Answer(int status, String body) {}

    private static final Answer TAKEN = new Answer(200, "{\"ok\": true}");

    private final String name;
    private final String token = UUID.randomUUID().toString();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Queue<Answer> next = new ConcurrentLinkedQueue<>();
    private final Consumer<Call> watcher;
    private final HttpServer server;

    /**
     * @param name the settings {@code sandbox.NAME-url} and {@code sandbox.NAME-token} tell of it
     * @param watcher is told of what it took
     */
    public HttpStandIn(String name, Consumer<Call> watcher) {
        this.name = name;
        this.watcher = watcher;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("sandbox." + name + "-url", "http://localhost:" + server.getAddress().getPort(),
                "sandbox." + name + "-token", token);
    }

    /** Gives this answer, once, to the next call. */
    public void next(int status, String body) {
        next.add(new Answer(status, body));
    }

    /** What it took and what it refused. */
    public List<Call> calls() {
        return calls;
    }

    private void answer(HttpExchange exchange) throws IOException {
        Call call = new Call(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        calls.add(call);
        Answer scripted = next.poll();
        Answer answer = !("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                ? new Answer(401, "{}") : scripted == null ? TAKEN : scripted;
        if (answer == TAKEN) {
            watcher.accept(call);
        }
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
