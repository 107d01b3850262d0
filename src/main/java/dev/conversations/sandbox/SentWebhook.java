package dev.conversations.sandbox;

import dev.conversations.sandbox.hooks.WebhookLog;
import java.time.Instant;

/**
 * A webhook that the sandbox sent, or tried to.
 *
 * @param at when
 * @param event the event, such as {@code onMessageAdded}
 * @param target where it went, without credentials and query
 * @param conversationSid the conversation it was about; null when about none
 * @param status the HTTP status of the answer; 0 when there was none
 * @param outcome {@code answered}, {@code timeout}, {@code failed} or {@code dropped}
 */
public record SentWebhook(
        Instant at, String event, String target, String conversationSid, int status, String outcome) {

    static SentWebhook of(WebhookLog.Entry sent) {
        return new SentWebhook(
                sent.at(), sent.event(), sent.target(), sent.conversationSid(), sent.status(), sent.outcome());
    }
}
