// SPDX-License-Identifier: Apache-2.0
package dev.conversations.generator.catalog;

import dev.conversations.generator.model.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes a JSON Schema of each event, as the event is written as JSON. */
final class EventSchemas {

    /** By these every event tells what it is about, if that has a SID yet. */
    private static final List<String> ABOUT = List.of("DeliveryReceiptSid", "MessageSid", "UserSid", "ConversationSid");

    private EventSchemas() {}

    static Map<String, String> write(Model model) {
        Map<String, String> schemas = new TreeMap<>();
        model.events().forEach(event -> schemas.put(event.name(), Tree.indented(schema(model, event))));
        return schemas;
    }

    private static Map<String, Object> schema(Model model, Model.Event event) {
        List<String> own = event.list("parameters");
        Map<String, Object> properties = new LinkedHashMap<>();
        model.parameters().stream().filter(Model.Parameter::always).forEach(parameter -> properties.put(parameter.name(), property(parameter)));
        own.forEach(name -> model.parameters().stream().filter(parameter -> parameter.name().equals(name))
                .forEach(parameter -> properties.put(name, property(parameter))));
        properties.put("EventType", Tree.of("const", event.name(), "description", "The name of the event."));
        List<String> required = new ArrayList<>(List.of("EventType"));
        required.addAll(Stream.concat(ABOUT.stream(), event.name().startsWith("onParticipant") ? Stream.of("ParticipantSid") : Stream.of())
                .filter(own::contains).toList());
        return Tree.of(
                "$schema", Schemas.DIALECT, "$id", Schemas.id(event.name()), "title", event.name(),
                "description", event.facts().get("description") + " As JSON: parameters under Twilio's names, what was not sent is absent, a"
                        + " repeated one is a list, and Twilio may add others in time.",
                "type", "object", "properties", properties, "required", required);
    }

    private static Map<String, Object> property(Model.Parameter parameter) {
        String type = parameter.text("type");
        if ("json".equals(type)) {
            return Tree.of("type", "object", "description", parameter.description());
        }
        if ("list".equals(type)) {
            return Tree.of("type", "array", "items", Map.of("type", "object"), "description", parameter.description());
        }
        if (parameter.text("prefix") != null) {
            return Tree.of("type", "string", "pattern", Tree.sid(parameter.text("prefix")), "description", parameter.description());
        }
        return Tree.of("type", List.of("string", "array"), "items", Map.of("type", "string"), "description", parameter.description());
    }
}
