// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.conversations.app.RunningBridge;
import dev.conversations.webhook.Signature;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A webhook with a signature of Twilio, whatever else it bears. */
final class SignedWebhook {
    private static final List<String> TAKEN_BY_HTTP =
            List.of("host", "content-length", "connection", "expect", "upgrade", "transfer-encoding");

    private SignedWebhook() {}

    /** Posts it to a bridge with a sandbox; tells the status. Headers that HTTP itself needs are left out. */
    static int post(RunningBridge bridge, Map<String, String> fields, List<Map.Entry<String, String>> headers)
            throws Exception {
        String token = bridge.sandbox().authToken();
        String url = bridge.property("bridge.public-url") + "/twilio/conversations";
        Map<String, List<String>> signed = new TreeMap<>();
        fields.forEach((name, value) -> signed.put(name, List.of(value)));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
        headers.stream()
                .filter(header -> !TAKEN_BY_HTTP.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .forEach(header -> request.setHeader(header.getKey(), header.getValue()));
        request.setHeader("Content-Type", "application/x-www-form-urlencoded")
                .setHeader("X-Twilio-Signature", Signature.sign(token, url, signed))
                .POST(BodyPublishers.ofString(form(fields)));
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()
                .send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> URLEncoder.encode(it.getKey(), UTF_8) + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
