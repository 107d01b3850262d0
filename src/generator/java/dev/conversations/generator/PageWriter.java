// SPDX-License-Identifier: Apache-2.0
package dev.conversations.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Writes the tables of options and headers into the component's page, from the metadata that Camel made of the classes. */
final class PageWriter {

    static final String PAGE = "docs/twilio-conversations-component.adoc";

    private static final String START = "// component options: START\n";
    private static final String END = "// component options: END\n";

    private PageWriter() {}

    /**
     * The page as it stands, with the tables as they should be between the marks.
     *
     * @param component what Camel made of the compiled component
     */
    static String write(Path component) throws IOException {
        String page = Files.readString(Path.of(PAGE));
        JsonNode metadata = new ObjectMapper().readTree(component.toFile());
        return page.substring(0, page.indexOf(START)) + START + tables(metadata) + page.substring(page.indexOf(END));
    }

    private static String tables(JsonNode metadata) {
        JsonNode endpoint = metadata.get("properties");
        return """

                === Component options

                The component has %d options, set once for all endpoints.

                %s
                === Endpoint options

                The endpoint is `%s`. Its path parameters:

                %s
                The options of every endpoint; those of each operation stand in link:../catalog/operations.md[operations].

                %s
                === Message headers

                %s
                """.formatted(metadata.get("componentProperties").size(),
                options(metadata.get("componentProperties"), option -> true),
                metadata.get("component").get("syntax").asText(),
                options(endpoint, option -> option.get("kind").asText().equals("path")),
                options(endpoint, option -> option.get("kind").asText().equals("parameter")),
                headers(metadata.get("headers")));
    }

    private static String options(JsonNode options, Predicate<JsonNode> wanted) {
        return table("Name | Description | Default | Type", fields(options).filter(field -> wanted.test(field.getValue()))
                .map(field -> row("*%s* (%s)%s".formatted(field.getKey(), field.getValue().get("group").asText(),
                        field.getValue().path("required").asBoolean() ? " *Required*" : ""), field.getValue())));
    }

    private static String headers(JsonNode headers) {
        return table("Name | Description | Default | Type", fields(headers).map(field ->
                row("*%s* (%s)".formatted(field.getKey(), field.getValue().get("group").asText()), field.getValue())));
    }

    private static String row(String name, JsonNode option) {
        String type = option.path("javaType").asText();
        String values = StreamSupport.stream(option.path("enum").spliterator(), false)
                .map(value -> " * " + value.asText() + "\n").collect(Collectors.joining());
        return "| %s\na| %s%s\n| %s\n| %s\n".formatted(name, escaped(option.get("description").asText()),
                values.isEmpty() ? "" : "\n\nValues:\n\n" + values, escaped(option.path("defaultValue").asText()),
                type.substring(type.lastIndexOf('.') + 1));
    }

    private static String table(String head, Stream<String> rows) {
        return "[width=\"100%\",cols=\"2,5,1,2\",options=\"header\"]\n|===\n| " + head + "\n\n"
                + rows.collect(Collectors.joining("\n")) + "|===\n";
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|").replace("{", "\\{");
    }

    private static Stream<Map.Entry<String, JsonNode>> fields(JsonNode object) {
        return object.properties().stream();
    }
}
