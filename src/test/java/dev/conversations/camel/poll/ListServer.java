// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.poll;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.conversations.api.operation.Operation;
import dev.conversations.api.text.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A list of any kind, in pages of two. */
public final class ListServer implements AutoCloseable {

    private static final int PAGE = 2;

    private final List<Map<String, Object>> items = new CopyOnWriteArrayList<>();
    private final List<String> queries = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final Operation operation;
    private volatile String parent;

    public ListServer(Operation operation) throws IOException {
        this.operation = operation;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public String base() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** What was asked, in order. */
    List<String> queries() {
        return List.copyOf(queries);
    }

    /** Items are of that conversation from now on, in place of one each. */
    ListServer of(String conversation) {
        parent = conversation;
        return this;
    }

    ListServer clear() {
        items.clear();
        return this;
    }

    /** Adds an item that has no date. */
    ListServer odd(String sid) {
        add(sid, 0);
        Map<String, Object> odd = new LinkedHashMap<>(items.remove(items.size() - 1));
        odd.put("date_created", "yesterday");
        items.add(odd);
        return this;
    }

    /** Adds an item to the end, made at that second. */
    public ListServer add(String sid, int second) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("sid", sid);
        item.put("conversation_sid", parent == null ? sid : parent);
        String date = "2026-01-02T03:%02d:%02dZ".formatted(second / 60, second % 60);
        item.put("date_created", date);
        item.put("conversation_date_created", date);
        item.put("index", items.size() * 3);
        items.add(item);
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        queries.add(String.valueOf(exchange.getRequestURI().getRawQuery()));
        Map<String, String> query = new HashMap<>();
        for (String pair : exchange.getRequestURI().getRawQuery() == null ? new String[0]
                : exchange.getRequestURI().getRawQuery().split("&")) {
            query.put(pair.split("=")[0], pair.split("=")[1]);
        }
        List<Map<String, Object>> all = new ArrayList<>(items);
        if ("desc".equals(query.get("Order"))) {
            Collections.reverse(all);
        }
        int from = Integer.parseInt(query.getOrDefault("PageToken", "0"));
        int to = Math.min(all.size(), from + PAGE);
        Map<String, Object> meta = new HashMap<>();
        meta.put("next_page_url", to == all.size() ? null
                : base() + exchange.getRequestURI().getPath() + "?Order=" + query.getOrDefault("Order", "asc") + "&PageToken=" + to);
        byte[] reply = Json.write(Map.of(operation.resource().items(), all.subList(from, to), "meta", meta));
        exchange.sendResponseHeaders(200, reply.length);
        exchange.getResponseBody().write(reply);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
