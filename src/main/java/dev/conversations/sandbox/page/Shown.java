// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.page;

import dev.conversations.sandbox.channels.Line;
import dev.conversations.sandbox.hooks.WebhookLog;
import dev.conversations.webhook.EventType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What phones received and webhooks sent, as JSON shows them. */
final class Shown {

    private Shown() {}

    static Map<String, Object> received(Line message) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("from", message.others().get(0));
        shown.put("body", message.body());
        shown.put("conversation_sid", message.conversationSid());
        shown.put("message_sid", message.messageSid());
        shown.put("media", message.media());
        return shown;
    }

    static Map<String, Object> webhook(WebhookLog.Entry webhook) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("at", webhook.at().toString());
        shown.put("event", webhook.event());
        shown.put("target", webhook.target());
        shown.put("conversation_sid", webhook.conversationSid());
        shown.put("status", webhook.status());
        shown.put("outcome", webhook.outcome());
        shown.put("id", webhook.id());
        shown.put("parameters", List.copyOf(webhook.parameters().keySet()));
        shown.put("decision", decision(webhook));
        return shown;
    }

    /** The same with what was sent and answered. */
    static Map<String, Object> whole(WebhookLog.Entry webhook) {
        Map<String, Object> shown = webhook(webhook);
        shown.put("values", webhook.parameters());
        shown.put("answer", webhook.answer());
        return shown;
    }

    /** What an answer to a question before an action decided; null where nothing was asked, or nobody answered. */
    private static String decision(WebhookLog.Entry webhook) {
        boolean asked = EventType.of(webhook.event()).filter(EventType::before).isPresent();
        if (!asked || webhook.status() == 0 || webhook.status() >= 500) {
            return null;
        }
        return webhook.status() >= 400 ? "rejected" : "accepted";
    }
}
