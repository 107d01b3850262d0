// SPDX-License-Identifier: Apache-2.0
package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.conversations.camel.ConversationsComponent;
import dev.conversations.model.Conversation;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.Signature;
import dev.conversations.webhook.WebhookEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Webhooks of every kind reach their routes as they were sent, through the HTTP server of Quarkus. */
@QuarkusTest
@QuarkusTestResource(Twilio.class)
class WebhooksTest {
    private static final String ODD = "ä ö+ü %20 %C3%B6 100% & = \r\n \"😀\" 日本 RAW(a+b) RAW{c}";

    @TestHTTPResource("/twilio/conversations")
    URL server;

    @Inject
    Routes routes;

    @Inject
    CamelContext context;

    @ConfigProperty(name = "camel.component.twilio-conversations.auth-token")
    String token;

    @BeforeEach
    void forget() {
        routes.heard().clear();
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyEventComesAsForm(EventType type) throws Exception {
        Map<String, List<String>> event = event(type);
        assertEquals(200, post(event, Signature.sign(token, server.toString(), event)));
        assertEquals(List.of(event), routes.heard().stream().map(WebhookEvent::parameters).toList());
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyEventComesInTheQuery(EventType type) throws Exception {
        Map<String, List<String>> event = event(type);
        event.remove("Attributes");
        String url = server + "?" + form(event);
        assertEquals(200, send(HttpRequest.newBuilder(URI.create(url)), Signature.sign(token, url)));
        assertEquals(List.of(event), routes.heard().stream().map(WebhookEvent::parameters).toList());
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void whatIsForgedDoesNotCome(EventType type) throws Exception {
        Map<String, List<String>> event = event(type);
        String signature = Signature.sign(token, server.toString(), event);
        event.put("Body", List.of("forged"));
        assertEquals(403, post(event, signature));
        assertTrue(routes.heard().isEmpty());
    }

    @Test
    void whatIsTooLongIsRefused() throws Exception {
        Map<String, List<String>> event = event(EventType.ON_MESSAGE_ADDED);
        event.put("Long", List.of("a".repeat(100_000)));
        assertEquals(413, post(event, Signature.sign(token, server.toString(), event)));
    }

    @Test
    void connectionsThatBringNothingAndBodiesThatDoNotComeEnd() throws Exception {
        String head = "POST /twilio/conversations HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n";
        for (String begun : new String[] {"", head, head + "\r\na="}) {
            try (Socket socket = new Socket(server.getHost(), server.getPort())) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream().write(begun.getBytes(StandardCharsets.ISO_8859_1));
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
                assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"), answer);
            }
        }
    }

    @Test
    void optionsComeFromPropertiesAndVariables() {
        ConversationsComponent component = context.getComponent("twilio-conversations", ConversationsComponent.class);
        assertEquals(20_000, component.getConfiguration().getRequestTimeout());
        assertEquals(7, component.getConfiguration().getMaxRetries());
    }

    @Test
    void itCallsAndLists() {
        ProducerTemplate calls = context.createProducerTemplate();
        Conversation made = calls.requestBody("twilio-conversations:conversations/create", "Grüße", Conversation.class);
        assertEquals("Grüße", made.friendlyName());
        assertEquals(List.of(made), calls.requestBody("twilio-conversations:conversations/list", null, List.class));
    }

    private static Map<String, List<String>> event(EventType type) {
        Map<String, List<String>> event = new LinkedHashMap<>();
        event.put("EventType", List.of(type.event()));
        event.put("MessageSid", List.of("IM" + UUID.randomUUID()));
        event.put("Repeated", List.of("2", "1", ODD));
        type.parameters().forEach(name -> event.putIfAbsent(name, List.of(name.endsWith("Sid") ? "XX" + UUID.randomUUID() : ODD)));
        event.put("Body", List.of(ODD));
        event.put("Empty", List.of(""));
        event.put("Attributes", List.of("{\"long\": \"" + "ü+".repeat(4_000) + "\"}"));
        return event;
    }

    private int post(Map<String, List<String>> event, String signature) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(server.toString()))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(BodyPublishers.ofString(form(event))), signature);
    }

    private static int send(HttpRequest.Builder request, String signature) throws Exception {
        return HttpClient.newHttpClient().send(
                request.header(Signature.HEADER, signature).build(), BodyHandlers.ofString()).statusCode();
    }

    private static String form(Map<String, List<String>> event) {
        return event.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
