// SPDX-License-Identifier: Apache-2.0
package dev.conversations.generator.catalog;

import dev.conversations.generator.model.Model;
import dev.conversations.generator.model.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes a JSON Schema of each record. */
final class RecordSchemas {

    private static final String OF_ALL = " What Twilio adds in time is allowed; what it leaves out is absent or null.";

    private RecordSchemas() {}

    static Map<String, String> write(Model model) {
        Map<String, String> schemas = new TreeMap<>();
        model.records().forEach(record -> schemas.put(record.name(), Tree.indented(schema(model, record))));
        return schemas;
    }

    private static Map<String, Object> schema(Model model, Model.Record record) {
        Model.Resource resource = model.callable().stream().filter(some -> record.name().equals(some.record())).findFirst().orElseThrow();
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Model.Field field : record.fields()) {
            boolean own = field.name().equals("sid");
            Map<String, Object> property = property(field, own ? resource.text("prefix") : field.prefix());
            if (own || field.name().equals("accountSid")) {
                property.put("type", "string");
                required.add(Names.snake(field.name()));
            }
            properties.put(Names.snake(field.name()), property);
        }
        return Tree.of(
                "$schema", Schemas.DIALECT, "$id", Schemas.id(record.name()), "title", record.name(),
                "description", resource.description() + ": one of them as Twilio returns it and as the record is written as JSON." + OF_ALL,
                "type", "object", "properties", properties, "required", required.isEmpty() ? null : required);
    }

    private static Map<String, Object> property(Model.Field field, String prefix) {
        Map<String, Object> property = Tree.of("type", nullable(type(field.type())), "description", field.description(),
                "pattern", Tree.sid(prefix), "format", format(field));
        switch (field.type()) {
            case "list" -> property.put("items", Map.of("type", "string"));
            case "objects" -> property.put("items", Tree.of("type", "object", "properties", members(field)));
            case "object" -> {
                if (!field.members().isEmpty()) {
                    property.put("properties", members(field));
                }
            }
            default -> { }
        }
        return property;
    }

    private static Map<String, Object> members(Model.Field field) {
        Map<String, Object> members = new LinkedHashMap<>();
        field.members().forEach(member -> members.put(Names.snake(member.name()), Tree.of("type", nullable(type(member.type())))));
        return members;
    }

    private static String format(Model.Field field) {
        return "datetime".equals(field.facts().get("type")) ? "date-time" : field.name().equals("url") ? "uri" : null;
    }

    private static List<String> nullable(String type) {
        return Stream.of(type, "null").toList();
    }

    private static String type(String type) {
        return switch (type) {
            case "text" -> "string";
            case "list", "objects" -> "array";
            default -> type;
        };
    }
}
