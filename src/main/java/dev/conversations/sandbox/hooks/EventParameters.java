// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.hooks;

import dev.conversations.api.text.Json;
import dev.conversations.sandbox.call.Actor;
import dev.conversations.sandbox.call.JsonNames;
import dev.conversations.sandbox.world.Item;
import dev.conversations.webhook.EventType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a webhook tells of an item: the parameters that its event lists, without those that have no value. */
public final class EventParameters {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private EventParameters() {}

    /**
     * @param item what the event is about
     * @param conversation the conversation it belongs to; null when it belongs to none
     * @param extras what the event tells beyond that, by parameter
     */
    static Map<String, List<String>> of(
            EventType type, Actor actor, Item item, Item conversation, Map<String, List<String>> extras) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("AccountSid", List.of(item.text("account_sid")));
        parameters.put("EventType", List.of(type.event()));
        if (actor.source() != null) {
            parameters.put("Source", List.of(actor.source()));
        }
        parameters.put("RetryCount", List.of("0"));
        for (String name : type.parameters()) {
            Object value = value(name, item, conversation);
            if (extras.containsKey(name)) {
                parameters.put(name, extras.get(name));
            } else if (value != null) {
                parameters.put(name, List.of(text(value)));
            }
        }
        parameters.values().removeIf(List::isEmpty);
        return parameters;
    }

    /** A date as webhooks write it. */
    public static String date(Instant date) {
        return DATE.format(date);
    }

    private static Object value(String name, Item item, Item conversation) {
        if (name.equals(item.shape().noun() + "Sid")) {
            return item.sid();
        }
        Object value = item.get(JsonNames.of(name));
        return value == null && name.endsWith("Sid") && conversation != null
                ? conversation.get(JsonNames.of(name)) : value;
    }

    private static String text(Object value) {
        if (value instanceof Instant date) {
            return date(date);
        }
        return value instanceof List<?> list ? media(list) : value.toString();
    }

    /** Media as webhooks tell them. */
    public static String media(List<?> media) {
        return Json.text(media.stream().map(EventParameters::capitalised).toList());
    }

    /** {@code content_type} becomes {@code ContentType}. */
    private static Object capitalised(Object item) {
        Map<String, Object> result = new LinkedHashMap<>();
        ((Map<?, ?>) item).forEach((name, value) -> {
            if (value == null) {
                return;
            }
            StringBuilder capitalised = new StringBuilder();
            for (String word : name.toString().split("_")) {
                capitalised.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
            result.put(capitalised.toString(), value);
        });
        return result;
    }
}
