// SPDX-License-Identifier: Apache-2.0
package dev.conversations.webhook;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer to a pre-action event: Twilio goes on, goes on with changed fields, or gives up what was asked for.
 *
 * @param status the HTTP status: 200, or from 400 to 599 to reject
 * @param fields what to change, by Twilio's names ({@code friendly_name}) or the event's ({@code FriendlyName})
 * @see <a href="https://www.twilio.com/docs/conversations/conversations-webhooks">Twilio, Conversations webhooks</a>
 */
public record Reply(int status, Map<String, Object> fields) {
    private static final String EVENT_TYPE = "EventType";
    private static final Reply ACCEPTED = new Reply(200, Map.of());

    /**
     * @throws IllegalArgumentException when Twilio would understand neither acceptance nor rejection
     */
    public Reply {
        if (status != 200 && (status < 400 || status > 599)) {
            throw new IllegalArgumentException("status " + status + " of a reply: use 200, or 400 to 599 to reject");
        }
        if (status != 200 && !fields.isEmpty()) {
            throw new IllegalArgumentException("a reply that rejects cannot change fields");
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        fields.forEach((name, value) -> copy.put(wireName(name), value));
        fields = Collections.unmodifiableMap(copy);
    }

    /** Go on unchanged. */
    public static Reply accept() {
        return ACCEPTED;
    }

    /** Give it up; 400 to 599. */
    public static Reply reject(int status) {
        if (status == 200) {
            throw new IllegalArgumentException("status 200 accepts: use 400 to 599 to reject");
        }
        return new Reply(status, Map.of());
    }

    /** Go on with these fields changed; attributes may be a Map or JSON text. */
    public static Reply change(Map<String, ?> fields) {
        return new Reply(200, new LinkedHashMap<>(fields));
    }

    /**
     * What a Map says that an event was turned into: what differs from the event is changed, under the event's names or the
     * answer's; a Map that does not name the event's type holds the fields to change and nothing else.
     */
    public static Reply of(WebhookEvent event, Map<String, ?> map) {
        Map<String, Object> before = event.toMap();
        if (map.get(EVENT_TYPE) == null || !isSame(event, EVENT_TYPE, map.get(EVENT_TYPE))) {
            return change(map);
        }
        Map<String, Object> changes = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (value == null || !isSame(event, name, value)) {
                changes.put(name, value instanceof List<?> list && list.size() == 1 && before.get(name) instanceof String
                        ? list.get(0) : value);
            }
        });
        return change(changes);
    }

    /** Whether the event says the same, be it as text, as a list of texts, or as JSON that was read. */
    private static boolean isSame(WebhookEvent event, String name, Object value) {
        List<String> before = event.parameters().get(name);
        List<String> after = WebhookEvent.of(Map.of(name, value)).parameters().get(name);
        return before != null && (before.equals(after) || WebhookEvent.isJson(name)
                && before.size() == 1 && after.size() == 1 && JsonText.isSame(before.get(0), after.get(0)));
    }

    /** The same of JSON text; empty when it is no object. */
    public static Optional<Reply> of(WebhookEvent event, String json) {
        return JsonText.map(json).map(map -> of(event, map));
    }

    /** Whether Twilio goes on. */
    public boolean accepted() {
        return status == 200;
    }

    /**
     * The JSON body that tells Twilio.
     *
     * @throws IllegalArgumentException when a field cannot be changed by the answer to such an event, or has no value
     */
    public String json(EventType event) {
        List<String> allowed = event.changes();
        Map<String, String> texts = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (!allowed.contains(name)) {
                throw new IllegalArgumentException("an answer to " + event.event() + " cannot change '" + name + "'; "
                        + (allowed.isEmpty() ? "it can only accept or reject" : "it can change " + allowed));
            }
            if (value == null) {
                throw new IllegalArgumentException(
                        "an answer to " + event.event() + " has no value for '" + name + "'");
            }
            texts.put(name, text(event, name, value));
        });
        return JsonText.of(texts);
    }

    private static String text(EventType event, String name, Object value) {
        try {
            return JsonText.of(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'%s' in an answer to %s: %s".formatted(name, event.event(), e.getMessage()));
        }
    }

    /** Says what is changed, not to what. */
    @Override
    public String toString() {
        return accepted() ? "accept" + (fields.isEmpty() ? "" : " with other " + fields.keySet()) : "reject " + status;
    }

    private static String wireName(String name) {
        StringBuilder wire = new StringBuilder();
        name.chars().forEach(c -> {
            if (Character.isUpperCase(c) && !wire.isEmpty()) {
                wire.append('_');
            }
            wire.append((char) Character.toLowerCase(c));
        });
        return wire.toString();
    }
}
