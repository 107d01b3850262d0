// SPDX-License-Identifier: Apache-2.0
package dev.conversations.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/** An HTTP server that answers what it is told and keeps what it was asked. */
final class Recorder implements AutoCloseable {

    /** The headers that mean something to Twilio. */
    private static final List<String> HEADERS = List.of("Authorization", "X-twilio-webhook-enabled");

    /** A request, its pairs in sorted order because their order means nothing. */
    record Request(String verb, String path, List<String> query, String contentType, List<String> form, Map<String, String> headers) {}

    private final BlockingQueue<Request> requests = new LinkedBlockingQueue<>();
    private final HttpServer server;
    private volatile String reply = "{}";

    Recorder() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::record);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    URI base() {
        return URI.create("http://localhost:" + port());
    }

    void answer(String json) {
        reply = json;
    }

    Request taken() {
        Request request = requests.poll();
        if (request == null || !requests.isEmpty()) {
            requests.clear();
            throw new AssertionError("Not exactly one request came");
        }
        return request;
    }

    private void record(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Map<String, String> headers = new TreeMap<>();
        HEADERS.stream().filter(exchange.getRequestHeaders()::containsKey)
                .forEach(name -> headers.put(name, exchange.getRequestHeaders().getFirst(name)));
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        requests.add(new Request(
                exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), pairs(exchange.getRequestURI().getRawQuery()),
                body.isEmpty() ? null : type.replaceAll(";.*", ""), pairs(body), headers));
        boolean delete = exchange.getRequestMethod().equals("DELETE");
        byte[] text = reply.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(delete ? 204 : 200, delete ? -1 : text.length);
        if (!delete) {
            exchange.getResponseBody().write(text);
        }
        exchange.close();
    }

    private static List<String> pairs(String text) {
        return text == null || text.isEmpty() ? List.of() : Stream.of(text.split("&")).sorted().toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
