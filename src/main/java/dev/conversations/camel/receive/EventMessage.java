package dev.conversations.camel.receive;

import dev.conversations.camel.options.Headers;
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
    }

    private static void set(Message message, String header, String value) {
        if (value != null) {
            message.setHeader(header, value);
        }
    }
}
