// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.conversations.api.text.Json;
import dev.conversations.webhook.Form;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A Twilio that creates and lists messages, and fails when told to. */
final class TwilioStandIn implements AutoCloseable {
    private final Queue<Integer> trouble = new ConcurrentLinkedQueue<>();
    private final Queue<String> created = new ConcurrentLinkedQueue<>();
    private final Queue<Map<String, Object>> messages = new ConcurrentLinkedQueue<>();
    private volatile boolean despite;
    private HttpServer server;

    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::serve);
        server.start();
    }

    String base() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** The statuses that the next creations are answered with, each to be tried again at once. */
    Queue<Integer> trouble() {
        return trouble;
    }

    /** What was created: path, question mark, form. */
    Queue<String> created() {
        return created;
    }

    /** Whether what is answered with trouble is done all the same. */
    void createsDespiteTrouble(boolean despite) {
        this.despite = despite;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange http) throws IOException {
        if (http.getRequestMethod().equals("GET")) {
            answer(http, 200, Map.of("messages", List.copyOf(messages), "meta", Map.of("key", "messages")));
            return;
        }
        String form = new String(http.getRequestBody().readAllBytes(), UTF_8);
        Integer status = trouble.poll();
        if (status == null || despite) {
            created.add(http.getRequestURI().getPath() + "?" + form);
            messages.add(Map.of("sid", "IM1", "attributes", Form.parse(form).get("Attributes").get(0)));
        }
        if (status == null) {
            answer(http, 201, Map.of("sid", "IM1"));
        } else {
            http.getResponseHeaders().set("Retry-After", "0");
            answer(http, status, Map.of("code", 20500, "message", "Trouble"));
        }
    }

    private static void answer(HttpExchange http, int status, Object body) throws IOException {
        byte[] json = Json.write(body);
        http.sendResponseHeaders(status, json.length);
        http.getResponseBody().write(json);
        http.close();
    }
}
