// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** One address before several nodes: requests go to each in turn, and to the next when one does not take them. */
public final class Balancer implements AutoCloseable {

    private static final List<String> PASSED_ON = List.of("Content-Type", "X-Twilio-Signature", "I-Twilio-Idempotency-Token");
    private static final int BAD_GATEWAY = 502;

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger turn = new AtomicInteger();
    private final List<Integer> ports;
    private final HttpServer server;

    Balancer(List<Integer> ports) throws IOException {
        this(0, ports);
    }

    /** @param port where it listens; 0 for any free port */
    public Balancer(int port, List<Integer> ports) throws IOException {
        this.ports = ports;
        server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        int status = BAD_GATEWAY;
        for (int tries = 0; tries < ports.size() && status == BAD_GATEWAY; tries++) {
            status = send(exchange, body, ports.get(Math.floorMod(turn.getAndIncrement(), ports.size())));
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    /** A node that is gone takes nothing; one that dies over a request has lost it, and Twilio is told so. */
    private int send(HttpExchange exchange, byte[] body, int port) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + exchange.getRequestURI()))
                .POST(BodyPublishers.ofByteArray(body));
        PASSED_ON.forEach(name -> exchange.getRequestHeaders().getOrDefault(name, List.of())
                .forEach(value -> request.header(name, value)));
        try {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (ConnectException e) {
            return BAD_GATEWAY;
        } catch (IOException e) {
            return 500;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 500;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
