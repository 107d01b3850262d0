// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.conversations.api.text.Json;
import dev.conversations.camel.ConversationsHeaders;
import dev.conversations.camel.LogCapture;
import dev.conversations.camel.observe.Outcome;
import dev.conversations.webhook.Reply;
import dev.conversations.webhook.WebhookEvent;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreActionTest {

    @Test
    void anUntouchedEventIsAccepted() throws Exception {
        assertAnswer(exchange -> exchange.getIn().setHeader("Odd", "1"), 200, "{}");
    }

    @Test
    void noBodyIsAccepted() throws Exception {
        assertAnswer(exchange -> exchange.getMessage().setBody(null), 200, "{}");
    }

    @Test
    void aMapOrReplyChangesFields() throws Exception {
        assertAnswer(exchange -> exchange.getMessage().setBody(Map.of("body", "Ümm")), 200, "{\"body\":\"Ümm\"}");
        Reply reply = Reply.change(Map.of("author", "x"));
        assertAnswer(exchange -> exchange.getMessage().setBody(reply), 200, "{\"author\":\"x\"}");
    }

    @Test
    void aRouteThatOnlyLookedAccepts() throws Exception {
        assertAnswer(exchange -> exchange.getMessage().setBody(exchange.getMessage().getBody(Map.class)), 200, "{}");
        assertAnswer(exchange -> exchange.getMessage().setBody(exchange.getMessage().getBody(String.class)), 200, "{}");
        assertAnswer(exchange -> exchange.getMessage().setBody(exchange.getMessage().getBody(byte[].class)), 200, "{}");
        assertAnswer(exchange -> exchange.getMessage().setBody(exchange.getMessage().getBody(InputStream.class)), 200, "{}");
    }

    @Test
    void aMapOrJsonOfTheEventSaysWhatIsOtherInIt() throws Exception {
        Processor changed = exchange -> {
            Map<String, Object> event = new LinkedHashMap<>(exchange.getMessage().getBody(Map.class));
            event.put("Body", "Ho");
            event.put("Attributes", Map.of("a", 1));
            exchange.getMessage().setBody(event);
        };
        String answer = "{\"body\":\"Ho\",\"attributes\":\"{\\\"a\\\":1}\"}";
        assertAnswer(changed, 200, answer);
        assertAnswer(exchange -> {
            changed.process(exchange);
            exchange.getMessage().setBody(Json.text(exchange.getMessage().getBody()));
        }, 200, answer);
        assertAnswer(exchange -> {
            changed.process(exchange);
            exchange.getMessage().getBody(Map.class).put("AccountSid", "AC2");
        }, 500, "");
        assertAnswer(exchange -> exchange.getMessage().setBody("{\"Body\":\"Ho\"}"), 200, "{\"body\":\"Ho\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "", "no JSON", "{\"b\":{\"y\":1.50,\"x\":[1,{\"q\":null}]},\"a\":12345678901234567890.10}", "[1]"})
    void whoLookedAcceptsInWhateverFormTheEventIsLeft(String attributes) throws Exception {
        String media = "[{\"Sid\":\"ME1\",\"Size\":12,\"ContentType\":\"image/png\"}]";
        List<Processor> ways = List.of(
                exchange -> exchange.getMessage().setBody(new TreeMap<>(exchange.getMessage().getBody(Map.class))),
                exchange -> exchange.getMessage().setBody(exchange.getMessage().getBody(WebhookEvent.class).parameters()),
                exchange -> exchange.getMessage().setBody(sorted(exchange.getMessage().getBody(WebhookEvent.class).toMap())),
                exchange -> exchange.getMessage().setBody(new ObjectMapper().readTree(exchange.getMessage().getBody(String.class))),
                exchange -> exchange.getMessage().setBody(new ObjectMapper().readValue(exchange.getMessage().getBody(String.class), Map.class)),
                exchange -> exchange.getMessage().setBody(WebhookEvent.of(exchange.getMessage().getBody(Map.class))),
                exchange -> exchange.getMessage().getBody(Map.class).keySet().removeIf(name -> !"EventType".equals(name)));
        for (Processor way : ways) {
            try (Webhooks webhooks = answering("onMessageAdd", way)) {
                HttpResponse<String> response =
                        webhooks.tell(Webhooks.event("onMessageAdd", "Body", "1.0", "Attributes", attributes, "Media", media));

                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(response.body()).isEqualTo("{}");
            }
        }
    }

    /** The same with members of objects in another order, at any depth. */
    private static Object sorted(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(PreActionTest::sorted).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> sorted = new TreeMap<>();
            map.forEach((name, one) -> sorted.put(name, sorted(one)));
            return sorted;
        }
        return value;
    }

    @Test
    void whatIsChangedIsChangedHoweverSmallOrDeep() throws Exception {
        String before = "{\"a\":{\"b\":[1,{\"c\":\"x\"}]}}";
        assertChanged(Map.of("Body", "1"), "1.0", "{\"body\":\"1\"}");
        assertChanged(Map.of("Body", "{\"a\": 1}"), "{\"a\":1}", "{\"body\":\"{\\\"a\\\": 1}\"}");
        assertChanged(Map.of("Body", List.of("Ho")), "Hi", "{\"body\":\"Ho\"}");
        assertChanged(Map.of("Attributes", before.replace('x', 'y')), "Hi", "{\"attributes\":" + Json.text(before.replace('x', 'y')) + "}");
        assertChanged(Map.of("Attributes", Json.readObject(before.replace("1,", "").getBytes(UTF_8))), "Hi",
                "{\"attributes\":" + Json.text(before.replace("1,", "")) + "}");
        assertChanged(Map.of("body", "Ho", "author", "x"), "Hi", "{\"body\":\"Ho\",\"author\":\"x\"}");
    }

    private static void assertChanged(Map<String, Object> changes, String body, String answer) throws Exception {
        try (Webhooks webhooks = answering("onMessageAdd", exchange -> {
            Map<String, Object> event = new LinkedHashMap<>(exchange.getMessage().getBody(Map.class));
            List.of("body", "author", "Body", "Attributes").stream().filter(changes::containsKey)
                    .forEach(name -> event.put(name, changes.get(name)));
            exchange.getMessage().setBody(event);
        })) {
            assertThat(webhooks.tell(Webhooks.event("onMessageAdd", "Body", body,
                    "Attributes", "{\"a\":{\"b\":[1,{\"c\":\"x\"}]}}")).body()).isEqualTo(answer);
        }
    }

    @Test
    void aReplyOrHeaderRejects() throws Exception {
        assertAnswer(exchange -> exchange.getMessage().setBody(Reply.reject(422)), 422, "");
        assertAnswer(exchange -> exchange.getMessage().setHeader(ConversationsHeaders.REPLY_STATUS, "451"), 451, "");
    }

    @Test
    void theAnswerIsJson() throws Exception {
        Processor change = exchange -> exchange.getMessage().setBody(Map.of("body", "x"));
        try (Webhooks webhooks = answering("onMessageAdd", change)) {
            HttpResponse<String> response = webhooks.tell(Webhooks.event("onMessageAdd"));

            assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 500", "?onFailure=accept, 200", "?onFailure=reject, 500"})
    void aFailureIsAnsweredAsSaid(String options, int status) throws Exception {
        try (Webhooks webhooks = answering("onMessageAdd" + options, exchange -> {
            throw new IllegalStateException("failed");
        })) {
            assertThat(webhooks.tell(Webhooks.event("onMessageAdd")).statusCode()).isEqualTo(status);
            assertThat(webhooks.count(Outcome.FAILED)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "colour | cannot change 'colour'; it can change [body, author, attributes]",
        "''     | a body of java.lang.String is no answer: end with the event, a Reply, a Map of fields, JSON of one, or null",
    })
    void anAnswerThatCannotBeIsLoggedAndAnsweredAsAFailure(String field, String reason) throws Exception {
        try (LogCapture log = LogCapture.of(PreAction.class);
                Webhooks webhooks = answering("onMessageAdd", exchange ->
                        exchange.getMessage().setBody(field.isEmpty() ? "secret" : Map.of(field, "secret")))) {
            assertThat(webhooks.tell(Webhooks.event("onMessageAdd")).statusCode()).isEqualTo(500);
            assertThat(log.lines(Level.ERROR)).singleElement().asString().contains(reason).doesNotContain("secret");
        }
    }

    @ParameterizedTest
    @CsvSource({"'', 200", "&onTimeout=accept, 200", "&onTimeout=reject, 500"})
    void aSlowRouteIsAnsweredForAndItsLateAnswerDropped(String options, int status) throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (Webhooks webhooks = answering("onMessageAdd?replyTimeout=100" + options, exchange -> {
            release.await();
            exchange.getMessage().setBody(Map.of("body", "late"));
        })) {
            HttpResponse<String> response = webhooks.tell(Webhooks.event("onMessageAdd"));
            release.countDown();

            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(response.body()).doesNotContain("late");
            assertThat(webhooks.count(Outcome.LATE)).isEqualTo(1);
            await().untilAsserted(() -> assertThat(webhooks.count(Outcome.PROCESSED)).isEqualTo(1));
        }
    }

    @Test
    void aQuestionAskedAgainIsAnsweredAgain() throws Exception {
        Processor reject = exchange -> exchange.getMessage().setBody(Reply.reject(403));
        try (Webhooks webhooks = answering("onMessageAdd", reject)) {
            var event = Webhooks.event("onMessageAdd");

            assertThat(webhooks.tell(event).statusCode()).isEqualTo(403);
            assertThat(webhooks.tell(event).statusCode()).isEqualTo(403);
            assertThat(webhooks.count(Outcome.REJECTED)).isEqualTo(2);
        }
    }

    private static void assertAnswer(Processor route, int status, String body) throws Exception {
        try (Webhooks webhooks = answering("onMessageAdd", route)) {
            HttpResponse<String> response = webhooks.tell(Webhooks.event("onMessageAdd", "Body", "Hi"));

            assertThat(response.statusCode()).isEqualTo(status);
            assertThat(response.body()).isEqualTo(body);
        }
    }

    private static Webhooks answering(String events, Processor route) throws Exception {
        return Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/" + events).process(route);
            }
        });
    }
}
