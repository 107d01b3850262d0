// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.ImmutableRequest;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.conversations.api.Timing;
import dev.conversations.api.text.Json;
import dev.conversations.sandbox.kit.Waiting;
import dev.conversations.sandbox.world.Agenda;
import dev.conversations.webhook.EventType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/** A sandbox without sockets and threads of its own: requests are handed in, webhooks and what waits go where they are told to. */
public final class InProcess implements AutoCloseable {

    private static final URI BASE = URI.create("http://twilio.example");

    private final Assembly parts;

    /**
     * @param clock moved by who owns time
     * @param alarm rings when something is due
     * @param threads run what sends and reads webhooks
     * @param http the way of webhooks
     */
    public InProcess(SettableClock clock, Agenda.Alarm alarm, RandomGenerator random, Executor threads, HttpClient http) {
        Means means = new Means(clock, new Agenda(clock, alarm), random, threads, threads, http, () -> { });
        parts = new Assembly(SandboxOptions.defaults().withClock(clock), means, () -> BASE);
    }

    public String accountSid() {
        return parts.accountSid;
    }

    public String authToken() {
        return parts.authToken;
    }

    /** Answers a request of the API as the server would. */
    public ResponseDefinition answer(String method, String path, Map<String, String> headers, byte[] body) {
        HttpHeaders lines = new HttpHeaders(headers.entrySet().stream()
                .map(header -> new HttpHeader(header.getKey(), header.getValue())).toList());
        return parts.front.transform(ServeEvent.of(ImmutableRequest.create().withAbsoluteUrl(BASE + path)
                .withMethod(RequestMethod.fromString(method)).withHeaders(lines).withBody(body).withProtocol("HTTP/1.1").build()));
    }

    /** The messages of a conversation, oldest first. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> messages(String conversation) {
        String credentials = Base64.getEncoder().encodeToString((parts.accountSid + ":" + parts.authToken).getBytes(UTF_8));
        ResponseDefinition list = answer("GET", "/v1/Conversations/" + conversation + "/Messages?PageSize=100",
                Map.of("Authorization", "Basic " + credentials), new byte[0]);
        try {
            return (List<Map<String, Object>>) Json.readObject(list.getByteBody()).get("messages");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of the account at which people write. */
    public void listen(String address) throws Exception {
        parts.addresses.add(address);
    }

    public Phone.Sent write(String from, String to, String body) {
        return new Phone(from, parts, new Waiting(Timing.SYSTEM, Duration.ZERO, () -> "")).send(to, body);
    }

    /** Lets messages to that person end undelivered with that error of Twilio. */
    public void failing(String person, int errorCode) {
        parts.phones.fail(person, errorCode);
    }

    /** Signs webhooks with these keys from now on. */
    public void signWith(WebhookKey... keys) {
        parts.sign(List.of(keys));
    }

    public boolean reaches(String url, EventType type) {
        return parts.reach(url, type);
    }

    @Override
    public void close() {
        parts.close();
    }
}
