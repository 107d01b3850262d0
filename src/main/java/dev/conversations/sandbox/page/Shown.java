// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.page;

import dev.conversations.sandbox.channels.Line;
import dev.conversations.sandbox.hooks.WebhookLog;
import java.util.LinkedHashMap;
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
        return shown;
    }
}
