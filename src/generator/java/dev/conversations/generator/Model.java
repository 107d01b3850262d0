package dev.conversations.generator;

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
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The model file, read and checked. */
record Model(List<Resource> resources, Resource media, List<Record> records, List<Event> events, Deliveries failures,
        List<Failure> errors) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final List<String> PAGING = List.of("pageSize", "page", "pageToken");

    record Option(String name, boolean required, Map<String, Object> facts) {

        String wire() {
            return text("wire", Names.capitalise(name));
        }

        String description() {
            return text("description", "");
        }

        String type() {
            String type = text("type", "string");
            return "list".equals(type) && "json".equals(facts.get("item")) ? "json_list" : type;
        }

        String prefix() {
            return text("prefix", null);
        }

        boolean is(String trait) {
            return Boolean.TRUE.equals(facts.get(trait));
        }

        List<String> values() {
            return texts(facts.get("values"));
        }

        private String text(String key, String otherwise) {
            return facts.containsKey(key) ? facts.get(key).toString() : otherwise;
        }
    }

    record Operation(
            String method, String verb, String path, List<Option> options, String inBody, String cursor, Map<String, Object> once) {}

    record Resource(String name, Map<String, Object> facts, List<Operation> operations) {

        String text(String key) {
            return facts.containsKey(key) ? facts.get(key).toString() : null;
        }

        String scope() {
            return text("scope");
        }

        String record() {
            return text("record");
        }

        String description() {
            return text("description");
        }
    }

    record Field(String name, String type) {}

    record Record(String name, List<Field> fields) {}

    record Event(String name, Map<String, Object> facts) {

        boolean before() {
            return "before".equals(facts.get("kind"));
        }

        List<String> list(String key) {
            return texts(facts.get(key));
        }
    }

    record Failure(int code, int status, String text) {}

    /** Why messages are not delivered; the page of a code is that of the source with the code behind it. */
    record Deliveries(String source, List<Undelivered> codes) {}

    record Undelivered(int code, String retry, String text) {}

    static Model read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            Map<String, Object> root = map(new Load(LoadSettings.builder().build()).loadFromReader(reader));
            Map<String, Object> options = map(root.get("options"));
            List<Resource> resources = new ArrayList<>();
            map(root.get("resources")).forEach((name, facts) -> resources.add(resource(name, map(facts), options)));
            List<Record> records = new ArrayList<>();
            map(root.get("records")).forEach((name, fields) -> records.add(new Record(name, fields(fields))));
            List<Event> events = new ArrayList<>();
            map(root.get("events")).forEach((name, facts) -> events.add(new Event(name, map(facts))));
            List<Failure> errors = new ArrayList<>();
            ((Map<?, ?>) root.get("errors")).forEach((code, facts) -> errors.add(failure(code, (List<?>) facts)));
            Model model = new Model(resources, resource("media", map(root.get("media")), options), records, events,
                    deliveries(map(root.get("failures"))), errors);
            model.check(options.keySet());
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

    private static List<Field> fields(Object fields) {
        List<Field> result = new ArrayList<>();
        for (Object field : (List<?>) fields) {
            if (field instanceof Map<?, ?> typed) {
                typed.forEach((name, type) -> result.add(new Field(name.toString(), type.toString())));
            } else {
                result.add(new Field(field.toString(), "text"));
            }
        }
        return result;
    }

    private static Deliveries deliveries(Map<String, Object> failures) {
        List<Undelivered> codes = new ArrayList<>();
        ((Map<?, ?>) failures.get("codes")).forEach((code, facts) -> codes.add(new Undelivered(
                (Integer) code, ((List<?>) facts).get(0).toString(), ((List<?>) facts).get(1).toString())));
        codes.sort(Comparator.comparing(Undelivered::code));
        return new Deliveries(failures.get("source").toString(), codes);
    }

    private static Failure failure(Object code, List<?> facts) {
        return new Failure((Integer) code, (Integer) facts.get(0), facts.get(1).toString());
    }

    /** What can be called: the resources of the API and the media service. */
    List<Resource> callable() {
        return Stream.concat(resources.stream(), Stream.of(media)).toList();
    }

    private void check(Set<String> options) {
        Set<String> unused = new HashSet<>(options);
        callable().stream().flatMap(resource -> resource.operations().stream())
                .flatMap(operation -> operation.options().stream()).forEach(option -> unused.remove(option.name()));
        if (!unused.isEmpty()) {
            throw new IllegalStateException("No operation takes the options " + unused);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    static List<String> texts(Object value) {
        return value == null ? List.of() : ((List<?>) value).stream().map(Object::toString).toList();
    }
}
