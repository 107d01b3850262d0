package dev.conversations.camel.call;

import dev.conversations.api.Json;
import dev.conversations.api.Operation;
import dev.conversations.api.Option;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Message;

/**
 * What message bodies mean to an operation: a map is options by name; a record of the operation's own kind stands for the
 * options that bear its fields' names; anything else is the value of the option that the model calls {@code inBody}, and
 * means nothing where there is none.
 */
final class Body {

    /** What a record tells of its past; set only on purpose, to import history. */
    private static final Set<String> HISTORY = Set.of("dateCreated", "dateUpdated");

    private final Operation operation;
    private final Set<String> names;
    private final Option plain;

    Body(Operation operation, Set<String> names) {
        this.operation = operation;
        this.names = names;
        this.plain = operation.inBody() == null ? null : operation.options().get(operation.inBody());
    }

    /**
     * The options in the body of a message.
     *
     * @param known the options that are decided already
     * @throws IllegalArgumentException naming the key that is no option, or why the body is none
     */
    Map<String, Object> read(Message message, Set<String> known) {
        Object body = Json.plain(message.getBody());
        if (body instanceof Map<?, ?> map) {
            return options(map);
        }
        if (operation.resource().record().isInstance(body)) {
            return fields(body);
        }
        if (body == null || plain == null || known.contains(plain.name())) {
            return Map.of();
        }
        return Map.of(plain.name(), value(message, body));
    }

    private Map<String, Object> options(Map<?, ?> map) {
        Map<String, Object> values = new HashMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof String name) || !names.contains(name)) {
                throw new IllegalArgumentException("The body's key '%s' is no option of %s; there are %s".formatted(
                        Operation.shown(String.valueOf(key)), operation, String.join(", ", names)));
            }
            if (value != null) {
                values.put(name, Json.plain(value));
            }
        });
        return values;
    }

    private Map<String, Object> fields(Object record) {
        Map<String, Object> values = new HashMap<>();
        collect("", Json.toMap(record), values);
        values.keySet().removeAll(HISTORY);
        return values;
    }

    /** Takes {@code messaging_binding.proxy_address} as {@code messagingBindingProxyAddress}, if that is an option. */
    private void collect(String prefix, Map<?, ?> fields, Map<String, Object> values) {
        fields.forEach((field, value) -> {
            String name = camel(prefix.isEmpty() ? field.toString() : prefix + "_" + field);
            if (value != null && names.contains(name)) {
                values.put(name, value);
            } else if (value instanceof Map<?, ?> nested) {
                collect(name, nested, values);
            }
        });
    }

    private static String camel(String snake) {
        StringBuilder name = new StringBuilder();
        for (String word : snake.split("_")) {
            boolean inner = !name.isEmpty() && !word.isEmpty();
            name.append(inner ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
        }
        return name.toString();
    }

    private Object value(Message message, Object body) {
        boolean structured = switch (plain.type()) {
            case JSON, LIST, JSON_LIST -> true;
            default -> false;
        };
        if (body instanceof Record || body instanceof Collection<?> && !structured) {
            throw new IllegalArgumentException("%s takes a text as %s or a map of options as body, no %s".formatted(
                    operation, plain.name(), body.getClass().getSimpleName()));
        }
        if (body instanceof String || body instanceof Collection<?> || body instanceof Object[]) {
            return body;
        }
        String text = message.getBody(String.class);
        if (text == null) {
            throw new IllegalArgumentException("%s takes a text as %s or a map of options as body, no %s".formatted(
                    operation, plain.name(), body.getClass().getName()));
        }
        return text;
    }
}
