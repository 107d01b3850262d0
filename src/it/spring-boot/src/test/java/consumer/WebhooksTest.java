// SPDX-License-Identifier: Apache-2.0
package consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.conversations.camel.ConversationsComponent;
import dev.conversations.model.ConfigurationWebhook;
import dev.conversations.model.Conversation;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.Signature;
import dev.conversations.webhook.WebhookEvent;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Producer;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Webhooks of every kind reach their routes as they were sent, through the servlet container of Spring Boot. */
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@DirtiesContext
class WebhooksTest {
    private static final String PATH = "/twilio/conversations";
    private static final String ODD = "ä ö+ü %20 %C3%B6 100% & = \r\n \"😀\" 日本 RAW(a+b) RAW{c}";
    private static final Sandbox TWILIO = Sandbox.start();
    private static final int PORT = freePort();

    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    private Application application;

    @Autowired
    private CamelContext context;

    @Autowired
    private ProducerTemplate calls;

    @Autowired
    private ConsumerTemplate ends;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        settings.add("server.port", () -> PORT);
        settings.add("camel.component.twilio-conversations.account-sid", TWILIO::accountSid);
        settings.add("camel.component.twilio-conversations.auth-token", TWILIO::authToken);
        settings.add("camel.component.twilio-conversations.base-uri", TWILIO::baseUri);
        settings.add("camel.component.twilio-conversations.public-url", () -> url(""));
    }

    @BeforeEach
    void forget() {
        application.heard().clear();
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyEventComesAsForm(EventType type) throws Exception {
        Map<String, List<String>> event = event(type);
        assertThat(post(PATH, event)).isEqualTo(200);
        assertThat(application.heard()).extracting(WebhookEvent::parameters).containsExactly(event);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyEventComesInTheQuery(EventType type) throws Exception {
        Map<String, List<String>> event = event(type);
        event.remove("Attributes");
        String url = url(PATH) + "?" + form(event);
        assertThat(send(HttpRequest.newBuilder(URI.create(url)), Signature.sign(TWILIO.authToken(), url))).isEqualTo(200);
        assertThat(application.heard()).extracting(WebhookEvent::parameters).containsExactly(event);
    }

    static Stream<EventType> streamed() {
        return Stream.of(EventType.values()).filter(type -> type.stream() != null);
    }

    @ParameterizedTest
    @MethodSource("streamed")
    void eventStreamsCome(EventType type) throws Exception {
        byte[] body = """
                [{"specversion": "1.0", "type": "%s", "id": "%s", "data": {"ConversationSid": "CH1", "MessageSid": "IM%s", "Author": "ö+%%"}}]
                """.formatted(type.stream(), UUID.randomUUID(), UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        String url = Signature.urlFor(url(PATH), body);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body));

        assertThat(send(request, Signature.sign(TWILIO.authToken(), url))).isEqualTo(200);
        assertThat(application.heard()).singleElement().satisfies(event -> {
            assertThat(event.eventType()).isEqualTo(type.event());
            assertThat(event.author()).isEqualTo("ö+%");
        });
        assertThat(send(request, Signature.sign(TWILIO.authToken(), url(PATH)))).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH + "?Body=in+the+query&x=%C3%BC", PATH + "?Repeated=3", "/external"})
    void aFormMayMeetOddUrls(String path) throws Exception {
        Map<String, List<String>> event = event(EventType.ON_MESSAGE_ADDED);
        assertThat(post(path, event)).isEqualTo(200);
        assertThat(application.heard()).extracting(WebhookEvent::parameters).containsExactly(event);
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH, PATH + "?Body=x", "/external"})
    void whatIsForgedDoesNotCome(String path) throws Exception {
        Map<String, List<String>> event = event(EventType.ON_MESSAGE_ADDED);
        String signature = Signature.sign(TWILIO.authToken(), url(path), event);
        event.put("Body", List.of("forged"));
        assertThat(send(formRequest(path, event), signature)).isEqualTo(403);
        assertThat(send(formRequest(path, event), null)).isEqualTo(403);
        assertThat(application.heard()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz=1", "a%", "Body=%C3", "&&&", "=", "Body"})
    void whatIsNoFormDoesNoHarm(String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url(PATH)))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body));
        assertThat(send(request, "forged")).isBetween(400, 499);
    }

    @Test
    void whoHasNoCredentialsHearsOfThePropertiesThatHoldThem() throws Exception {
        context.addComponent("nobody", new ConversationsComponent());
        Producer producer = context.getEndpoint("nobody:services/list").createProducer();
        assertThatThrownBy(producer::start).hasMessageContaining("camel.component.twilio-conversations.account-sid");
    }

    @Test
    void whatIsTooLongIsRefused() throws Exception {
        assertThat(post("/short", event(EventType.ON_MESSAGE_ADDED))).isEqualTo(413);
    }

    @Test
    void aPathWhoseRoutesHaveStoppedAsksTwilioToComeAgain() throws Exception {
        context.getRouteController().stopRoute("short");
        Map<String, List<String>> small = new LinkedHashMap<>();
        small.put("EventType", List.of("onMessageAdded"));
        small.put("ConversationSid", List.of("CH1"));
        small.put("MessageSid", List.of("IM" + UUID.randomUUID()));
        assertThat(post("/short", small)).isEqualTo(503);
        context.getRouteController().startRoute("short");
        assertThat(post("/short", small)).isEqualTo(200);
    }

    @Test
    void itRegistersPollsAndLists() {
        await().atMost(Duration.ofSeconds(20)).until(() -> url(PATH).equals(calls.requestBody(
                "twilio-conversations:configuration-webhooks/fetch", null, ConfigurationWebhook.class).postWebhookUrl()));
        Conversation made = calls.requestBody("twilio-conversations:conversations/create", Map.of("friendlyName", "Grüße"),
                Conversation.class);
        await().atMost(Duration.ofSeconds(20)).until(() ->
                made.equals(ends.receiveBody("seda:seen", 20_000, Conversation.class)));
        assertThat(calls.requestBody("twilio-conversations:conversations/list", null, List.class)).asList().isNotEmpty();
    }

    private static Map<String, List<String>> event(EventType type) {
        Map<String, List<String>> event = new LinkedHashMap<>();
        event.put("EventType", List.of(type.event()));
        event.put("MessageSid", List.of("IM" + UUID.randomUUID()));
        event.put("Repeated", List.of("2", "1", ODD));
        type.parameters().forEach(name -> event.putIfAbsent(name, List.of(name.endsWith("Sid") ? "XX" + UUID.randomUUID() : ODD)));
        event.put("Body", List.of(ODD));
        event.put("Empty", List.of(""));
        event.put("Ünheard-Of", List.of("1"));
        event.put("Attributes", List.of("{\"long\": \"" + "ü+".repeat(10_000) + "\"}"));
        return event;
    }

    private int post(String path, Map<String, List<String>> event) throws Exception {
        return send(formRequest(path, event), Signature.sign(TWILIO.authToken(), url(path), event));
    }

    private static HttpRequest.Builder formRequest(String path, Map<String, List<String>> event) {
        return HttpRequest.newBuilder(URI.create(url(path)))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(BodyPublishers.ofString(form(event)));
    }

    private int send(HttpRequest.Builder request, String signature) throws Exception {
        HttpRequest.Builder copy = request.copy();
        if (signature != null) {
            copy.header(Signature.HEADER, signature);
        }
        return client.send(copy.build(), BodyHandlers.ofString()).statusCode();
    }

    private static String form(Map<String, List<String>> event) {
        return event.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> encoded(entry.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String url(String path) {
        return "http://localhost:" + PORT + path;
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
