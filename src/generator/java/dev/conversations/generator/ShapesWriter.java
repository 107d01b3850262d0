// SPDX-License-Identifier: Apache-2.0
package dev.conversations.generator;

import static dev.conversations.generator.model.Names.quote;

import dev.conversations.generator.model.Model;
import dev.conversations.generator.model.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the facts about resources that only the sandbox needs. */
final class ShapesWriter {

    private ShapesWriter() {}

    static String write(Model model) {
        String shapes = model.resources().stream()
                .map(resource -> shape(model, resource)).collect(Collectors.joining());
        String errors = model.errors().stream().filter(error -> error.status() != null)
                .map(error -> "        errors.put(%d, new Failure(%d, %s));\n".formatted(
                        error.code(), error.status(), quote(error.text())))
                .collect(Collectors.joining());
        return """
                package dev.conversations.sandbox.call;

                import dev.conversations.sandbox.call.Shape.Failure;
                import dev.conversations.sandbox.call.Shape.Intake;
                import dev.conversations.sandbox.call.Shape.Keys;
                import dev.conversations.sandbox.call.Shape.Place;
                import java.util.Collections;
                import java.util.LinkedHashMap;
                import java.util.List;
                import java.util.Map;

                /** What the sandbox knows of each resource beyond its operations, and of each error. */
                public final class Shapes {

                    private static final Map<String, Shape> ALL = shapes();
                    private static final Map<Integer, Failure> ERRORS = errors();

                    private Shapes() {}

                    /** All shapes by resource, in the order of the model. */
                    static Map<String, Shape> all() {
                        return ALL;
                    }

                    public static Shape of(String resource) {
                        return ALL.get(resource);
                    }

                    static Failure failure(int code) {
                        return ERRORS.get(code);
                    }

                    private static Map<String, Shape> shapes() {
                        Map<String, Shape> shapes = new LinkedHashMap<>();
                %s        return Collections.unmodifiableMap(shapes);
                    }

                    private static Map<Integer, Failure> errors() {
                        Map<Integer, Failure> errors = new LinkedHashMap<>();
                %s        return Collections.unmodifiableMap(errors);
                    }

                    /** A map of names and values in turns, in that order. */
                    @SuppressWarnings("unchecked")
                    private static <T> Map<String, T> map(Object... pairs) {
                        Map<String, T> map = new LinkedHashMap<>();
                        for (int i = 0; i < pairs.length; i += 2) {
                            map.put((String) pairs[i], (T) pairs[i + 1]);
                        }
                        return Collections.unmodifiableMap(map);
                    }
                }
                """.formatted(shapes, errors);
    }

    private static String shape(Model model, Model.Resource resource) {
        Map<String, Object> facts = resource.facts();
        Model.Record record = model.records().stream()
                .filter(candidate -> candidate.name().equals(resource.record())).findFirst().orElseThrow();
        boolean single = Boolean.TRUE.equals(facts.get("single"));
        Map.Entry<?, ?> bound = ((Map<?, ?>) facts.getOrDefault("atMost", Map.of(0, 0))).entrySet().iterator().next();
        return """
                        shapes.put(%s, new Shape(
                                %s, %s, %s,
                                new Place(%s, %s, %s),
                                map(%s),
                                map(%s),
                                new Keys(%s, map(%s), %s, %s),
                                map(%s),
                                map(%s),
                                List.of(%s)));
                """.formatted(
                quote(resource.name()), quote(resource.name()),
                quote(facts.getOrDefault("keeps", resource.name()).toString()), quote(resource.text("event")),
                quote(resource.text("path")), single ? "null" : quote(key(facts)), quote(resource.text("prefix")),
                pairs(fields(record)), "\n" + options(resource, record).indent(24).stripTrailing(),
                quote(facts.containsKey("alias") ? Names.snake(resource.text("alias")) : null),
                pairs(snakeKeys(facts.get("unique"))), bound.getKey(), bound.getValue(),
                pairs(defaults(facts.get("defaults"))), pairs(Model.map(facts.get("links"))),
                Names.quoteAll(Model.texts(facts.get("serviceOnly")).stream().map(Names::snake).toList()));
    }

    private static String key(Map<String, Object> facts) {
        return facts.getOrDefault("key", "sid").toString();
    }

    private static Map<String, Object> fields(Model.Record record) {
        Map<String, Object> fields = new LinkedHashMap<>();
        record.fields().forEach(field -> fields.put(Names.snake(field.name()), field.type()));
        return fields;
    }

    private static String options(Model.Resource resource, Model.Record record) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (Model.Operation operation : resource.operations()) {
            for (Model.Option option : operation.options()) {
                String intake = "new Intake(%s, %s, %s, %s, %s)".formatted(
                        quote(field(option, record)), option.facts().getOrDefault("max", 0),
                        option.facts().getOrDefault("tooLong", 20001), option.facts().getOrDefault("malformed", 20001),
                        option.facts().getOrDefault("missing", 20001));
                if (!intake.equals("new Intake(null, 0, 20001, 20001, 20001)")) {
                    lines.putIfAbsent(option.name(), quote(option.name()) + ", " + intake);
                }
            }
        }
        return String.join(",\n", lines.values());
    }

    /** Where the reply shows the option, dots between nested names; null when it does not. */
    private static String field(Model.Option option, Model.Record record) {
        String path = Arrays.stream(option.facts().getOrDefault("field", option.wire()).toString().split("\\."))
                .map(word -> Names.snake(Character.toLowerCase(word.charAt(0)) + word.substring(1)))
                .collect(Collectors.joining("."));
        String first = path.replaceAll("\\..*", "");
        return record.fields().stream().anyMatch(field -> Names.snake(field.name()).equals(first)) ? path : null;
    }

    private static Map<String, Object> snakeKeys(Object facts) {
        Map<String, Object> result = new LinkedHashMap<>();
        Model.map(facts).forEach((name, value) -> result.put(Names.snake(name), value));
        return result;
    }

    /** Defaults by dotted JSON name, nested ones flattened. */
    private static Map<String, Object> defaults(Object facts) {
        Map<String, Object> result = new LinkedHashMap<>();
        snakeKeys(facts).forEach((name, value) -> {
            if (value instanceof Map<?, ?> nested && !nested.isEmpty()) {
                defaults(nested).forEach((inner, innerValue) -> result.put(name + "." + inner, innerValue));
            } else {
                result.put(name, value);
            }
        });
        return result;
    }

    private static String pairs(Map<String, Object> map) {
        List<String> words = new ArrayList<>();
        map.forEach((name, value) -> words.add(quote(name) + ", " + literal(value)));
        return String.join(", ", words);
    }

    private static String literal(Object value) {
        if (value instanceof String text) {
            return quote(text);
        }
        if (value instanceof List<?> list) {
            return "List.of(" + list.stream().map(ShapesWriter::literal).collect(Collectors.joining(", ")) + ")";
        }
        return value instanceof Map<?, ?> ? "Map.of()" : String.valueOf(value);
    }
}
