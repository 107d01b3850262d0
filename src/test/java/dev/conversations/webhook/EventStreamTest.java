// SPDX-License-Identifier: Apache-2.0
package dev.conversations.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamTest {
    private static final String MESSAGE = """
            {"specversion": "1.0", "type": "com.twilio.conversations.message.added", "id": "EZ1", "source": "DF1",
             "time": "2026-01-02T03:04:05.678Z", "datacontenttype": "application/json",
             "data": {"AccountSid": "AC1", "ConversationSid": "CH1", "MessageSid": "IM1", "Index": 7, "Author": "alice",
                      "MessageBody": "Hi", "MessageSubject": null, "DateCreated": "2026-01-02T03:04:05.678Z",
                      "Media": [{"MediaSid": "ME1", "ContentType": "image/jpeg", "Size": 1024}]}}""";

    @Test
    void anEventOfAStreamIsTheEventOfAWebhook() {
        WebhookEvent event = parse(MESSAGE).get(0).event();

        assertThat(event.type()).contains(EventType.ON_MESSAGE_ADDED);
        assertThat(event.index()).isEqualTo(7);
        assertThat(event.body()).isEqualTo("Hi");
        assertThat(event.parameters()).containsKey("Body").doesNotContainKeys("MessageBody", "MessageSubject");
        assertThat(event.media()).containsExactly(Map.of("Sid", "ME1", "ContentType", "image/jpeg", "Size", 1024));
    }

    @Test
    void oneEventToldByBothHasOneKey() {
        WebhookEvent webhook =
                WebhookEvent.parse("EventType=onMessageAdded&ConversationSid=CH1&MessageSid=IM1&Source=SMS");

        assertThat(parse(MESSAGE).get(0).key()).isEqualTo(new Delivery(webhook, "token").key());
    }

    @Test
    void nestedObjectsAreDottedAndListsAreRepeatedParameters() {
        WebhookEvent event = parse("""
                {"type": "com.twilio.conversations.conversation.added", "id": "EZ1", "data": {
                  "MessageBody": "Hi", "Bindings": {"Email": {"Name": "x"}}, "Flag": true, "None": [],
                  "MessagingBinding": {"Address": ["a", "b"], "ProxyAddress": "p"}, "Attributes": {"vip": 1}}}""")
                .get(0).event();

        assertThat(event.parameters()).isEqualTo(Map.of(
                "EventType", List.of("onConversationAdded"),
                "MessageBody", List.of("Hi"),
                "Bindings.Email.Name", List.of("x"),
                "Flag", List.of("true"),
                "MessagingBinding.Address", List.of("a", "b"),
                "MessagingBinding.ProxyAddress", List.of("p"),
                "Attributes", List.of("{\"vip\":1}")));
        assertThat(event.attributes()).isEqualTo(Map.of("vip", 1));
    }

    @ParameterizedTest
    @MethodSource("streamed")
    void everyTypeOfStreamsIsKnown(EventType type) {
        String json = "[{\"type\": \"" + type.stream() + "\", \"data\": {}}]";

        assertThat(parse(json).get(0).event().type()).contains(type);
    }

    @Test
    void severalComeInOneBodyAndUnknownOnesBreakNothing() {
        String unknown = "{\"type\": \"com.twilio.tea\", \"id\": \"EZ2\", \"data\": {}}";
        List<Delivery> deliveries = parse("[" + MESSAGE + ", " + unknown + "]");

        assertThat(deliveries).extracting(Delivery::token).containsExactly("EZ1", "EZ2");
        assertThat(deliveries.get(1).event().type()).isEmpty();
        assertThat(deliveries.get(1).event().eventType()).isEqualTo("com.twilio.tea");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "{", "null", "7", "[7]", "{}", "[{\"type\": 1, \"data\": {}}]", "{\"type\": \"x\"}", "{} {}"
    })
    void whatIsNoCloudEventIsRefused(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> parse(json));
    }

    static Stream<EventType> streamed() {
        return Stream.of(EventType.values()).filter(type -> type.stream() != null);
    }

    private static List<Delivery> parse(String json) {
        return EventStream.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
