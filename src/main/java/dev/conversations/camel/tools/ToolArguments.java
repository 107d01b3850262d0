// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.tools;

import dev.conversations.api.text.ShownName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a model gives a tool, held against the schema of the tool: what does not fit is told to the model and never called. */
final class ToolArguments {

    private ToolArguments() {}

    /**
     * The arguments with the defaults of those that are not given.
     *
     * @throws IllegalArgumentException when there are others than the tool takes, some are missing or of another form; it repeats no value
     */
    static Map<String, Object> checked(Tool tool, Map<String, Object> given) {
        Map<String, Object> schema = tool.inputSchema();
        Map<String, Object> known = Tool.object(schema.get("properties"));
        List<String> faults = new ArrayList<>();
        given.forEach((name, value) -> {
            if (!known.containsKey(name)) {
                faults.add(ShownName.of(name) + " is no argument of this tool");
            } else {
                String fault = fault(Tool.object(known.get(name)), value);
                if (fault != null) {
                    faults.add(name + " " + fault);
                }
            }
        });
        for (Object name : (List<?>) schema.get("required")) {
            if (!given.containsKey(name)) {
                faults.add(name + " is missing");
            }
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(tool.name() + ": " + String.join("; ", faults));
        }
        Map<String, Object> all = new LinkedHashMap<>();
        known.forEach((name, property) -> {
            Object value = given.getOrDefault(name, Tool.object(property).get("default"));
            if (value != null) {
                all.put(name, value);
            }
        });
        return all;
    }

    private static String fault(Map<String, Object> schema, Object value) {
        return switch ((String) schema.get("type")) {
            case "string" -> value instanceof String text ? textFault(schema, text) : "must be a text";
            case "integer" -> value instanceof Integer || value instanceof Long ? numberFault(schema, (Number) value) : "must be a whole number";
            case "boolean" -> value instanceof Boolean ? null : "must be true or false";
            case "object" -> value instanceof Map ? null : "must be an object";
            case "array" -> value instanceof List<?> list ? itemFault(Tool.object(schema.get("items")), list) : "must be a list";
            default -> throw new IllegalStateException("no type of an argument: " + schema.get("type"));
        };
    }

    private static String textFault(Map<String, Object> schema, String text) {
        if (schema.get("enum") instanceof List<?> values && !values.contains(text)) {
            return "must be one of " + values;
        }
        if (schema.get("pattern") instanceof String pattern && !Pattern.matches(pattern, text)) {
            return "must match " + pattern;
        }
        if (schema.get("maxLength") instanceof Integer most && text.length() > most) {
            return "must be at most " + most + " characters long";
        }
        return schema.get("minLength") instanceof Integer least && text.length() < least ? "must not be empty" : null;
    }

    private static String numberFault(Map<String, Object> schema, Number number) {
        boolean within = !(schema.get("minimum") instanceof Integer least && number.longValue() < least)
                && !(schema.get("maximum") instanceof Integer most && number.longValue() > most);
        return within ? null : "must be from " + schema.get("minimum") + " to " + schema.get("maximum");
    }

    private static String itemFault(Map<String, Object> schema, List<?> items) {
        return items.stream().map(item -> fault(schema, item)).filter(fault -> fault != null).findFirst()
                .map(fault -> "must be a list, of which each " + fault).orElse(null);
    }
}
