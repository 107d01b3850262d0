// SPDX-License-Identifier: Apache-2.0
package dev.conversations.generator.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the model file says. */
public record Model(List<Resource> resources, Resource media, List<Record> records, List<Event> events, List<Parameter> parameters,
        Deliveries failures, List<Failure> errors) {

    public record Option(String name, boolean required, Map<String, Object> facts) {

        public String wire() {
            return text("wire", Names.capitalise(name));
        }

        public String description() {
            return text("description", "");
        }

        public String type() {
            String type = text("type", "string");
            return "list".equals(type) && "json".equals(facts.get("item")) ? "json_list" : type;
        }

        public String prefix() {
            return text("prefix", null);
        }

        public boolean is(String trait) {
            return Boolean.TRUE.equals(facts.get(trait));
        }

        public List<String> values() {
            return texts(facts.get("values"));
        }

        private String text(String key, String otherwise) {
            return facts.containsKey(key) ? facts.get(key).toString() : otherwise;
        }
    }

    public record Operation(
            String method, String verb, String path, List<Option> options, String inBody, String cursor, Map<String, Object> once) {}

    public record Resource(String name, Map<String, Object> facts, List<Operation> operations) {

        public String text(String key) {
            return facts.containsKey(key) ? facts.get(key).toString() : null;
        }

        public String scope() {
            return text("scope");
        }

        public String record() {
            return text("record");
        }

        public String description() {
            return text("description");
        }
    }

    /** @param facts what is known of it, as of an option */
    public record Field(String name, String type, Map<String, Object> facts) {

        public String description() {
            return facts.get("description").toString();
        }

        public String prefix() {
            return (String) facts.get("prefix");
        }

        /** What is known to lie in it, if it is an object. */
        public List<Field> members() {
            return facts.containsKey("members") ? ModelFile.typed(facts.get("members")) : List.of();
        }
    }

    public record Record(String name, List<Field> fields) {}

    public record Event(String name, Map<String, Object> facts) {

        public boolean before() {
            return "before".equals(facts.get("kind"));
        }

        public List<String> list(String key) {
            return texts(facts.get(key));
        }
    }

    /** A parameter of events. */
    public record Parameter(String name, Map<String, Object> facts) {

        public String description() {
            return text("description");
        }

        public String text(String key) {
            return (String) facts.get(key);
        }

        /** Whether it comes with every event. */
        public boolean always() {
            return Boolean.TRUE.equals(facts.get("always"));
        }
    }

    /**
     * @param where what ends with it: a call, or nothing, so that it stands in Twilio's debugger alone
     * @param status the HTTP status that the sandbox answers with; null when it never does
     */
    public record Failure(int code, String where, Integer status, String retry, String text, String meaning) {}

    /** Why messages are not delivered; the page of a code is that of the source with the code behind it. */
    public record Deliveries(String source, List<Undelivered> codes) {}

    public record Undelivered(int code, String retry, String text) {}

    /** @throws IllegalStateException when the file contradicts itself */
    public static Model read(Path file) throws IOException {
        return ModelFile.read(file);
    }

    /** What can be called: the resources of the API and the media service. */
    public List<Resource> callable() {
        return Stream.concat(resources.stream(), Stream.of(media)).toList();
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    public static List<String> texts(Object value) {
        return value == null ? List.of() : ((List<?>) value).stream().map(Object::toString).toList();
    }
}
