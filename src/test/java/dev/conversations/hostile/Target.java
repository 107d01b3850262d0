// SPDX-License-Identifier: Apache-2.0
package dev.conversations.hostile;

import dev.conversations.app.RunningBridge;
import dev.conversations.camel.receive.Webhooks;
import dev.conversations.webhook.Signature;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A server of a running bridge.
 *
 * @param url to which requests go
 * @param good a request that is answered with 200
 */
record Target(String name, URI url, HttpRequest good) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** All that listen for HTTP. */
    static Stream<Target> of(RunningBridge bridge) {
        return Stream.of(webhooks(bridge), sandbox(bridge), queues(bridge));
    }

    private static Target webhooks(RunningBridge bridge) {
        URI url = URI.create("http://localhost:" + bridge.property("bridge.http.port") + Webhooks.PATH);
        Map<String, List<String>> event = Map.of("EventType", List.of("onUserUpdated"), "UserSid", List.of("US" + UUID.randomUUID()));
        return new Target("webhooks", url, HttpRequest.newBuilder(url)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(Signature.HEADER, Signature.sign(bridge.sandbox().authToken(), url.toString(), event))
                .POST(BodyPublishers.ofString(Webhooks.form(event)))
                .timeout(PATIENCE)
                .build());
    }

    private static Target sandbox(RunningBridge bridge) {
        String credentials = bridge.sandbox().accountSid() + ":" + bridge.sandbox().authToken();
        URI url = bridge.sandbox().baseUri().resolve("/v1/Conversations");
        return new Target("sandbox", url, HttpRequest.newBuilder(url)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .timeout(PATIENCE)
                .build());
    }

    private static Target queues(RunningBridge bridge) {
        URI url = URI.create("http://localhost:" + bridge.property("bridge.broker.http-port") + "/queues/"
                + bridge.property("bridge.queue.messages"));
        return new Target("queues", url, HttpRequest.newBuilder(url).timeout(PATIENCE).build());
    }

    /** The status of the answer to the good request, of somebody who comes now. */
    int serve() throws Exception {
        HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return client.send(good, BodyHandlers.discarding()).statusCode();
    }

    Stranger stranger() throws Exception {
        return new Stranger(url.getPort());
    }

    /** The head of a request with these lines, without its end. */
    String head(String method, String... lines) {
        return method + " " + url.getPath() + " HTTP/1.1\r\n" + String.join("", Stream.of(lines).map(line -> line + "\r\n").toList());
    }

    @Override
    public String toString() {
        return name;
    }
}
