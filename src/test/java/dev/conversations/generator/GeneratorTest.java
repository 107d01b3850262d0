// SPDX-License-Identifier: Apache-2.0
package dev.conversations.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeneratorTest {

    private static final Path MODEL = Path.of("src/model/conversations.yaml");

    @TestFactory
    Stream<DynamicTest> everyGeneratedFileSaysWhatTheModelSays() throws IOException {
        Map<String, String> files = Generator.generate(MODEL);
        return files.entrySet().stream().map(file -> DynamicTest.dynamicTest(file.getKey(), () ->
                assertThat(Path.of(file.getKey())).as("run the generator again").content().isEqualTo(file.getValue())));
    }

    /** Each words of the model, and the ends of the files in which they are said. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            A message was published.        | EventsApi.java EventType.java events.md onMessageAdded.schema.json
            increases, with gaps            | Message.schema.json
            An identity is missing.         | Shapes.java errors.md
            The role was not found.         | errors.md
            The person opted out, until     | DeliveryFailures.java errors.md failures.md
            how the mail names it           | events.md onParticipantAdded.schema.json
            one: the webhooks of a service  | tools.json
            A content template to send      | MessagesApi.java OptionHeaders.java operations.md tools.json Message.schema.json
            onUserUpdated:                  | EventsApi.java EventType.java events.md
            """)
    void whatChangesInTheModelIsMissedInEveryFileThatFollowsFromIt(String words, String files, @TempDir Path folder) throws IOException {
        String model = Files.readString(MODEL);
        assertThat(model).contains(words);
        String end = words.endsWith(":") ? ":" : "";
        Path other = Files.writeString(folder.resolve("model.yaml"),
                model.replace(words, words.substring(0, words.length() - end.length()) + "Drift" + end));
        List<String> missed = new ArrayList<>();
        for (Map.Entry<String, String> file : Generator.generate(other).entrySet()) {
            Path path = Path.of(file.getKey());
            if (!Files.exists(path) || !Files.readString(path).equals(file.getValue())) {
                missed.add(path.getFileName().toString());
            }
        }
        assertThat(missed).contains(files.split(" "));
    }

    @Test
    void noGeneratedFileOutlivesItsPlaceInTheModel() throws IOException {
        Map<String, String> files = Generator.generate(MODEL);
        String java = "src/generated/java/dev/conversations/";
        for (String room : new String[] {java + "model", java + "api/operation", java + "webhook", java + "sandbox/call",
                java + "camel/metadata", "catalog", "catalog/mcp", "catalog/schemas", "catalog/camel"}) {
            Path folder = Path.of(room);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> present = Files.list(folder)) {
                    assertThat(present.filter(path -> Files.isRegularFile(path) && !path.endsWith("README.md"))
                            .map(path -> path.toString().replace('\\', '/'))).allSatisfy(path ->
                            assertThat(files).containsKey(path));
                }
            }
        }
    }
}
