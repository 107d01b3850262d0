// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.outcome;

import dev.conversations.app.delivery.Origin;
import dev.conversations.model.Message;
import dev.conversations.webhook.DeliveryVerdict;
import dev.conversations.webhook.DeliveryVerdict.Progress;
import dev.conversations.webhook.WebhookEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which events tell what became of a message or of who wrote it, and what they tell beyond Twilio's own parameters. */
public final class Statuses {
    private final Origin origin = new Origin();
    private final boolean arrivals;

    /** @param arrivals whether people are told of messages that arrived and were read */
    public Statuses(boolean arrivals) {
        this.arrivals = arrivals;
    }

    /** Whether it is told to programs at once: it is no news of its own that a message was added, unless it opts out or in. */
    public boolean isStatus(WebhookEvent event) {
        return !isFailure(event) && isOutcome(event);
    }

    /** Whether people are told, or a message that failed is looked at first: who wrote it stands in it, not in the event. */
    public boolean isForPeople(WebhookEvent event) {
        return isOutcome(event) && (event.verdict() == null || isFailure(event)
                || arrivals && event.verdict().progress() == Progress.ARRIVED);
    }

    /** Whether it makes or changes an entry in the CRM, from which it does not come. */
    public boolean isForCrm(WebhookEvent event, String crm) {
        return (event.verdict() == null || isFailure(event)) && origin.isForeignTo(event, crm);
    }

    /** Whether a message will not arrive. */
    public static boolean isFailure(WebhookEvent event) {
        return event.verdict() != null && event.verdict().progress() == Progress.FAILED;
    }

    /** The event with what it means, as parameters of their own: whether it is final, helps to be tried, and why. */
    public WebhookEvent told(WebhookEvent event) {
        return told(event, null);
    }

    /**
     * The same, and who wrote the message that it is about.
     *
     * @param answer null when it is not known
     */
    public WebhookEvent told(WebhookEvent event, Message answer) {
        Map<String, List<String>> parameters = new LinkedHashMap<>(event.parameters());
        DeliveryVerdict verdict = event.verdict();
        if (verdict != null) {
            put(parameters, "Final", String.valueOf(verdict.isFinal()));
            put(parameters, "Retry", verdict.retry().name());
            put(parameters, "Meaning", isFailure(event) ? Words.reason(event) : null);
            put(parameters, "MoreInfo", verdict.source());
        }
        OptOut.in(event).ifPresent(out -> put(parameters, "OptOut", out.toString()));
        if (answer != null) {
            put(parameters, "Author", answer.author());
            put(parameters, "Attributes", answer.attributes());
        }
        return new WebhookEvent(parameters);
    }

    /** The message that the event is about, as options of an operation. */
    public Map<String, Object> message(WebhookEvent event) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("conversationSid", event.conversationSid());
        place.put("sid", event.messageSid());
        if (event.chatServiceSid() != null) {
            place.put("chatServiceSid", event.chatServiceSid());
        }
        return place;
    }

    private static boolean isOutcome(WebhookEvent event) {
        return switch (String.valueOf(event.eventType())) {
            case "onDeliveryUpdated", "onMessageUpdated", "onMessageRemoved" -> true;
            case "onMessageAdded" -> OptOut.in(event).isPresent();
            default -> false;
        };
    }

    private static void put(Map<String, List<String>> parameters, String name, String value) {
        if (value != null) {
            parameters.put(name, List.of(value));
        }
    }
}
