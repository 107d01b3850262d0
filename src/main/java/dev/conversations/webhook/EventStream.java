// SPDX-License-Identifier: Apache-2.0
package dev.conversations.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the webhook sink of Event Streams sends: CloudEvents in JSON, one or several at once. They become the events
 * that webhooks tell, under the same names: nested objects are dotted, numbers are text.
 *
 * @see <a href="https://www.twilio.com/docs/events/event-types/conversations/message">Twilio, Conversations events</a>
 */
public final class EventStream {
    private static final Map<String, EventType> TYPES = Stream.of(EventType.values())
            .filter(type -> type.stream() != null)
            .collect(Collectors.toUnmodifiableMap(EventType::stream, Function.identity()));

    private EventStream() {}

    /**
     * The events in a body; of a type that is unknown here, they bear the name of Event Streams.
     *
     * @throws IllegalArgumentException when it is neither a CloudEvent nor an array of them; repeats nothing of it
     */
    public static List<Delivery> parse(byte[] json) {
        JsonNode root = JsonText.tree(json);
        Stream<JsonNode> events = root.isArray() ? StreamSupport.stream(root.spliterator(), false) : Stream.of(root);
        return events.map(EventStream::delivery).toList();
    }

    private static Delivery delivery(JsonNode envelope) {
        JsonNode name = envelope.path("type");
        JsonNode data = envelope.path("data");
        if (!name.isTextual() || !data.isObject()) {
            throw new IllegalArgumentException("no CloudEvent with type and data");
        }
        EventType type = TYPES.get(name.textValue());
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("EventType", List.of(type == null ? name.textValue() : type.event()));
        add("", data, parameters);
        if (type != null && type.event().startsWith("onMessage")) {
            rename("MessageBody", "Body", parameters);
        }
        return new Delivery(new WebhookEvent(parameters), envelope.path("id").textValue());
    }

    private static void add(String prefix, JsonNode object, Map<String, List<String>> parameters) {
        object.fields().forEachRemaining(field -> {
            String name = prefix + field.getKey();
            JsonNode value = field.getValue();
            if (name.equals("Media") || name.equals("Attributes")) {
                parameters.put(name, List.of(name.equals("Media") ? media(value) : text(value)));
            } else if (value.isObject()) {
                add(name + ".", value, parameters);
            } else if (value.isArray() && !value.isEmpty()) {
                List<String> values = new ArrayList<>();
                value.forEach(item -> values.add(text(item)));
                parameters.put(name, values);
            } else if (!value.isNull() && !value.isArray()) {
                parameters.put(name, List.of(text(value)));
            }
        });
    }

    /** The list as webhooks tell it, where a SID is called just that. */
    private static String media(JsonNode list) {
        List<Map<String, JsonNode>> media = new ArrayList<>();
        list.forEach(item -> {
            Map<String, JsonNode> fields = new LinkedHashMap<>();
            item.fields().forEachRemaining(field ->
                    fields.put(field.getKey().equals("MediaSid") ? "Sid" : field.getKey(), field.getValue()));
            media.add(fields);
        });
        return JsonText.of(media);
    }

    private static void rename(String from, String to, Map<String, List<String>> parameters) {
        List<String> values = parameters.remove(from);
        if (values != null) {
            parameters.put(to, values);
        }
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
