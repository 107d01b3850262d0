// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.call;

import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Option;
import dev.conversations.api.text.Json;
import dev.conversations.api.text.ShownName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Message;

/**
 * What message bodies mean to an operation. A map is options by name, said on purpose. Everything else just lies there and counts only
 * where nothing else is said: a record of the operation's own kind tells where it is, never what to do; any other value is that of the
 * option which the model calls {@code inBody}, and means nothing where there is none.
 */
final class Body {

    private static final String CREATE = "create";

    private final Operation operation;
    private final Set<String> names;
    private final Option plain;
    private final Map<String, String> places = new LinkedHashMap<>();

    Body(Operation operation, Set<String> names) {
        this.operation = operation;
        this.names = names;
        this.plain = operation.inBody() == null ? null : operation.options().get(operation.inBody());
        operation.options().values().stream().filter(option -> option.place() == Option.Place.PATH)
                .forEach(option -> places.put(option.name(), snake(option.name())));
    }

    /**
     * Puts the options that a map names in place of what is there.
     *
     * @throws IllegalArgumentException naming the key that is no option
     */
    void say(Map<?, ?> body, Map<String, Object> values) {
        body.forEach((key, value) -> {
            if (!(key instanceof String name) || !names.contains(name)) {
                throw new IllegalArgumentException("The body's key '%s' is no option of %s; there are %s".formatted(
                        ShownName.of(String.valueOf(key)), operation, String.join(", ", names)));
            }
            if (value != null) {
                values.put(name, Json.plain(value));
            }
        });
    }

    /**
     * Adds what lies in the body, as far as it is not said already.
     *
     * @throws IllegalArgumentException when the body cannot be the value that it stands for
     */
    void add(Message message, Object body, Map<String, Object> values) {
        boolean own = operation.resource().record().isInstance(body);
        if (own) {
            where(body, values);
        }
        boolean wanted = plain != null && !values.containsKey(plain.name()) && (!own || operation.method().equals(CREATE));
        if (body != null && wanted) {
            values.put(plain.name(), value(message, body));
        }
    }

    private void where(Object record, Map<String, Object> values) {
        if (values.keySet().containsAll(places.keySet())) {
            return;
        }
        places.forEach((name, field) -> {
            Object value = Json.field(record, field);
            if (value != null) {
                values.putIfAbsent(name, value);
            }
        });
    }

    private static String snake(String camel) {
        return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private Object value(Message message, Object body) {
        boolean structured = switch (plain.type()) {
            case JSON, LIST, JSON_LIST -> true;
            default -> false;
        };
        if (body instanceof Record || body instanceof Collection<?> && !structured) {
            throw unfit(body.getClass().getSimpleName() + "; a part of it would be ${body." + plain.name() + "}");
        }
        if (body instanceof String || body instanceof Collection<?> || body instanceof Object[]) {
            return body;
        }
        String text = message.getBody(String.class);
        if (text == null) {
            throw unfit(body.getClass().getName());
        }
        return text;
    }

    private IllegalArgumentException unfit(String what) {
        return new IllegalArgumentException(
                "%s takes a text as %s or a map of options as body, no %s".formatted(operation, plain.name(), what));
    }
}
