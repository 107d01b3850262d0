// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import dev.conversations.api.text.Json;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.WebhookEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the API shows of an item, as a webhook would have told it: the same parameters, as far as the API knows them. */
final class Retold {

    private static final String MEDIA = "Media";

    private Retold() {}

    /**
     * The event of which a webhook should have told.
     *
     * @param item what it is about, under the API's names
     * @param conversation the one to which it belongs; the same for an event of a conversation
     */
    static WebhookEvent event(EventType type, Map<String, Object> item, Map<String, Object> conversation) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "AccountSid", conversation.get("account_sid"));
        put(parameters, "EventType", type.event());
        for (String name : type.parameters()) {
            put(parameters, name, value(type, name, item, conversation));
        }
        put(parameters, WebhookEvent.REPAIRED, true);
        return new WebhookEvent(parameters);
    }

    private static Object value(EventType type, String name, Map<String, Object> item, Map<String, Object> conversation) {
        if (name.equals(type.sid())) {
            return item.get("sid");
        }
        Object value = find(item, name);
        if (value == null && name.endsWith("Sid")) {
            return find(conversation, name);
        }
        return name.equals(MEDIA) && value instanceof List<?> files
                ? files.isEmpty() ? null : files.stream().map(Retold::capitalised).toList() : value;
    }

    /** {@code MessagingBinding.ProxyAddress} is {@code proxy_address} in {@code messaging_binding}. */
    private static Object find(Map<?, ?> fields, String name) {
        Object found = fields;
        for (String part : name.split("\\.")) {
            found = found instanceof Map<?, ?> map ? map.get(underscored(part)) : null;
        }
        return found;
    }

    private static String underscored(String name) {
        return name.replaceAll("(?<=[a-z])([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** {@code content_type} is {@code ContentType}. */
    private static Map<String, Object> capitalised(Object file) {
        Map<String, Object> result = new LinkedHashMap<>();
        ((Map<?, ?>) file).forEach((name, value) -> {
            StringBuilder capitalised = new StringBuilder();
            for (String word : name.toString().split("_")) {
                capitalised.append(word.substring(0, Math.min(1, word.length())).toUpperCase(Locale.ROOT))
                        .append(word.substring(Math.min(1, word.length())));
            }
            if (value != null) {
                result.put(capitalised.toString(), value);
            }
        });
        return result;
    }

    private static void put(Map<String, List<String>> parameters, String name, Object value) {
        if (value != null) {
            boolean structured = value instanceof Map<?, ?> || value instanceof List<?>;
            parameters.put(name, List.of(structured ? Json.text(value) : value.toString()));
        }
    }
}
