// SPDX-License-Identifier: Apache-2.0
package dev.conversations.generator;

import dev.conversations.generator.model.Model;
import dev.conversations.generator.model.Names;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the records: what Twilio returns. */
final class RecordWriter {

    private RecordWriter() {}

    static String write(Model.Record model) {
        List<Model.Field> fields = model.fields();
        String components = fields.stream()
                .map(field -> "        @JsonProperty(\"%s\") %s %s".formatted(
                        Names.snake(field.name()), javaType(field.type()), field.name()))
                .collect(Collectors.joining(",\n"));
        String sids = fields.stream()
                .map(Model.Field::name)
                .filter(name -> name.equals("sid") || name.endsWith("Sid"))
                .map(name -> "\"%s=\" + %s".formatted(name, name))
                .collect(Collectors.joining("\n                + \", "))
                .replace("\", \"", "\", ");
        return """
                package dev.conversations.model;

                import com.fasterxml.jackson.annotation.JsonAnyGetter;
                import com.fasterxml.jackson.annotation.JsonAnySetter;
                import com.fasterxml.jackson.annotation.JsonInclude;
                import com.fasterxml.jackson.annotation.JsonProperty;
                %s
                /** %s {@code extra} holds what else the reply said; {@code toString} shows SIDs only. */
                @JsonInclude(JsonInclude.Include.NON_NULL)
                public record %s(
                %s,
                        @JsonAnySetter @JsonAnyGetter Map<String, Object> extra) {

                    @Override
                    public String toString() {
                        return "%s[" + %s + "]";
                    }
                }
                """.formatted(imports(fields), sentence(model.name()), model.name(), components, model.name(), sids);
    }

    private static String imports(List<Model.Field> fields) {
        boolean lists = fields.stream().anyMatch(field -> javaType(field.type()).startsWith("List"));
        return (lists ? "import java.util.List;\n" : "") + "import java.util.Map;\n";
    }

    private static String sentence(String name) {
        String words = name.replaceAll("(?<=[a-z])([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
        if (name.equals("Media")) {
            return "A file as Twilio's media service describes it.";
        }
        return "A%s %s as Twilio returns it.".formatted("aeio".indexOf(words.charAt(0)) >= 0 ? "n" : "", words);
    }

    private static String javaType(String type) {
        return switch (type) {
            case "text" -> "String";
            case "integer" -> "Long";
            case "boolean" -> "Boolean";
            case "list" -> "List<String>";
            case "object" -> "Map<String, Object>";
            case "objects" -> "List<Map<String, Object>>";
            default -> throw new IllegalStateException("The model knows no field type " + type);
        };
    }
}
