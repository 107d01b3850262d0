package dev.conversations.sandbox;

import dev.conversations.api.Json;
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
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * Sends webhooks as Twilio does: signed, marked with an idempotency token, as a form or in the query. What follows an action
 * is sent in the background, in order for each conversation and target; what precedes it waits for the answer, but not for
 * longer than the time limit.
 *
 * @see <a href="https://www.twilio.com/docs/conversations/conversations-webhooks">Twilio, Conversations webhooks</a>
 */
final class WebhookSender implements AutoCloseable {

    private static final int MAX_ANSWER = 64 * 1024;

    /** @param status the HTTP status; 0 when no answer came */
    private record Response(int status, String type, byte[] body) {
        static final Response NONE = new Response(0, "", new byte[0]);
    }

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5)).followRedirects(HttpClient.Redirect.NEVER).build();
    private final Lanes lanes = new Lanes();
    private final String authToken;
    private final Duration limit;
    private final WebhookLog log;
    private final Clock clock;

    /** @param limit how long an answer may take; Twilio waits five seconds */
    WebhookSender(String authToken, Duration limit, WebhookLog log, Clock clock) {
        this.authToken = authToken;
        this.limit = limit;
        this.log = log;
        this.clock = clock;
    }

    /** Tells in the background. */
    void tell(Target target, Map<String, List<String>> parameters) {
        String lane = target.url() + ' ' + first(parameters, "ConversationSid");
        if (!lanes.run(lane, () -> exchange(target, parameters))) {
            note(target, parameters, 0, "dropped");
        }
    }

    /**
     * Asks and waits.
     *
     * @return the fields that the answer sets, none when it sets none or does not come in time; empty when it refuses
     */
    Optional<Map<String, Object>> ask(Target target, Map<String, List<String>> parameters) {
        Response response = exchange(target, parameters);
        if (response.status() >= 400) {
            return Optional.empty();
        }
        try {
            boolean fields = response.status() == 200 && response.type().startsWith("application/json")
                    && response.body().length > 0;
            return Optional.of(fields ? Json.readObject(response.body()) : Map.of());
        } catch (IOException e) {
            return Optional.of(Map.of());
        }
    }

    private Response exchange(Target target, Map<String, List<String>> parameters) {
        CompletableFuture<Response> answer = client.sendAsync(request(target, parameters), BodyHandlers.ofInputStream())
                .thenApplyAsync(WebhookSender::read);
        try {
            Response response = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            note(target, parameters, response.status(), "answered");
            return response;
        } catch (TimeoutException e) {
            note(target, parameters, 0, "timeout");
        } catch (ExecutionException e) {
            note(target, parameters, 0, "failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            note(target, parameters, 0, "dropped");
        }
        answer.cancel(true);
        return Response.NONE;
    }

    private HttpRequest request(Target target, Map<String, List<String>> parameters) {
        boolean get = target.method().equals("GET");
        String form = parameters.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> encode(entry.getKey()) + '=' + encode(value)))
                .collect(Collectors.joining("&"));
        String url = get ? target.signed() + (target.signed().indexOf('?') < 0 ? '?' : '&') + form : target.signed();
        HttpRequest.Builder request = HttpRequest.newBuilder(Target.wire(url)).timeout(limit)
                .header("User-Agent", "TwilioProxy/1.1")
                .header("Accept", "*/*")
                .header("I-Twilio-Idempotency-Token", UUID.randomUUID().toString())
                .header(Signature.HEADER, get ? Signature.sign(authToken, url) : Signature.sign(authToken, url, parameters));
        if (target.authorization() != null) {
            request.header("Authorization", target.authorization());
        }
        return get ? request.GET().build()
                : request.header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                        .POST(BodyPublishers.ofString(form)).build();
    }

    private static Response read(HttpResponse<InputStream> response) {
        try (InputStream body = response.body()) {
            return new Response(response.statusCode(), response.headers().firstValue("Content-Type").orElse(""),
                    body.readNBytes(MAX_ANSWER));
        } catch (IOException e) {
            return Response.NONE;
        }
    }

    private void note(Target target, Map<String, List<String>> parameters, int status, String outcome) {
        log.add(new SentWebhook(clock.instant(), first(parameters, "EventType"), target.shown(),
                first(parameters, "ConversationSid"), status, outcome));
    }

    private static String first(Map<String, List<String>> parameters, String name) {
        List<String> values = parameters.get(name);
        return values == null ? null : values.get(0);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        lanes.close();
    }
}
