// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.webhook.Form;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A sandbox behind a long way: each call takes a while, and conversations can be held or in trouble. */
final class DistantTwilio implements AutoCloseable {
    private final Sandbox sandbox = Sandbox.start();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService way = Executors.newSingleThreadScheduledExecutor();
    private final HttpServer server;
    private final Queue<String> created = new ConcurrentLinkedQueue<>();
    private final Set<String> troubled = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private volatile CompletableFuture<Void> hold = CompletableFuture.completedFuture(null);
    private volatile long delayMillis;

    DistantTwilio() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    Sandbox sandbox() {
        return sandbox;
    }

    String base() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** How long a call takes at least. */
    void delay(long millis) {
        delayMillis = millis;
    }

    /** The conversations whose calls are answered with 500, and which of them were asked for. */
    Set<String> troubled() {
        return troubled;
    }

    Set<String> refused() {
        return refused;
    }

    /** From now on messages are created only once that is complete. */
    void hold(CompletableFuture<Void> until) {
        hold = until;
    }

    /** The conversations for which a message is held. */
    Set<String> held() {
        return held;
    }

    /** The texts of the messages that were created in a conversation, in their order. */
    Stream<String> created(String conversation) {
        return created.stream().filter(it -> it.startsWith(conversation)).map(it -> it.substring(conversation.length() + 1));
    }

    @Override
    public void close() {
        hold.complete(null);
        server.stop(0);
        way.shutdownNow();
        sandbox.close();
    }

    private void take(HttpExchange http) throws IOException {
        byte[] body = http.getRequestBody().readAllBytes();
        String conversation = http.getRequestURI().getPath().replaceFirst(".*/(CH\\w+).*", "$1");
        if (troubled.contains(conversation)) {
            refused.add(conversation);
            http.sendResponseHeaders(500, -1);
            http.close();
            return;
        }
        boolean creates = http.getRequestMethod().equals("POST") && http.getRequestURI().getPath().endsWith("/Messages");
        CompletableFuture<Void> turn = CompletableFuture.completedFuture(null);
        if (creates && !hold.isDone()) {
            held.add(conversation);
            turn = hold;
        }
        turn.thenRunAsync(() -> pass(http, body, creates ? conversation : null),
                CompletableFuture.delayedExecutor(delayMillis, TimeUnit.MILLISECONDS, way));
    }

    private void pass(HttpExchange http, byte[] body, String conversation) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(
                        sandbox.baseUri().toString().replaceFirst("/$", "") + http.getRequestURI()))
                .method(http.getRequestMethod(), BodyPublishers.ofByteArray(body))
                .header("Authorization", http.getRequestHeaders().getFirst("Authorization"));
        if (http.getRequestMethod().equals("POST")) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        if (conversation != null) {
            created.add(conversation + " " + Form.parse(new String(body, UTF_8)).get("Body").get(0));
        }
        client.sendAsync(request.build(), BodyHandlers.ofByteArray()).whenComplete((answer, failure) -> {
            if (failure == null) {
                answer(http, answer);
            } else {
                http.close();
            }
        });
    }

    private static void answer(HttpExchange http, HttpResponse<byte[]> answer) {
        try (http) {
            http.sendResponseHeaders(answer.statusCode(), answer.body().length);
            http.getResponseBody().write(answer.body());
        } catch (IOException e) {
            // who asked is gone
        }
    }
}
