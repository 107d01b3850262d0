// SPDX-License-Identifier: Apache-2.0
package dev.conversations.generator.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what editors of routes read: the component in a list, and with the form that Kaoto shows. */
final class CamelFiles {

    private CamelFiles() {}

    static Map<String, String> write(JsonNode component) {
        String name = component.at("/component/name").asText();
        ObjectNode withForm = component.deepCopy();
        withForm.putPOJO("propertiesSchema", form(component.get("properties")));
        return Map.of(
                "components.json", Tree.dense(List.of(component)),
                "kaoto.json", Tree.dense(Map.of(name, withForm)));
    }

    /** The options of an endpoint as a JSON Schema, from which Kaoto makes its form. */
    private static Map<String, Object> form(JsonNode options) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        options.properties().forEach(option -> {
            properties.put(option.getKey(), field(option.getValue()));
            if (option.getValue().get("required").asBoolean()) {
                required.add(option.getKey());
            }
        });
        return Tree.of("$schema", "http://json-schema.org/draft-07/schema#", "type", "object", "properties", properties, "required", required);
    }

    private static Map<String, Object> field(JsonNode option) {
        String type = option.get("type").asText();
        boolean chosen = option.has("enum");
        boolean bean = type.equals("object") && !chosen;
        return Tree.of(
                "title", option.get("displayName").asText(),
                "description", option.get("description").asText(),
                "type", chosen || type.equals("duration") || type.equals("enum") ? "string" : type,
                "enum", chosen ? option.get("enum") : null,
                "default", option.get("defaultValue"),
                "format", type.equals("duration") ? "duration" : option.get("secret").asBoolean() ? "password"
                        : bean && !option.get("javaType").asText().startsWith("java.util.Map") ? "bean:" + option.get("javaType").asText() : null,
                "$comment", "group:" + option.get("group").asText());
    }
}
