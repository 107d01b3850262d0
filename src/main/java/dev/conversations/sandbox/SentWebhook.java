// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox;

import dev.conversations.sandbox.hooks.WebhookLog;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A webhook that the sandbox sent, or tried to.
 *
 * @param at when
 * @param event the event, such as {@code onMessageAdded}
 * @param target where it went, without credentials and query
 * @param conversationSid the conversation it was about; null when about none
 * @param parameters what it said, by Twilio's names, {@code JSON} of Event Streams; values longer than 2,000 characters are cut off
 * @param status the HTTP status of the answer; 0 when there was none
 * @param answer the body of the answer, cut off likewise; empty when there was none
 * @param outcome {@code answered}, {@code timeout}, {@code failed} or {@code dropped}
 */
public record SentWebhook(Instant at, String event, String target, String conversationSid,
        Map<String, List<String>> parameters, int status, String answer, String outcome) {

    static SentWebhook of(WebhookLog.Entry sent) {
        return new SentWebhook(sent.at(), sent.event(), sent.target(), sent.conversationSid(), sent.parameters(),
                sent.status(), sent.answer(), sent.outcome());
    }

    /** The first value of a parameter, such as {@code Body}; null when it was not sent. */
    public String parameter(String name) {
        List<String> values = parameters.get(name);
        return values == null ? null : values.get(0);
    }

    /** Tells nothing that people wrote. */
    @Override
    public String toString() {
        return event + " " + (status == 0 ? outcome : status);
    }
}
