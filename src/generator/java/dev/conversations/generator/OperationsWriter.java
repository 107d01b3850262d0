// SPDX-License-Identifier: Apache-2.0
package dev.conversations.generator;

import static dev.conversations.generator.model.Names.quote;

import dev.conversations.generator.model.Model;
import dev.conversations.generator.model.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the operation table. */
final class OperationsWriter {

    /** What the model says of an option in a word. */
    private static final List<String> TRAITS = List.of("secret", "personal", "address");

    private OperationsWriter() {}

    static String write(Model model) {
        String imports = model.callable().stream().map(Model.Resource::record).distinct().sorted()
                .map(name -> "import dev.conversations.model.%s;\n".formatted(name)).collect(Collectors.joining());
        String rows = model.resources().stream().map(OperationsWriter::resource).collect(Collectors.joining());
        String media = resource(model.media());
        return """
                package dev.conversations.api.operation;

                import dev.conversations.api.operation.Option.Place;
                import dev.conversations.api.operation.Option.Trait;
                import dev.conversations.api.operation.Option.Type;
                %simport java.util.ArrayList;
                import java.util.Collections;
                import java.util.EnumSet;
                import java.util.LinkedHashMap;
                import java.util.List;
                import java.util.Map;
                import java.util.Optional;
                import java.util.Set;

                /** Every operation of the API. */
                public final class Operations {

                    private static final Map<String, Operation> ALL = table(rows());
                    private static final Map<String, Operation> MEDIA = table(media());

                    private Operations() {}

                    /** All operations by name, in the order of the model. */
                    public static Map<String, Operation> all() {
                        return ALL;
                    }

                    /** What the media service does, which is no part of the API but goes with it; by name. */
                    public static Map<String, Operation> ofMedia() {
                        return MEDIA;
                    }

                    /** The operation {@code resource/method} of the API or the media service, if there is one. */
                    public static Optional<Operation> find(String resource, String method) {
                        String name = resource + "/" + method;
                        return Optional.ofNullable(ALL.getOrDefault(name, MEDIA.get(name)));
                    }

                    private static List<Operation> rows() {
                        List<Operation> rows = new ArrayList<>();
                        Resource resource;
                %s
                        return rows;
                    }

                    private static List<Operation> media() {
                        List<Operation> rows = new ArrayList<>();
                        Resource resource;
                %s
                        return rows;
                    }

                    private static Map<String, Operation> table(List<Operation> rows) {
                        Map<String, Operation> table = new LinkedHashMap<>();
                        rows.forEach(row -> table.put(row.name(), row));
                        return Collections.unmodifiableMap(table);
                    }

                    private static Option option(
                            String name, String wire, Place place, Type type, List<String> values, String prefix, Trait... traits) {
                        return new Option(name, wire, place, type, all(traits), values, prefix, null);
                    }

                    private static Option named(
                            String name, String wire, Place place, Type type, List<String> values, String prefix, Trait... traits) {
                        return new Option(name, wire, place, type, all(traits), values, null, prefix);
                    }

                    private static Set<Trait> all(Trait... traits) {
                        Set<Trait> all = EnumSet.noneOf(Trait.class);
                        Collections.addAll(all, traits);
                        return Collections.unmodifiableSet(all);
                    }
                }
                """.formatted(imports, rows, media);
    }

    private static String resource(Model.Resource resource) {
        StringBuilder rows = new StringBuilder();
        rows.append("\n        resource = new Resource(%s, Scope.%s, %s.class, %s, %s);\n".formatted(
                quote(resource.name()), resource.scope().toUpperCase(Locale.ROOT), resource.record(),
                quote(resource.text("items")), resource.text("pageSize") == null ? "0" : resource.text("pageSize")));
        for (Model.Operation row : resource.operations()) {
            String options = row.options().stream().map(option -> "                " + option(row, option))
                    .collect(Collectors.joining(",\n"));
            rows.append("        rows.add(new Operation(resource, %s, Verb.%s, %s, List.of(%s), %s, %s, List.of(%s)));\n".formatted(
                    quote(row.method()), row.verb(), quote(row.path()), options.isEmpty() ? "" : "\n" + options,
                    quote(row.inBody()), quote(row.cursor()), trails(row)));
        }
        return rows.toString();
    }

    private static String trails(Model.Operation row) {
        return row.once().entrySet().stream().map(entry -> "new Trail(%s, %s)".formatted(
                quote(entry.getKey()), quote(entry.getValue().toString()))).collect(Collectors.joining(", "));
    }

    private static String option(Model.Operation row, Model.Option option) {
        List<String> traits = new ArrayList<>();
        if (option.required()) {
            traits.add("Trait.REQUIRED");
        }
        for (String trait : TRAITS) {
            if (option.is(trait)) {
                traits.add("Trait." + trait.toUpperCase(Locale.ROOT));
            }
        }
        String tail = traits.isEmpty() ? "" : ", " + String.join(", ", traits);
        return "%s(%s, %s, Place.%s, Type.%s, List.of(%s), %s%s)".formatted(
                option.is("named") ? "named" : "option", quote(option.name()), quote(option.wire()), place(row, option),
                option.type().toUpperCase(Locale.ROOT), Names.quoteAll(option.values()), quote(option.prefix()), tail);
    }

    static String place(Model.Operation row, Model.Option option) {
        if (option.name().equals("chatServiceSid") || row.path().contains("{" + option.name() + "}")) {
            return "PATH";
        }
        if ("header".equals(option.facts().get("in"))) {
            return "HEADER";
        }
        return row.verb().equals("POST") ? "FORM" : "QUERY";
    }
}
