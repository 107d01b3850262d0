// SPDX-License-Identifier: Apache-2.0
package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.conversations.webhook.EventType;
import dev.conversations.webhook.Signature;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Webhooks of every kind reach their routes through the HTTP server of {@code camel run --port}. */
class WebhooksTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final Duration START = Duration.ofMinutes(2);

    @TempDir
    static Path directory;

    private static Process camel;
    private static String url;

    @BeforeAll
    static void run() throws Exception {
        Files.writeString(directory.resolve("webhooks.camel.yaml"), Stream.of(EventType.values())
                .map(EventType::event)
                .map(event -> """
                        - route:
                            from:
                              uri: twilio-conversations:events/%1$s
                              steps:
                                - setBody:
                                    simple: ${body.conversationSid}
                                - to:
                                    uri: file:heard?fileName=%1$s
                                - setBody:
                                    simple: ${null}
                        """.formatted(event))
                .collect(Collectors.joining()));
        Files.writeString(directory.resolve("application.properties"), "camel.component.twilio-conversations.auth-token = " + TOKEN);
        int port = freePort();
        url = "http://localhost:" + port + "/twilio/conversations";
        camel = Command.start(directory, log(), "run", "webhooks.camel.yaml", "application.properties", "--port=" + port,
                "--dep=" + System.getProperty("consumer.dependency"), "--logging-color=false");
        awaitStart();
    }

    @AfterAll
    static void stop() throws Exception {
        camel.destroy();
        assertTrue(camel.waitFor(30, TimeUnit.SECONDS), "it does not stop");
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyEventReachesItsRoute(EventType type) throws Exception {
        Map<String, List<String>> event = new LinkedHashMap<>();
        event.put("EventType", List.of(type.event()));
        type.parameters().forEach(name -> event.putIfAbsent(name, List.of("ü+% " + UUID.randomUUID())));
        event.put("ConversationSid", List.of("CH" + UUID.randomUUID()));
        Path heard = directory.resolve("heard").resolve(type.event());

        assertEquals(403, post(event, "forged"));
        assertTrue(Files.notExists(heard));
        assertEquals(200, post(event, Signature.sign(TOKEN, url, event)));
        assertEquals(event.get("ConversationSid").get(0), Files.readString(heard));
    }

    private static int post(Map<String, List<String>> event, String signature) throws Exception {
        String form = event.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue().get(0), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(Signature.HEADER, signature)
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding()).statusCode();
    }

    /** Until it answers to a webhook, if only with a refusal. */
    private static void awaitStart() throws Exception {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end && !camel.waitFor(200, TimeUnit.MILLISECONDS)) {
            try {
                if (post(Map.of("EventType", List.of("none")), "forged") == 403) {
                    return;
                }
            } catch (ConnectException e) {
                // not yet
            }
        }
        fail("It did not start: " + Files.readString(log().toPath()));
    }

    private static File log() {
        return directory.resolve("camel.log").toFile();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
