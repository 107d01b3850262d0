// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import dev.conversations.camel.options.Headers;
import dev.conversations.webhook.DeliveryVerdict;
import dev.conversations.webhook.WebhookEvent;
import org.apache.camel.Message;

/** An event as a message holds it: the body is the event, headers name what it is about. */
final class EventMessage {

    private EventMessage() {}

    static void fill(Message message, WebhookEvent event) {
        message.setBody(event);
        set(message, Headers.EVENT_TYPE, event.eventType());
        set(message, Headers.EVENT_ACCOUNT_SID, event.accountSid());
        set(message, Headers.EVENT_CHAT_SERVICE_SID, event.chatServiceSid());
        set(message, Headers.EVENT_CONVERSATION_SID, event.conversationSid());
        set(message, Headers.EVENT_MESSAGE_SID, event.messageSid());
        set(message, Headers.EVENT_PARTICIPANT_SID, event.participantSid());
        set(message, Headers.EVENT_USER_SID, event.userSid());
        if (event.repaired()) {
            message.setHeader(Headers.EVENT_REPAIRED, true);
        }
        DeliveryVerdict verdict = event.verdict();
        if (verdict != null) {
            set(message, Headers.EVENT_STATUS, event.status());
            set(message, Headers.EVENT_ERROR_CODE, event.errorCode());
            set(message, Headers.EVENT_FINAL, verdict.isFinal());
            set(message, Headers.EVENT_RETRY, verdict.retry().name());
        }
    }

    private static void set(Message message, String header, Object value) {
        if (value != null) {
            message.setHeader(header, value);
        }
    }
}
