// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.once;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.conversations.api.text.Json;
import dev.conversations.camel.ConversationsComponent;
import dev.conversations.camel.options.ConversationsConfiguration;
import dev.conversations.webhook.Form;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;

/** The messages of one conversation, kept by a server that may do what is asked for and then not say so. */
final class ForgetfulTwilio implements AutoCloseable {

    /** What becomes of a create. */
    enum Fault {
        NONE(201, true),
        DONE_THEN_500(500, true),
        DONE_THEN_429(429, true),
        DONE_THEN_RESET(0, true),
        DONE_THEN_SILENT(-1, true),
        ONLY_500(500, false),
        ONLY_429(429, false),
        ONLY_RESET(0, false),
        REFUSED(400, false);

        private final int status;
        private final boolean done;

        Fault(int status, boolean done) {
            this.status = status;
            this.done = done;
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Map<String, Object>> messages = new ArrayList<>();
    private final AtomicInteger creates = new AtomicInteger();
    private final AtomicInteger lists = new AtomicInteger();
    private final Supplier<Instant> clock;
    private volatile IntFunction<Fault> faults = number -> Fault.NONE;

    ForgetfulTwilio(Supplier<Instant> clock) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            if (exchange.getRequestMethod().equals("POST")) {
                create(exchange);
            } else {
                list(exchange);
            }
        });
        server.start();
    }

    /** Has the component of a context call it. */
    ConversationsConfiguration connect(CamelContext context) {
        ConversationsConfiguration options =
                context.getComponent("twilio-conversations", ConversationsComponent.class).getConfiguration();
        options.setBaseUri(base());
        options.setAccountSid("AC" + "a".repeat(32));
        options.setAuthToken("token");
        return options;
    }

    String base() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What becomes of which create, by its number from 0 on. */
    void disturb(IntFunction<Fault> newFaults) {
        creates.set(0);
        lists.set(0);
        faults = newFaults;
    }

    /** How many creates were asked for. */
    int creates() {
        return creates.get();
    }

    /** How many pages of the list were asked for. */
    int lists() {
        return lists.get();
    }

    synchronized List<Object> bodies() {
        return messages.stream().map(message -> message.get("body")).toList();
    }

    /** Has others write messages. */
    synchronized void write(int count) {
        for (int i = 0; i < count; i++) {
            add("by others", "{}");
        }
    }

    synchronized void forget() {
        messages.clear();
    }

    private synchronized Map<String, Object> add(String body, String attributes) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("sid", "IM%032x".formatted(messages.size()));
        message.put("index", messages.size());
        message.put("body", body);
        message.put("attributes", attributes);
        message.put("date_created", clock.get().toString());
        messages.add(message);
        return message;
    }

    private void create(HttpExchange exchange) throws IOException {
        Map<String, List<String>> form = Form.parse(exchange.getRequestBody().readAllBytes());
        Fault fault = faults.apply(creates.getAndIncrement());
        Map<String, Object> message = fault.done ? add(form.get("Body").get(0), form.getOrDefault("Attributes", List.of("{}")).get(0)) : Map.of();
        if (fault.status == 0) {
            exchange.close();
        } else if (fault.status > 0) {
            answer(exchange, fault.status, fault.status == 201 ? message : Map.of("code", 20500, "message", "no"));
        }
    }

    private void list(HttpExchange exchange) throws IOException {
        lists.incrementAndGet();
        String query = exchange.getRequestURI().getQuery();
        int size = Integer.parseInt(query.replaceAll(".*PageSize=(\\d+).*", "$1"));
        int page = query.contains("Page=") ? Integer.parseInt(query.replaceAll(".*\\bPage=(\\d+).*", "$1")) : 0;
        List<Map<String, Object>> items = new ArrayList<>();
        Map<String, Object> meta = new LinkedHashMap<>();
        synchronized (this) {
            int newest = messages.size() - 1 - page * size;
            for (int i = newest; i >= 0 && i > newest - size; i--) {
                items.add(messages.get(i));
            }
            meta.put("next_page_url", newest - size < 0 ? null
                    : base() + exchange.getRequestURI().getPath() + "?Order=desc&PageSize=" + size + "&Page=" + (page + 1));
        }
        answer(exchange, 200, Map.of("messages", items, "meta", meta));
    }

    private static void answer(HttpExchange exchange, int status, Map<String, Object> body) throws IOException {
        byte[] json = Json.write(body);
        exchange.getResponseHeaders().set("Connection", "close");
        exchange.sendResponseHeaders(status, json.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(json);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
