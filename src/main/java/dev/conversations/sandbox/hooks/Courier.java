// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.hooks;

import dev.conversations.webhook.Signature;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Makes the HTTP requests of webhooks as Twilio does, signed, and notes what came of them.
 *
 * @see <a href="https://www.twilio.com/docs/usage/webhooks/webhooks-security">Twilio, webhooks security</a>
 */
public final class Courier {

    private static final int MAX_ANSWER = 64 * 1024;

    /**
     * An answer.
     *
     * @param status the HTTP status; 0 when none came in time
     * @param type the content type
     */
    record Response(int status, String type, byte[] body) {
        static final Response NONE = new Response(0, "", new byte[0]);
    }

    /** An answer, and what was noted of it. */
    record Sent(Response response, WebhookLog.Entry entry) {}

    private final HttpClient client;
    private final Executor readers;
    private final Signer signer;
    private final Duration limit;
    private final WebhookLog log;
    private final Clock clock;

    /**
     * @param readers runs what reads answers
     * @param limit how long an answer may take; Twilio waits five seconds
     */
    public Courier(HttpClient client, Executor readers, Signer signer, Duration limit, WebhookLog log, Clock clock) {
        this.client = client;
        this.readers = readers;
        this.signer = signer;
        this.limit = limit;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Sends an event as a form, or in the query if the target wants GET.
     *
     * @param token the same for every copy of an event
     */
    Sent form(Target target, Map<String, List<String>> parameters, String token) {
        String form = parameters.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> encode(entry.getKey()) + '=' + encode(value)))
                .collect(Collectors.joining("&"));
        boolean get = target.method().equals("GET");
        String url = get ? target.signed() + (target.signed().indexOf('?') < 0 ? '?' : '&') + form : target.signed();
        HttpRequest.Builder request = request(target, url, get ? Map.of() : parameters)
                .header("I-Twilio-Idempotency-Token", token);
        if (!get) {
            request.header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                    .POST(BodyPublishers.ofString(form));
        }
        return exchange(request.build(), new Shipment(target, first(parameters, "EventType"), parameters));
    }

    /** Sends JSON, whose hash is part of the signed URL. */
    Response json(Target target, byte[] body, String event) {
        String url = Signature.urlFor(target.signed(), body);
        HttpRequest request = request(target, url, Map.of())
                .header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body)).build();
        return exchange(request, new Shipment(target, event, Map.of("JSON", List.of(new String(body, StandardCharsets.UTF_8))))).response();
    }

    /** Notes an event that is not sent. */
    void drop(Target target, Map<String, List<String>> parameters) {
        note(new Shipment(target, first(parameters, "EventType"), parameters), Response.NONE, "dropped");
    }

    private HttpRequest.Builder request(Target target, String url, Map<String, List<String>> form) {
        HttpRequest.Builder request = HttpRequest.newBuilder(Target.wire(url))
                .header("User-Agent", "TwilioProxy/1.1")
                .header("Accept", "*/*");
        signer.sign(request, url, form);
        return target.authorization() == null ? request : request.header("Authorization", target.authorization());
    }

    /** What is sent, and where. */
    private record Shipment(Target target, String event, Map<String, List<String>> parameters) {}

    private Sent exchange(HttpRequest request, Shipment shipment) {
        CompletableFuture<HttpResponse<InputStream>> sent = client.sendAsync(request, BodyHandlers.ofInputStream());
        try {
            Response response = sent.thenApplyAsync(Courier::read, readers)
                    .get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return note(shipment, response, response.status() == 0 ? "failed" : "answered");
        } catch (TimeoutException e) {
            sent.cancel(true);
            return note(shipment, Response.NONE, "timeout");
        } catch (ExecutionException e) {
            return note(shipment, Response.NONE, "failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            sent.cancel(true);
            return note(shipment, Response.NONE, "dropped");
        }
    }

    private static Response read(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            return new Response(response.statusCode(), response.headers().firstValue("Content-Type").orElse(""),
                    body.readNBytes(MAX_ANSWER));
        } catch (IOException e) {
            return Response.NONE;
        }
    }

    private Sent note(Shipment shipment, Response response, String outcome) {
        return new Sent(response, log.add(clock.instant(), shipment.event(), shipment.target().shown(),
                first(shipment.parameters(), "ConversationSid"), response.status(), outcome, shipment.parameters(),
                new String(response.body(), StandardCharsets.UTF_8)));
    }

    static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.get(name);
        return values == null ? null : values.get(0);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
