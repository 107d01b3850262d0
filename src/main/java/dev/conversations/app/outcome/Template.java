// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.outcome;

import dev.conversations.app.delivery.Keys;
import dev.conversations.app.delivery.Origin;
import dev.conversations.app.delivery.Undeliverable;
import dev.conversations.model.Message;
import dev.conversations.webhook.WebhookEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A template of WhatsApp that goes in place of an answer, once, when more than 24 hours have passed since the person last
 * wrote and nothing else may be sent.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors/63016">Twilio, error 63016</a>
 */
public final class Template {
    private static final int TOO_LATE = 63016;
    /** The attribute of a message that went in place of another, whose SID it is. */
    private static final String IN_PLACE_OF = "inPlaceOf";

    private final String contentSid;
    private final String variable;

    /**
     * @param contentSid empty for none
     * @param variable the variable that holds the words of the answer, such as {@code 1}; empty for none
     */
    public Template(String contentSid, String variable) {
        this.contentSid = contentSid;
        this.variable = variable;
    }

    /**
     * The message to be sent instead, as options of {@code messages/create}.
     *
     * @param answer the message that was not delivered
     * @return null when none is to be: it failed for another reason, is no answer by the bridge, or is such a template
     */
    public Map<String, Object> message(WebhookEvent event, Message answer) throws Undeliverable {
        Map<String, Object> attributes = Answers.attributes(answer);
        if (contentSid.isEmpty() || !Statuses.isFailure(event) || !Objects.equals(event.errorCode(), TOO_LATE)
                || !Answers.isByBridge(answer) || attributes.containsKey(IN_PLACE_OF)) {
            return null;
        }
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("conversationSid", event.conversationSid());
        if (event.chatServiceSid() != null) {
            message.put("chatServiceSid", event.chatServiceSid());
        }
        message.put("author", answer.author());
        message.put("contentSid", contentSid);
        if (!variable.isEmpty()) {
            message.put("contentVariables", Map.of(variable, words(answer)));
        }
        attributes.remove("key");
        attributes.put(IN_PLACE_OF, answer.sid());
        message.put("attributes", attributes);
        Origin.mark(message, Keys.hash("template " + answer.sid()));
        return message;
    }

    /** In one line, since a variable takes no more. */
    private static String words(Message answer) {
        return Objects.toString(answer.body(), "").replaceAll("\\s+", " ").strip();
    }
}
