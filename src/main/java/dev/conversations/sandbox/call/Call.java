// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.call;

import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A call of an operation.
 *
 * @param operation what is to be done
 * @param level where
 * @param arguments the values by option name: text, Long, Boolean, Instant or a list of texts
 * @param actor who acts
 * @param extras what webhooks tell of it beyond the fields of the item, by parameter
 */
public record Call(
        Operation operation,
        Level level,
        Map<String, Object> arguments,
        Actor actor,
        Map<String, List<String>> extras) {

    public static Call of(String resource, String method, Level level, Map<String, Object> arguments, Actor actor) {
        return new Call(Operations.find(resource, method).orElseThrow(), level, arguments, actor, Map.of());
    }

    public Shape shape() {
        return Shapes.of(operation.resource().name());
    }

    /** The path as the request has it. */
    public String path() {
        String path = level.prefix() + operation.path();
        for (Map.Entry<String, Object> argument : arguments.entrySet()) {
            path = path.replace("{" + argument.getKey() + "}", String.valueOf(argument.getValue()));
        }
        return path;
    }

    public Object get(String option) {
        return arguments.get(option);
    }

    public String text(String option) {
        Object value = arguments.get(option);
        return value == null ? null : value.toString();
    }

    public boolean has(String option) {
        return arguments.containsKey(option);
    }

    /** The same with other values for some options. */
    public Call with(Map<String, Object> changes) {
        Map<String, Object> changed = new LinkedHashMap<>(arguments);
        changed.putAll(changes);
        return new Call(operation, level, changed, actor, extras);
    }

    public Call withExtras(Map<String, List<String>> more) {
        return new Call(operation, level, arguments, actor, more);
    }
}
