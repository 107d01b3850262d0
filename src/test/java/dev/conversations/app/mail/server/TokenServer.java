// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A provider of tokens: gives them out, tells mail servers whether one is good, and can be away or take tokens back. */
public final class TokenServer implements AutoCloseable {
    public static final String CLIENT = "a-client";
    public static final String SECRET = "its-hidden-secret";
    public static final String REFRESH = "refresh-0-hidden";
    /** What all access tokens begin with. */
    public static final String BEGINNING = "access-token-";

    private final HttpServer server;
    private final String owner;
    private final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();
    private final Set<String> good = ConcurrentHashMap.newKeySet();
    private final Set<String> refreshTokens = ConcurrentHashMap.newKeySet();
    private final AtomicInteger given = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile int life = 3600;
    private volatile boolean rotating;
    private volatile int trouble;

    /** @param owner of the mailbox that tokens open */
    public TokenServer(String owner) throws IOException {
        this.owner = owner;
        refreshTokens.add(REFRESH);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", this::token);
        server.createContext("/introspect", this::introspect);
        server.start();
    }

    public URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/token");
    }

    /** Where a mail server asks about a token in {@code Authorization}. */
    public URI introspection() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/introspect");
    }

    public List<Map<String, String>> requests() {
        return requests;
    }

    /** In seconds. */
    public void giveTokensFor(int seconds) {
        life = seconds;
    }

    /** Each refresh token can be used once, and brings the next one. */
    public void rotate() {
        rotating = true;
    }

    /** @param status of the answers from now on; 0 for none */
    public void trouble(int status) {
        trouble = status;
    }

    /** How many mail servers asked about a token that is not good. */
    public int refusals() {
        return refusals.get();
    }

    public boolean isGood(String token) {
        return good.contains(token);
    }

    /** A token of the mailbox, for somebody else. */
    public String give() {
        String token = "token-of-another-" + given.incrementAndGet();
        good.add(token);
        return token;
    }

    /** No token that was given out is good any more. */
    public void takeBack() {
        good.clear();
    }

    public void forgetRefreshTokens() {
        refreshTokens.clear();
    }

    public void know(String refreshToken) {
        refreshTokens.add(refreshToken);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = Arrays.stream(new String(exchange.getRequestBody().readAllBytes(), UTF_8).split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> field[0], field -> URLDecoder.decode(field[1], UTF_8)));
        requests.add(form);
        if (trouble != 0) {
            reply(exchange, trouble, "{\"error\":\"temporarily_unavailable\",\"error_description\":\"" + form + "\"}");
        } else if (!CLIENT.equals(form.get("client_id")) || !SECRET.equals(form.get("client_secret"))) {
            reply(exchange, 401, "{\"error\":\"invalid_client\",\"error_description\":\"" + form + "\"}");
        } else if (form.get("grant_type").equals("refresh_token") && !knows(form.get("refresh_token"))) {
            reply(exchange, 400, "{\"error\":\"invalid_grant\",\"error_description\":\"" + form + "\"}");
        } else {
            give(exchange, form.get("grant_type").equals("refresh_token") && rotating);
        }
    }

    private boolean knows(String refreshToken) {
        return rotating ? refreshTokens.remove(refreshToken) : refreshTokens.contains(refreshToken);
    }

    private void give(HttpExchange exchange, boolean rotate) throws IOException {
        int number = given.incrementAndGet();
        String token = BEGINNING + number;
        good.add(token);
        String refresh = "refresh-" + number + "-hidden";
        if (rotate) {
            refreshTokens.add(refresh);
        }
        reply(exchange, 200, "{\"token_type\":\"Bearer\",\"access_token\":\"" + token + "\",\"expires_in\":" + life
                + (rotate ? ",\"refresh_token\":\"" + refresh + "\"" : "") + "}");
    }

    private void introspect(HttpExchange exchange) throws IOException {
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        boolean known = authorization.startsWith("Bearer ") && isGood(authorization.substring("Bearer ".length()));
        refusals.addAndGet(known ? 0 : 1);
        reply(exchange, known ? 200 : 401,
                known ? "{\"active\":true,\"username\":\"" + owner + "\"}" : "{\"error\":\"invalid_token\"}");
    }

    private static void reply(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
