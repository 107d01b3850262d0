// SPDX-License-Identifier: Apache-2.0
package dev.conversations.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTest {
    private static final String EXACT = "2026-01-02T03:04:05.678Z";
    private static final String SECOND = "2026-01-02T03:04:05Z";

    @ParameterizedTest
    @CsvSource({
        "EventType=onMessageAdded&ConversationSid=CH1&MessageSid=IM1&ParticipantSid=MB1, onMessageAdded IM1",
        "EventType=onMessageRemoved&MessageSid=IM1&DateRemoved=x, onMessageRemoved IM1",
        "EventType=onConversationAdded&ConversationSid=CH1, onConversationAdded CH1",
        "EventType=onParticipantAdded&ConversationSid=CH1&ParticipantSid=MB1, onParticipantAdded MB1",
        "EventType=onUserAdded&UserSid=US1, onUserAdded US1",
        "EventType=onDeliveryUpdated&MessageSid=IM1&DeliveryReceiptSid=DY1&Status=sent, onDeliveryUpdated DY1 sent",
        "EventType=onMessageUpdated&MessageSid=IM1&DateUpdated=" + EXACT + ", onMessageUpdated IM1 " + EXACT,
        "EventType=onConversationStateUpdated&ConversationSid=CH1&StateUpdated=" + EXACT
                + ", onConversationStateUpdated CH1 " + EXACT,
        "EventType=onParticipantUpdated&ParticipantSid=MB1&DateUpdated=" + EXACT
                + "&LastReadMessageIndex=7, onParticipantUpdated MB1 " + EXACT + " 7",
    })
    void whatSaysItAllItselfHasOneKeyHoweverItCame(String form, String key) {
        assertThat(key(form, "token")).isEqualTo(key);
        assertThat(key(form, null)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "EventType=onMessageUpdated&MessageSid=IM1&DateUpdated=" + SECOND + ", onMessageUpdated IM1 " + SECOND,
        "EventType=onMessageUpdated&MessageSid=IM1, onMessageUpdated IM1",
        "EventType=onUserUpdated&UserSid=US1&isOnline=true&DateUpdated=" + EXACT + ", onUserUpdated US1 " + EXACT,
        "EventType=onDeliveryUpdated&MessageSid=IM1&Status=sent, onDeliveryUpdated IM1 sent",
        "EventType=onMessageAdd&ConversationSid=CH1, onMessageAdd CH1 CH1",
    })
    void whatCouldHappenTwiceIsToldApartByTheToken(String form, String without) {
        assertThat(key(form, "abc")).isEqualTo("token abc");
        assertThat(key(form, null)).isEqualTo(without);
    }

    @Test
    void noPersonalDataIsInAKey() {
        assertThat(key("EventType=onMessageAdd&Author=%2B15551230001&Body=secret&Identity=alice", null))
                .isEqualTo("onMessageAdd");
    }

    private static String key(String form, String token) {
        return new Delivery(WebhookEvent.parse(form), token).key();
    }
}
