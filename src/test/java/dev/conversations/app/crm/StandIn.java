// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.conversations.api.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A vendor's REST API with a memory, on a free port. Thread-safe. */
public abstract class StandIn implements ResponseDefinitionTransformerV2, AutoCloseable {

    /** A request; the query's values are decoded. */
    public record Call(Instant at, String method, String path, Map<String, String> query, String token, byte[] body) {

        Map<String, Object> json() {
            try {
                return Json.readObject(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** What is answered; no body when null. */
    public record Answer(int status, Map<String, String> headers, Object body) {

        public Answer(int status, Object body) {
            this(status, Map.of(), body);
        }
    }

    private record Scripted(String method, String path, Answer answer) {}

    private final WireMockServer server = new WireMockServer(WireMockConfiguration.options()
            .dynamicPort().bindAddress("127.0.0.1").extensions(this).disableRequestJournal());
    private final List<Scripted> script = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private Map<String, String> always = Map.of();

    protected StandIn() {
        server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.ok().withTransformers(getName())));
        server.start();
    }

    /** What the vendor would do. */
    protected abstract Answer answer(Call call);

    /** Scheme, host and port. */
    public URI base() {
        return URI.create("http://localhost:" + server.port());
    }

    /** Gives this answer, once, to the next call of that method whose path contains the text, and does nothing else. */
    public synchronized void next(String method, String path, Answer answer) {
        script.add(new Scripted(method, path, answer));
    }

    /** Gives all answers these headers from now on, beside their own. */
    public synchronized void always(Map<String, String> headers) {
        always = headers;
    }

    /** The calls of that method whose path contains the text, oldest first. */
    public synchronized List<Call> calls(String method, String path) {
        return calls.stream().filter(call -> call.method().equals(method) && call.path().contains(path)).toList();
    }

    @Override
    public String getName() {
        return "vendor";
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public synchronized ResponseDefinition transform(ServeEvent event) {
        Call call = read(event.getRequest());
        calls.add(call);
        Answer answer = script.stream()
                .filter(next -> next.method().equals(call.method()) && call.path().contains(next.path()))
                .findFirst()
                .map(next -> {
                    script.remove(next);
                    return next.answer();
                })
                .orElseGet(() -> answer(call));
        ResponseDefinitionBuilder response = new ResponseDefinitionBuilder().withStatus(answer.status());
        always.forEach((name, value) -> response.withHeader(name, value));
        answer.headers().forEach((name, value) -> response.withHeader(name, value));
        if (answer.body() != null) {
            response.withHeader("Content-Type", "application/json;charset=utf-8").withBody(Json.write(answer.body()));
        }
        return response.build();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static Call read(Request request) {
        URI uri = URI.create(request.getUrl());
        Map<String, String> query = new HashMap<>();
        if (uri.getRawQuery() != null) {
            for (String pair : uri.getRawQuery().split("&")) {
                int equals = pair.indexOf('=');
                query.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
        return new Call(Instant.now(), request.getMethod().getName(), uri.getPath(), query,
                request.getHeader("Authorization"), request.getBody());
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
