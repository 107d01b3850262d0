// SPDX-License-Identifier: Apache-2.0
package dev.conversations.webhook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What happened, or is about to happen, as Twilio told it. Immutable. The getters give what events hold, null
 * when it was not sent or cannot be read as such; {@link #parameters()} holds all that was sent, under Twilio's names.
 *
 * @param parameters all parameters with all their values, in the order received
 * @see <a href="https://www.twilio.com/docs/conversations/conversations-webhooks">Twilio, Conversations webhooks</a>
 */
public record WebhookEvent(Map<String, List<String>> parameters) implements EventFields {
    private static final String ATTRIBUTES = "Attributes";
    private static final String MEDIA = "Media";

    /** A parameter that Twilio never sends: {@code true} marks an event of which no webhook told, but the API when asked. */
    public static final String REPAIRED = "Repaired";

    private static final Pattern SID = Pattern.compile("[A-Z]{2}[A-Za-z0-9-]{0,62}");

    public WebhookEvent {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        parameters.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        parameters = Collections.unmodifiableMap(copy);
    }

    /**
     * The event in a form body or query string.
     *
     * @throws IllegalArgumentException when it is malformed, see {@link Form#parse(byte[])}
     */
    public static WebhookEvent parse(String form) {
        return new WebhookEvent(Form.parse(form));
    }

    /** The event whose {@link #toMap} looks like this: values are text or lists of text, others become JSON text. */
    @JsonCreator
    public static WebhookEvent of(Map<String, ?> parameters) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance) && !list.isEmpty()) {
                texts.put(name, list.stream().map(String.class::cast).toList());
            } else if (value != null) {
                texts.put(name, List.of(JsonText.of(value)));
            }
        });
        return new WebhookEvent(texts);
    }

    /** Twilio's name of the event, such as {@code onMessageAdded}. */
    public String eventType() {
        return parameter("EventType");
    }

    /** The type, empty for an event that is unknown here. */
    public Optional<EventType> type() {
        return EventType.of(eventType());
    }

    public String accountSid() {
        return parameter("AccountSid");
    }

    /** Who wrote the message: an identity or an address. */
    public String author() {
        return parameter("Author");
    }

    /** The text of the message; of the first message where a conversation is about to be opened by one. */
    public String body() {
        return parameters.containsKey("Body") ? parameter("Body") : parameter("MessageBody");
    }

    /** Where it came from: {@code SDK}, {@code API}, {@code SMS} and others. */
    public String source() {
        return parameter("Source");
    }

    /** Whether no webhook told of it, so that it was found by asking the API; it then comes late, and without {@link #source}. */
    public boolean repaired() {
        return Boolean.parseBoolean(parameter(REPAIRED));
    }

    /** The position of the message in its conversation. */
    public Long index() {
        return number("Index", Long::valueOf);
    }

    /**
     * WhatsApp's id of who writes, for this business alone, such as {@code US.13491208655302741918}; there are people who
     * show it in place of a number.
     */
    public String externalUserId() {
        return parameter("ExternalUserId");
    }

    /** The same id for all businesses of one owner, such as {@code US.ENT.11815799212886844830}. */
    public String parentExternalUserId() {
        return parameter("ParentExternalUserId");
    }

    /** The identity of the participant or user. */
    public String identity() {
        return parameter("Identity");
    }

    /** How far a message got: {@code sent}, {@code delivered}, {@code failed} and others. */
    public String status() {
        return parameter("Status");
    }

    /** Why a message failed to reach a recipient: Twilio's error code. */
    public Integer errorCode() {
        return number("ErrorCode", Integer::valueOf);
    }

    /** What became of a message on its way to a recipient, and whether sending again can help; null for other events. */
    public DeliveryVerdict verdict() {
        return type().filter(EventType.ON_DELIVERY_UPDATED::equals).isEmpty() ? null
                : DeliveryVerdict.of(status(), errorCode());
    }

    public Instant dateCreated() {
        return date("DateCreated");
    }

    public Instant dateUpdated() {
        return date("DateUpdated");
    }

    public Instant dateRemoved() {
        return date("DateRemoved");
    }

    /** The attributes of the conversation, message, participant or user; empty when there are none. */
    public Map<String, Object> attributes() {
        return JsonText.map(parameter(ATTRIBUTES)).orElse(Map.of());
    }

    /** The media of the message, each with {@code Sid}, {@code ContentType}, {@code Filename}, {@code Size}. */
    public List<Map<String, Object>> media() {
        return JsonText.list(parameter(MEDIA)).orElse(List.of());
    }

    @Override
    public String parameter(String name) {
        List<String> values = parameters.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    /** Whether the parameter of that name is JSON. */
    static boolean isJson(String name) {
        return name.equals(ATTRIBUTES) || name.equals(MEDIA);
    }

    /** All parameters by Twilio's names: a text, or a list where a name was repeated; attributes and media read. */
    @JsonValue
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        parameters.forEach((name, values) -> map.put(name, values.size() == 1 ? values.get(0) : values));
        JsonText.map(parameter(ATTRIBUTES)).ifPresent(attributes -> map.put(ATTRIBUTES, attributes));
        JsonText.list(parameter(MEDIA)).ifPresent(media -> map.put(MEDIA, media));
        return map;
    }

    /** Event type and SIDs, fit for a log: what does not look like one is left out. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(type().map(EventType::event).orElse("unknown"));
        Stream.of(conversationSid(), messageSid(), participantSid(), userSid(), deliveryReceiptSid())
                .filter(sid -> sid != null && SID.matcher(sid).matches())
                .forEach(sid -> text.append(' ').append(sid));
        return text.toString();
    }

    private <T> T number(String name, Function<String, T> read) {
        String number = parameter(name);
        try {
            return number == null ? null : read.apply(number);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private Instant date(String name) {
        String date = parameter(name);
        try {
            return date == null ? null : Instant.parse(date);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
