package dev.conversations.webhook;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells happenings apart, so that one told twice is recognised: by a retry, by webhooks of the account and of a
 * conversation at once, by Event Streams. A key holds names, SIDs, statuses and dates only.
 */
public final class EventKey {
    private EventKey() {}

    /**
     * The key of what an event tells. Where SID, status or an exact date say which happening it is, they make the key,
     * however it was delivered; else Twilio's token of the delivery does; without one, all of them together.
     *
     * @param token of the delivery, from the header {@code I-Twilio-Idempotency-Token}; may be null
     */
    public static String of(WebhookEvent event, String token) {
        String sid = sid(event);
        String version = version(event);
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
    private static String sid(WebhookEvent event) {
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
    private static String version(WebhookEvent event) {
        String type = String.valueOf(event.eventType());
        if (type.endsWith("Added") || type.endsWith("Removed")) {
            return "";
        }
        return switch (type) {
            case "onDeliveryUpdated" -> event.deliveryReceiptSid() == null ? null : event.status();
            case "onConversationStateUpdated" -> exact(event.parameter("StateUpdated"));
            case "onUserUpdated" -> event.parameter("isOnline") == null ? exact(event.parameter("DateUpdated")) : null;
            case "onParticipantUpdated" -> {
                String date = exact(event.parameter("DateUpdated"));
                yield date == null ? null : join(date, event.parameter("LastReadMessageIndex"));
            }
            default -> type.endsWith("Updated") ? exact(event.parameter("DateUpdated")) : null;
        };
    }

    /** The date if it has a fraction of a second, null otherwise: within a whole second, much can happen. */
    private static String exact(String date) {
        return date != null && date.indexOf('.') > 0 ? date : null;
    }

    private static String join(String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining(" "));
    }
}
