// SPDX-License-Identifier: Apache-2.0
package dev.conversations.generator.catalog;

import dev.conversations.generator.model.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes catalog/mcp/tools.json: every operation as a tool of the Model Context Protocol. */
final class ToolsFile {

    private static final Map<String, String> DOING = Map.of(
            "create", "Create", "fetch", "Read", "update", "Change", "delete", "Delete", "list", "List");

    private ToolsFile() {}

    static String write(Model model) {
        List<Map<String, Object>> tools = new ArrayList<>();
        model.resources().forEach(resource -> resource.operations().forEach(row -> tools.add(tool(resource, row))));
        return Tree.indented(Tree.of("tools", tools));
    }

    private static Map<String, Object> tool(Model.Resource resource, Model.Operation row) {
        boolean reads = row.verb().equals("GET");
        boolean overwrites = row.method().equals("update") || row.method().equals("delete");
        return Tree.of(
                "name", resource.name().replace('-', '_') + "_" + row.method(),
                "title", title(resource, row),
                "description", description(resource, row),
                "inputSchema", Tree.of("type", "object", "properties", properties(row),
                        "required", row.options().stream().filter(Model.Option::required).map(Model.Option::name).toList(),
                        "additionalProperties", false),
                "annotations", Tree.of("readOnlyHint", reads, "destructiveHint", overwrites, "idempotentHint", reads || overwrites,
                        "openWorldHint", true),
                "_meta", Tree.of("endpoint", "twilio-conversations:" + resource.name() + "/" + row.method(), "requests", requests(resource, row)));
    }

    private static String title(Model.Resource resource, Model.Operation row) {
        return DOING.get(row.method()) + " " + what(resource, row);
    }

    private static String what(Model.Resource resource, Model.Operation row) {
        return row.method().equals("list") ? Character.toLowerCase(resource.description().charAt(0)) + resource.description().substring(1)
                : resource.text("one");
    }

    private static String description(Model.Resource resource, Model.Operation row) {
        String where = switch (resource.scope()) {
            case "both" -> "In the account's default conversation service, or in the one named by chatServiceSid.";
            case "service" -> "In the conversation service named by chatServiceSid.";
            default -> "In the account.";
        };
        String returns = switch (row.method()) {
            case "delete" -> " Returns nothing.";
            case "list" -> " Returns records of type " + resource.record() + ".";
            default -> " Returns the record, of type " + resource.record() + ".";
        };
        return title(resource, row) + " (Twilio Conversations). " + where + returns;
    }

    /** The operations of Twilio's API that the tool stands for: in the account, in a service, or both. */
    private static List<String> requests(Model.Resource resource, Model.Operation row) {
        return Stream.of("", "/Services/{chatServiceSid}")
                .filter(place -> switch (resource.scope()) {
                    case "both" -> true;
                    case "service" -> !place.isEmpty();
                    default -> place.isEmpty();
                })
                .map(place -> row.verb() + " /v1" + place + row.path()).toList();
    }

    private static Map<String, Object> properties(Model.Operation row) {
        Map<String, Object> properties = new LinkedHashMap<>();
        row.options().forEach(option -> properties.put(option.name(), property(option)));
        if (row.method().equals("list")) {
            properties.put("limit", Tree.of("type", "integer", "minimum", 1, "maximum", 1000, "default", 50,
                    "description", "How many to return at most."));
        }
        if (!row.once().isEmpty()) {
            properties.put("idempotencyKey", Tree.of("type", "string", "minLength", 1, "description", "Your name for what is to be made:"
                    + " under one name one is made, however often the call is made."));
        }
        return properties;
    }

    private static Map<String, Object> property(Model.Option option) {
        Map<String, Object> property = switch (option.type()) {
            case "integer" -> Tree.of("type", "integer");
            case "boolean" -> Tree.of("type", "boolean");
            case "json" -> Tree.of("type", "object");
            case "json_list" -> Tree.of("type", "array", "items", Map.of("type", "object"));
            case "list" -> Tree.of("type", "array", "items", item(option));
            default -> item(option);
        };
        property.put("description", option.description());
        return property;
    }

    private static Map<String, Object> item(Model.Option option) {
        String format = switch (option.type()) {
            case "datetime" -> "date-time";
            case "duration" -> "duration";
            default -> null;
        };
        return Tree.of("type", "string", "enum", option.values().isEmpty() ? null : option.values(), "pattern", Tree.sid(option.prefix()),
                "maxLength", option.facts().get("max"), "format", format);
    }
}
