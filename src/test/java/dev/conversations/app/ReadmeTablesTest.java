// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.conversations.app.start.Settings;
import dev.conversations.camel.ConversationsComponent;
import dev.conversations.sandbox.Sandbox;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the README lists is what there is. */
class ReadmeTablesTest {
    private static String readme;

    @BeforeAll
    static void read() throws IOException {
        readme = Files.readString(Path.of("README.md"));
    }

    @Test
    void everySettingIsInTheTableWithItsVariableAndDefault() throws IOException {
        Properties defaults = new Properties();
        try (InputStream in = Settings.class.getResourceAsStream("/" + Settings.DEFAULTS)) {
            defaults.load(in);
        }
        Map<String, String> expected = new TreeMap<>();
        defaults.stringPropertyNames().stream().filter(name -> name.startsWith("bridge.")).forEach(name ->
                expected.put(name, Settings.variable(name) + " " + defaults.getProperty(name).trim()));

        Map<String, String> told = new TreeMap<>();
        Pattern.compile("(?m)^\\| `(bridge[^`]+)` \\| `([A-Z_]+)` \\| `?([^|`]*)`? \\|").matcher(readme).results()
                .forEach(row -> told.put(row.group(1), row.group(2) + " " + row.group(3).trim()));

        assertThat(told).isEqualTo(expected);
    }

    @Test
    void everyOptionInTheTableExistsWithItsDefault() throws IOException {
        JsonNode known;
        try (InputStream in = ConversationsComponent.class.getResourceAsStream(
                "/META-INF/dev/conversations/camel/twilio-conversations.json")) {
            known = new ObjectMapper().readTree(in).get("properties");
        }
        String table = readme.substring(readme.indexOf("| option | default | meaning |"));
        List<MatchResult> rows = Pattern.compile("(?m)^\\| `([a-zA-Z]+)` \\| `?([^|`]*)`? \\| [A-Z]")
                .matcher(table).results().toList();

        assertThat(rows).hasSizeGreaterThan(20).allSatisfy(row -> {
            assertThat(known.has(row.group(1))).as(row.group(1)).isTrue();
            assertThat(row.group(2).trim()).as(row.group(1))
                    .isEqualTo(known.get(row.group(1)).path("defaultValue").asText());
        });
    }

    @Test
    void whatTheSandboxIsAndIsNotIsTold() {
        Sandbox.about().lines().filter(line -> !line.isBlank()).forEach(line -> assertThat(readme).contains(line));
    }

    @Test
    void everyLinkedFileExists() {
        assertThat(Pattern.compile("]\\(([^):#]+)\\)").matcher(readme).results().map(link -> Path.of(link.group(1))))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(file).exists());
    }
}
