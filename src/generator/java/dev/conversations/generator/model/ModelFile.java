// SPDX-License-Identifier: Apache-2.0
package dev.conversations.generator.model;

import static dev.conversations.generator.model.Model.map;
import static dev.conversations.generator.model.Model.texts;

import dev.conversations.generator.model.Model.Deliveries;
import dev.conversations.generator.model.Model.Event;
import dev.conversations.generator.model.Model.Failure;
import dev.conversations.generator.model.Model.Field;
import dev.conversations.generator.model.Model.Operation;
import dev.conversations.generator.model.Model.Option;
import dev.conversations.generator.model.Model.Parameter;
import dev.conversations.generator.model.Model.Record;
import dev.conversations.generator.model.Model.Resource;
import dev.conversations.generator.model.Model.Undelivered;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The model file, read and checked. */
final class ModelFile {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final List<String> PAGING = List.of("pageSize", "page", "pageToken");

    private ModelFile() {}

    static Model read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            Map<String, Object> root = map(new Load(LoadSettings.builder().build()).loadFromReader(reader));
            Map<String, Object> options = map(root.get("options"));
            List<Resource> resources = new ArrayList<>();
            map(root.get("resources")).forEach((name, facts) -> resources.add(resource(name, map(facts), options)));
            List<Record> records = new ArrayList<>();
            map(root.get("records")).forEach((name, fields) -> records.add(new Record(name, described(name, fields, root))));
            List<Event> events = new ArrayList<>();
            map(root.get("events")).forEach((name, facts) -> events.add(new Event(name, map(facts))));
            List<Parameter> parameters = new ArrayList<>();
            map(root.get("parameters")).forEach((name, facts) -> parameters.add(new Parameter(name, map(facts))));
            List<Failure> errors = new ArrayList<>();
            ((Map<?, ?>) root.get("errors")).forEach((code, facts) -> errors.add(failure(code, (List<?>) facts)));
            Model model = new Model(resources, resource("media", map(root.get("media")), options), records, events,
                    parameters, deliveries(map(root.get("failures"))), errors);
            check(model, options.keySet());
            return model;
        }
    }

    private static Resource resource(String name, Map<String, Object> facts, Map<String, Object> options) {
        List<Operation> operations = new ArrayList<>();
        map(facts.get("methods")).forEach((method, row) -> operations.add(operation(method, map(row), facts, options)));
        return new Resource(name, facts, operations);
    }

    private static Operation operation(
            String method, Map<String, Object> row, Map<String, Object> resource, Map<String, Object> options) {
        boolean instance = !Set.of("create", "list", "upload").contains(method) && !Boolean.TRUE.equals(resource.get("single"));
        String key = resource.getOrDefault("key", "sid").toString();
        String path = resource.get("path") + (instance ? "/{" + key + "}" : "");
        List<String> names = new ArrayList<>();
        Matcher placeholders = PLACEHOLDER.matcher(path);
        while (placeholders.find()) {
            names.add(placeholders.group(1) + "!");
        }
        switch (resource.get("scope").toString()) {
            case "both" -> names.add("chatServiceSid");
            case "service" -> names.add("chatServiceSid!");
            default -> { }
        }
        names.addAll(texts(row.get("options")));
        if ("list".equals(method)) {
            names.addAll(PAGING);
        }
        Map<String, Object> restated = map(resource.get("options"));
        List<Option> resolved = names.stream().map(name -> option(name, options, name.equals("sid!") ? key(resource) : restated)).toList();
        String verb = Map.of("create", "POST", "update", "POST", "upload", "POST", "delete", "DELETE").getOrDefault(method, "GET");
        return new Operation(
                method, verb, path, resolved, (String) row.get("inBody"), (String) row.get("cursor"), map(row.get("once")));
    }

    /** The key restated as what its resource is. */
    private static Map<String, Object> key(Map<String, Object> resource) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("prefix", resource.get("prefix"));
        facts.put("named", resource.containsKey("alias"));
        facts.putAll(map(map(resource.get("options")).get("sid")));
        return Map.of("sid", facts);
    }

    private static Option option(String name, Map<String, Object> options, Map<String, Object> restated) {
        boolean required = name.endsWith("!");
        String bare = required ? name.substring(0, name.length() - 1) : name;
        if (!options.containsKey(bare)) {
            throw new IllegalStateException("The model names no option " + bare);
        }
        Map<String, Object> facts = new LinkedHashMap<>(map(options.get(bare)));
        facts.putAll(map(restated.get(bare)));
        return new Option(bare, required, facts);
    }

    static List<Field> typed(Object fields) {
        List<Field> result = new ArrayList<>();
        for (Object field : (List<?>) fields) {
            if (field instanceof Map<?, ?> typed) {
                typed.forEach((name, type) -> result.add(new Field(name.toString(), type.toString(), Map.of())));
            } else {
                result.add(new Field(field.toString(), "text", Map.of()));
            }
        }
        return result;
    }

    /** The fields with what is known of them: what the resource says of the option of that name, or else the fields, or else the options. */
    private static List<Field> described(String record, Object fields, Map<String, Object> root) {
        Map<String, Object> restated = map(root.get("resources")).values().stream().map(Model::map)
                .filter(resource -> record.equals(resource.get("record"))).map(resource -> map(resource.get("options")))
                .findFirst().orElse(Map.of());
        return typed(fields).stream().map(field -> {
            Map<String, Object> facts = new LinkedHashMap<>(map(map(root.get("fields")).getOrDefault(
                    field.name(), map(root.get("options")).get(field.name()))));
            facts.putAll(map(restated.get(field.name())));
            return new Field(field.name(), field.type(), facts);
        }).toList();
    }

    private static Deliveries deliveries(Map<String, Object> failures) {
        List<Undelivered> codes = new ArrayList<>();
        ((Map<?, ?>) failures.get("codes")).forEach((code, facts) -> codes.add(new Undelivered(
                (Integer) code, ((List<?>) facts).get(0).toString(), ((List<?>) facts).get(1).toString())));
        codes.sort(Comparator.comparing(Undelivered::code));
        return new Deliveries(failures.get("source").toString(), codes);
    }

    private static Failure failure(Object code, List<?> facts) {
        String text = facts.get(2).toString();
        Integer status = facts.get(0) instanceof Integer known ? known : null;
        return new Failure((Integer) code, facts.get(0) instanceof String where ? where : "call", status, facts.get(1).toString(), text,
                facts.size() > 3 ? facts.get(3).toString() : text);
    }

    private static void check(Model model, Set<String> options) {
        Set<String> unused = new HashSet<>(options);
        model.callable().stream().flatMap(resource -> resource.operations().stream())
                .flatMap(operation -> operation.options().stream()).forEach(option -> unused.remove(option.name()));
        if (!unused.isEmpty()) {
            throw new IllegalStateException("No operation takes the options " + unused);
        }
    }
}
