// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** An HTTP server that gives prepared replies, one after the other. */
public final class StubServer implements AutoCloseable {

    /** A reply; {@code announced} may promise more bytes than come, so that the reply is cut off. */
    record Stub(int status, Map<String, String> headers, byte[] body, long announced, CountDownLatch when) {

        Stub(int status, Map<String, String> headers, byte[] body, long announced) {
            this(status, headers, body, announced, new CountDownLatch(0));
        }
    }

    private final Queue<Stub> stubs = new ConcurrentLinkedQueue<>();
    private final List<Headers> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    public StubServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.add(exchange.getRequestHeaders());
            Stub stub = stubs.remove();
            await(stub.when());
            stub.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(stub.status(), stub.announced() == 0 ? -1 : stub.announced());
            exchange.getResponseBody().write(stub.body());
            exchange.close();
        });
        server.start();
    }

    public URI base() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    List<Headers> requests() {
        return requests;
    }

    StubServer then(int status, String body) {
        return then(status, Map.of(), body);
    }

    public StubServer then(int status, Map<String, String> headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        stubs.add(new Stub(status, headers, bytes, bytes.length));
        return this;
    }

    StubServer then(Stub stub) {
        stubs.add(stub);
        return this;
    }

    /** A reply that comes when it may. */
    StubServer then(int status, String body, CountDownLatch when) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return then(new Stub(status, Map.of(), bytes, bytes.length, when));
    }

    private static void await(CountDownLatch when) throws IOException {
        try {
            when.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
