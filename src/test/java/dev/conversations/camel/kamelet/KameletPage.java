// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.kamelet;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page about Kamelets: what it has to say of each, and its examples. */
final class KameletPage {

    static final Path FILE = Path.of("docs/kamelets.md");
    /** The properties that say which account it is, told once for all. */
    static final List<String> CONNECTION = List.of("accountSid", "authToken", "apiKeySid", "apiKeySecret", "region", "edge", "baseUri");

    private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");
    private static final String PROPERTIES = "| property | type | default | meaning |\n|---|---|---|---|\n";

    private KameletPage() {}

    static String text() {
        return Kamelet.read(FILE);
    }

    /** The line of the table at its top. */
    static String line(Kamelet kamelet) {
        String first = kamelet.text("spec/definition/description").strip().split("\n\n")[0];
        return "| [%s](#%s) | %s |\n".formatted(kamelet.name(), kamelet.name(), flat(first));
    }

    static String connection(Kamelet kamelet) {
        return PROPERTIES + CONNECTION.stream().map(name -> row(name, kamelet.properties().get(name), name.equals("accountSid")))
                .collect(Collectors.joining());
    }

    /** What the section of a Kamelet begins with. */
    static String section(Kamelet kamelet) {
        String properties = kamelet.properties().entrySet().stream().filter(each -> !CONNECTION.contains(each.getKey()))
                .map(each -> row(each.getKey(), each.getValue(), kamelet.required().contains(each.getKey()))).collect(Collectors.joining());
        return "## " + kamelet.name() + "\n\n" + kamelet.text("spec/definition/description").strip() + "\n\n" + PROPERTIES + properties
                + "\n| message | type | what |\n|---|---|---|\n"
                + kamelet.map("spec/dataTypes").entrySet().stream().map(each -> messages(each.getKey(), Kamelet.map(each.getValue())))
                        .collect(Collectors.joining());
    }

    /** The examples of a Kamelet: a route, then a Pipe. */
    static List<String> examples(String kamelet) {
        String section = text().split("(?m)^## " + kamelet + "$", 2)[1].split("(?m)^## ", 2)[0];
        return EXAMPLE.matcher(section).results().map((MatchResult found) -> found.group(1)).toList();
    }

    private static String row(String name, Object content, boolean required) {
        Map<String, Object> property = Kamelet.map(content);
        String standard = String.valueOf(property.getOrDefault("default", ""));
        return "| %s | %s | %s | %s |\n".formatted(
                required ? "**`" + name + "`**" : "`" + name + "`",
                "password".equals(property.get("format")) ? "password" : property.get("type"),
                standard.isEmpty() ? "" : "`" + standard + "`",
                flat(property.get("description")));
    }

    private static String messages(String direction, Map<String, Object> types) {
        return Kamelet.map(types.get("types")).entrySet().stream().map(each -> {
            Map<String, Object> type = Kamelet.map(each.getValue());
            return "| %s: %s%s | %s | %s |\n".formatted(direction, each.getKey(), each.getKey().equals(types.get("default")) ? " (default)" : "",
                    type.get("mediaType"), flat(type.get("description")))
                    + Kamelet.map(type.get("headers")).entrySet().stream().map(header -> "| %s: header `%s` | %s | %s |\n".formatted(
                            direction, header.getKey(), Kamelet.map(header.getValue()).get("type"),
                            flat(Kamelet.map(header.getValue()).get("description")))).collect(Collectors.joining());
        }).collect(Collectors.joining());
    }

    private static String flat(Object text) {
        return String.join(" ", String.valueOf(text).strip().split("\\s+")).replace("|", "\\|");
    }
}
