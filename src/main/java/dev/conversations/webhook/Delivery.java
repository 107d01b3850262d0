// SPDX-License-Identifier: Apache-2.0
package dev.conversations.webhook;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One telling of an event. What happened may be told more than once: by a retry, by webhooks of the account and of a
 * conversation at once, by Event Streams.
 *
 * @param token Twilio's own for this telling and its retries: the header {@code I-Twilio-Idempotency-Token}, or the id
 *     in Event Streams; may be null
 */
public record Delivery(WebhookEvent event, String token) {

    /**
     * Tells happenings apart. Where SID, status or an exact date say which happening it is, they make the key, however
     * it was told; else the token does; without one, all of them together. A key holds names, SIDs, statuses and dates
     * only.
     */
    public String key() {
        String sid = sid();
        String version = version();
        if (sid != null && version != null) {
            return join(event.eventType(), sid, version);
        }
        if (token != null && !token.isBlank()) {
            return "token " + token;
        }
        return join(
                event.eventType(),
                event.conversationSid(),
                sid,
                event.status(),
                event.parameter("StateTo"),
                event.parameter("StateUpdated"),
                event.parameter("DateUpdated"));
    }

    /** The SID of what the event is about; null when it has none yet. */
    private String sid() {
        return Stream.of(
                        event.deliveryReceiptSid(),
                        event.messageSid(),
                        event.participantSid(),
                        event.userSid(),
                        event.conversationSid())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What tells this happening from others of its kind to the same thing; null when that is not certain. */
    private String version() {
        String type = String.valueOf(event.eventType());
        if (type.endsWith("Added") || type.endsWith("Removed")) {
            return "";
        }
        return switch (type) {
            case "onDeliveryUpdated" -> event.deliveryReceiptSid() == null ? null : event.status();
            case "onConversationStateUpdated" -> exact("StateUpdated");
            case "onUserUpdated" -> event.parameter("isOnline") == null ? exact("DateUpdated") : null;
            case "onParticipantUpdated" -> {
                String date = exact("DateUpdated");
                yield date == null ? null : join(date, event.parameter("LastReadMessageIndex"));
            }
            default -> type.endsWith("Updated") ? exact("DateUpdated") : null;
        };
    }

    /** A date if it has a fraction of a second, null otherwise: within a whole second, much can happen. */
    private String exact(String name) {
        String date = event.parameter(name);
        return date != null && date.indexOf('.') > 0 ? date : null;
    }

    private static String join(String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining(" "));
    }
}
