// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.way;

import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import dev.conversations.api.text.Json;
import dev.conversations.sandbox.InProcess;
import dev.conversations.simulation.plan.Channel;
import dev.conversations.simulation.plan.Mishap;
import dev.conversations.webhook.Form;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;

/** The way from a node to the API, in place of the connections of its HTTP client. */
public final class ApiWay implements ExecChainHandler {

    private static final String NUMBER = "+15551000000";
    private static final int SILENCE = 31_000;
    private static final int LIMITED = 429;
    private static final int UNAVAILABLE = 503;

    private final Host host;
    private final InProcess twilio;
    private final Fate fate;

    public ApiWay(Host host, InProcess twilio, Fate fate) {
        this.host = host;
        this.twilio = twilio;
        this.fate = fate;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain) throws IOException {
        host.check();
        String called = request.getMethod() + " " + request.getPath().split("\\?", 2)[0];
        Channel channel = called.startsWith("POST") && called.endsWith("/Messages") ? Channel.CREATE : Channel.API;
        Mishap mishap = fate.next(channel, host.life(), called);
        host.pass(1, 20);
        if (mishap != null) {
            before(mishap);
            if (mishap == Mishap.LIMITED || mishap == Mishap.LIMITED_LONG || mishap == Mishap.ERROR_BEFORE) {
                return refusal(mishap, request);
            }
        }
        ResponseDefinition answer = twilio.answer(request.getMethod(), request.getPath(), headers(request), body(request));
        if (mishap != null) {
            after(mishap);
            if (mishap == Mishap.ERROR_AFTER) {
                return refusal(mishap, request);
            }
        }
        host.pass(1, 20);
        ClassicHttpResponse response = new BasicClassicHttpResponse(answer.getStatus());
        answer.getHeaders().all().forEach(header -> response.addHeader(header.key(), header.firstValue()));
        if (answer.getByteBody() != null) {
            response.setEntity(new ByteArrayEntity(answer.getByteBody(), ContentType.APPLICATION_JSON));
        }
        return response;
    }

    private void before(Mishap mishap) throws IOException {
        switch (mishap) {
            case UNREACHABLE -> throw new ConnectException("Connection refused");
            case RESET_BEFORE -> throw new SocketException("Connection reset");
            case SILENCE_BEFORE -> silence();
            case SLOW -> host.pass(1_000, 4_000);
            case KILLED_BEFORE -> host.kill();
            default -> { }
        }
    }

    private void after(Mishap mishap) throws IOException {
        switch (mishap) {
            case RESET_AFTER -> throw new SocketException("Connection reset");
            case SILENCE_AFTER -> silence();
            case KILLED_AFTER -> host.kill();
            default -> { }
        }
    }

    private void silence() throws IOException {
        host.pass(SILENCE, SILENCE);
        throw new SocketTimeoutException("Read timed out");
    }

    /** Twilio's words repeat what was asked, and a number. */
    private static ClassicHttpResponse refusal(Mishap mishap, ClassicHttpRequest request) throws IOException {
        boolean limited = mishap == Mishap.LIMITED || mishap == Mishap.LIMITED_LONG;
        ClassicHttpResponse response = new BasicClassicHttpResponse(limited ? LIMITED : UNAVAILABLE);
        if (limited) {
            response.addHeader("Retry-After", mishap == Mishap.LIMITED ? "1" : "7");
        }
        String asked = Form.parse(body(request)).getOrDefault("Body", List.of("nothing")).get(0);
        response.setEntity(new ByteArrayEntity(Json.write(Map.of("status", response.getCode(), "code", 20_000 + response.getCode(),
                "message", "'" + asked + "' cannot go to " + NUMBER + " now")), ContentType.APPLICATION_JSON));
        return response;
    }

    private static Map<String, String> headers(ClassicHttpRequest request) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : request.getHeaders()) {
            headers.put(header.getName(), header.getValue());
        }
        if (request.getEntity() != null && request.getEntity().getContentType() != null) {
            headers.put("Content-Type", request.getEntity().getContentType());
        }
        return headers;
    }

    private static byte[] body(ClassicHttpRequest request) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (request.getEntity() != null) {
            request.getEntity().writeTo(body);
        }
        return body.toByteArray();
    }
}
