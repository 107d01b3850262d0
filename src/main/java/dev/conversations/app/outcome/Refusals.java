// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.outcome;

import dev.conversations.api.Timing;
import dev.conversations.api.TwilioException;
import dev.conversations.api.text.Json;
import dev.conversations.app.delivery.Keys;
import dev.conversations.model.Message;
import dev.conversations.webhook.DeliveryVerdict;
import dev.conversations.webhook.DeliveryVerdict.Retry;
import dev.conversations.webhook.WebhookEvent;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;

/**
 * Answers that are refused at once because nothing passes from that sender to that person: they become events like those of
 * messages that were not delivered, so that all who learn of these learn of them too.
 */
public final class Refusals {
    private static final String FAILED = "failed";
    /** The parameter that tells one refused answer from another, since Twilio made no message of it. */
    private static final String KEY = "RefusalKey";

    private final Timing timing;

    /** @param timing dates the refusals */
    public Refusals(Timing timing) {
        this.timing = timing;
    }

    /** Whether the exchange has something caught that is such a refusal. */
    public boolean isFinal(Exchange exchange) {
        return code(why(exchange)) != 0;
    }

    /**
     * The event of the refused answer.
     *
     * @param message the options of {@code messages/create} that it was to be
     */
    public WebhookEvent event(Exchange exchange, Map<String, ?> message) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("EventType", "onDeliveryUpdated");
        event.put("ConversationSid", message.get("conversationSid"));
        event.put("ChatServiceSid", message.get("chatServiceSid"));
        event.put("Status", FAILED);
        event.put("ErrorCode", String.valueOf(code(why(exchange))));
        event.put("DateUpdated", timing.now().truncatedTo(ChronoUnit.MILLIS).toString());
        event.put("Author", message.get("author"));
        event.put("Body", message.get("body"));
        event.put("Attributes", message.get("attributes"));
        event.put(KEY, Keys.hash("refused "
                + Objects.requireNonNullElse(message.get("idempotencyKey"), exchange.getExchangeId())));
        return WebhookEvent.of(event);
    }

    /** Whether the event is one of a refused answer. */
    public boolean isRefusal(WebhookEvent event) {
        return key(event) != null;
    }

    /** What tells one refused answer from another; null of any other event. */
    public static String key(WebhookEvent event) {
        return event.parameter(KEY);
    }

    /** The answer that was refused, as far as it is known. */
    public Message answer(WebhookEvent event) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("author", event.author());
        answer.put("body", event.body());
        answer.put("attributes", event.parameter("Attributes"));
        return Json.fromMap(answer, Message.class);
    }

    private static Exception why(Exchange exchange) {
        return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    }

    /** Twilio's code; 0 when another try, or another message, may pass. */
    private static int code(Exception why) {
        if (why instanceof OptedOut) {
            return OptedOut.CODE;
        }
        return why instanceof TwilioException refused && refused.getOperation().equals("messages/create")
                && DeliveryVerdict.of(FAILED, refused.getCode()).retry() == Retry.NEVER ? refused.getCode() : 0;
    }
}
