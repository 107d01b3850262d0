// SPDX-License-Identifier: Apache-2.0
package dev.conversations.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookEventTest {
    private static final String MESSAGE = "AccountSid=AC1&EventType=onMessageAdded&Source=SMS&ChatServiceSid=IS1"
            + "&ConversationSid=CH1&MessageSid=IM1&ParticipantSid=MB1&Index=7&DateCreated=2026-01-02T03%3A04%3A05.678Z"
            + "&Author=%2B15551230001&Body=Hello+%26+welcome&Attributes=%7B%22vip%22%3Atrue%7D"
            + "&Media=%5B%7B%22Sid%22%3A%22ME1%22%2C%22Size%22%3A1024%7D%5D"
            + "&MessagingBinding.Address=a&MessagingBinding.Address=b&New=x";

    @Test
    void whatEventsShareIsAtHand() {
        WebhookEvent event = WebhookEvent.parse(MESSAGE);

        assertThat(event.type()).contains(EventType.ON_MESSAGE_ADDED);
        assertThat(event.accountSid()).isEqualTo("AC1");
        assertThat(event.chatServiceSid()).isEqualTo("IS1");
        assertThat(event.conversationSid()).isEqualTo("CH1");
        assertThat(event.messageSid()).isEqualTo("IM1");
        assertThat(event.participantSid()).isEqualTo("MB1");
        assertThat(event.index()).isEqualTo(7);
        assertThat(event.source()).isEqualTo("SMS");
        assertThat(event.author()).isEqualTo("+15551230001");
        assertThat(event.body()).isEqualTo("Hello & welcome");
        assertThat(event.dateCreated()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678Z"));
        assertThat(event.attributes()).isEqualTo(Map.of("vip", true));
        assertThat(event.media()).containsExactly(Map.of("Sid", "ME1", "Size", 1024));
        assertThat(event.parameters()).containsEntry("MessagingBinding.Address", List.of("a", "b"));
        assertThat(event.parameter("New")).isEqualTo("x");
    }

    @Test
    void whatWasNotSentIsNullOrEmpty() {
        WebhookEvent event = WebhookEvent.parse("");

        assertThat(event.eventType()).isNull();
        assertThat(event.type()).isEmpty();
        assertThat(event.index()).isNull();
        assertThat(event.dateUpdated()).isNull();
        assertThat(event.attributes()).isEmpty();
        assertThat(event.media()).isEmpty();
    }

    @Test
    void whatCannotBeReadBreaksNothing() {
        WebhookEvent event = WebhookEvent.parse("EventType=onTea&Index=x&DateCreated=x&Attributes=%7B&Media=1");

        assertThat(event.type()).isEmpty();
        assertThat(event.index()).isNull();
        assertThat(event.dateCreated()).isNull();
        assertThat(event.attributes()).isEmpty();
        assertThat(event.media()).isEmpty();
        assertThat(event.toMap()).containsEntry("Attributes", "{").containsEntry("Media", "1");
    }

    @Test
    void theFirstMessageOfAConversationHasItsBodyToo() {
        assertThat(WebhookEvent.parse("EventType=onConversationAdd&MessageBody=Hi").body()).isEqualTo("Hi");
    }

    @Test
    void jsonHoldsEverythingAndComesBackTheSame() throws Exception {
        WebhookEvent event = WebhookEvent.parse(MESSAGE);
        JsonMapper mapper = new JsonMapper();
        String json = mapper.writeValueAsString(event);

        assertThat(json).contains("\"Body\":\"Hello & welcome\"", "\"Attributes\":{\"vip\":true}", "\"New\":\"x\"");
        assertThat(json).contains("\"MessagingBinding.Address\":[\"a\",\"b\"]", "\"Media\":[{\"Sid\":\"ME1\"");
        assertThat(mapper.readValue(json, WebhookEvent.class)).isEqualTo(event);
    }

    @Test
    void itsTextTellsTheEventAndSidsOnly() {
        assertThat(WebhookEvent.parse(MESSAGE)).hasToString("onMessageAdded CH1 IM1 MB1");
    }
}
