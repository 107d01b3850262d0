// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.camel.observe.Outcome;
import dev.conversations.webhook.Signature;
import dev.conversations.webhook.WebhookEvent;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamsTest {
    private static final String EVENT = """
            {"specversion": "1.0", "type": "com.twilio.conversations.message.added", "id": "EZ%1$s",
             "data": {"AccountSid": "AC1", "ConversationSid": "CH1", "MessageSid": "IM%1$s",
                      "Index": %1$s, "MessageBody": "ü"}}""";

    @ParameterizedTest
    @ValueSource(strings = {
        "application/json", "application/json; charset=utf-8", "application/cloudevents-batch+json"
    })
    void eventsOfAStreamArriveLikeThoseOfWebhooks(String contentType) throws Exception {
        try (Webhooks webhooks = Webhooks.from("onMessageAdded")) {
            String two = "[" + EVENT.formatted(1) + "," + EVENT.formatted(2) + "]";
            assertThat(send(webhooks, two, contentType)).isEqualTo(200);
            assertThat(send(webhooks, EVENT.formatted(3), contentType)).isEqualTo(200);
            assertThat(send(webhooks, "[]", contentType)).isEqualTo(200);

            assertThat(webhooks.mock("events").getExchanges())
                    .extracting(exchange -> exchange.getIn().getBody(WebhookEvent.class).index())
                    .containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void anEventToldByBothIsHandledOnce() throws Exception {
        try (Webhooks webhooks = Webhooks.from("onMessageAdded")) {
            Map<String, List<String>> event = Webhooks.event("onMessageAdded", "MessageSid", "IM1");

            assertThat(webhooks.tell(event).statusCode()).isEqualTo(200);
            assertThat(send(webhooks, EVENT.formatted(1), "application/json")).isEqualTo(200);
            assertThat(webhooks.mock("events").getReceivedCounter()).isEqualTo(1);
        }
    }

    @Test
    void anAlteredOrUnsignedBodyIsRefused() throws Exception {
        try (Webhooks webhooks = Webhooks.from("onMessageAdded")) {
            byte[] body = EVENT.formatted(1).getBytes(StandardCharsets.UTF_8);
            String url = Signature.urlFor(webhooks.url(Webhooks.PATH), body);
            String plain = webhooks.url(Webhooks.PATH);

            assertThat(send(webhooks, url, EVENT.formatted(2), Signature.sign(Webhooks.TOKEN, url))).isEqualTo(403);
            assertThat(send(webhooks, plain, EVENT.formatted(1), Signature.sign(Webhooks.TOKEN, plain))).isEqualTo(403);
            assertThat(send(webhooks, url, EVENT.formatted(1), null)).isEqualTo(403);
            assertThat(webhooks.mock("events").getReceivedCounter()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "7", "{}", "[{}]"})
    void whatIsNoEventIsRefused(String json) throws Exception {
        try (Webhooks webhooks = Webhooks.from("onMessageAdded")) {
            assertThat(send(webhooks, json, "application/json")).isEqualTo(400);
        }
    }

    @Test
    void unknownTypesAreCountedAndBreakNothing() throws Exception {
        try (Webhooks webhooks = Webhooks.from("onMessageAdded")) {
            String other = "{\"type\": \"com.twilio.messaging.message.sent\", \"id\": \"EZ9\", \"data\": {}}";
            assertThat(send(webhooks, "[" + other + "," + EVENT.formatted(1) + "]", "application/json")).isEqualTo(200);

            assertThat(webhooks.count(Outcome.UNKNOWN)).isEqualTo(1);
            assertThat(webhooks.mock("events").getReceivedCounter()).isEqualTo(1);
        }
    }

    private static int send(Webhooks webhooks, String json, String contentType) throws Exception {
        String url = Signature.urlFor(webhooks.url(Webhooks.PATH), json.getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(json));
        return webhooks.send(request, Signature.sign(Webhooks.TOKEN, url)).statusCode();
    }

    private static int send(Webhooks webhooks, String url, String json, String signature) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        return webhooks.send(request, signature).statusCode();
    }
}
