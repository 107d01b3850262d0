// SPDX-License-Identifier: Apache-2.0
package dev.conversations.generator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.conversations.generator.model.Names;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes what editors show of {@code camel.component.twilio-conversations} in Spring Boot's application.properties, out of what Camel has
 * collected of the component's options.
 */
final class SpringMetadataWriter {

    private static final String PREFIX = "camel.component.twilio-conversations";
    private static final String SOURCE = "dev.conversations.camel.ConversationsAutoConfiguration";
    private static final Map<String, String> TYPES = Map.of("duration", "java.time.Duration", "string", "java.lang.String",
            "boolean", "java.lang.Boolean", "integer", "java.lang.Integer");

    private SpringMetadataWriter() {}

    /** @param component what Camel's own tools read of the component */
    static String write(Path component) throws IOException {
        List<Object> properties = new ArrayList<>();
        List<Object> hints = new ArrayList<>();
        properties.add(property(PREFIX + ".enabled", "java.lang.Boolean", "Whether these properties are looked at.", true, false));
        JsonFile.read(component).get("componentProperties").properties().forEach(option -> {
            String name = PREFIX + "." + Names.snake(option.getKey()).replace('_', '-');
            JsonNode facts = option.getValue();
            String type = TYPES.getOrDefault(facts.get("type").asText(), facts.get("javaType").asText().replace("java.util.Map",
                    "java.util.Map<java.lang.String,java.lang.Object>").replaceAll("^(\\S*Map<[^>]*>)<.*", "$1"));
            properties.add(property(name, type, facts.get("description").asText(), value(facts.get("defaultValue")),
                    facts.get("secret").asBoolean()));
            if (facts.has("enum")) {
                List<Object> values = new ArrayList<>();
                facts.get("enum").forEach(value -> values.add(Map.of("value", value.asText().toLowerCase(Locale.ROOT))));
                hints.add(ordered("name", name, "values", values));
            }
        });
        return JsonFile.text(ordered(
                "groups", List.of(ordered("name", PREFIX, "type", SOURCE, "sourceType", SOURCE)), "properties", properties, "hints", hints));
    }

    private static Map<String, Object> property(String name, String type, String description, Object otherwise, boolean secret) {
        Map<String, Object> property = ordered("name", name, "type", type, "description", description, "sourceType", SOURCE);
        if (otherwise != null) {
            property.put("defaultValue", otherwise);
        }
        if (secret) {
            property.put("description", description + " A secret.");
            property.put("secret", true);
        }
        return property;
    }

    private static Object value(JsonNode otherwise) {
        return otherwise == null ? null : otherwise.isBoolean() ? (Object) otherwise.asBoolean()
                : otherwise.isNumber() ? (Object) otherwise.asLong() : otherwise.asText();
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i].toString(), pairs[i + 1]);
        }
        return map;
    }
}
