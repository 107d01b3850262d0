package dev.conversations.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GeneratorTest {

    private static final Path MODEL = Path.of("src/model/conversations.yaml");

    @TestFactory
    Stream<DynamicTest> everyGeneratedFileSaysWhatTheModelSays() throws IOException {
        Map<String, String> files = Generator.generate(MODEL);
        return files.entrySet().stream().map(file -> DynamicTest.dynamicTest(file.getKey(), () ->
                assertThat(Path.of(file.getKey())).as("run the generator again").content().isEqualTo(file.getValue())));
    }

    @Test
    void noGeneratedFileOutlivesItsPlaceInTheModel() throws IOException {
        Map<String, String> files = Generator.generate(MODEL);
        for (String room : new String[] {"model", "api/operation", "webhook", "sandbox/call", "camel/metadata"}) {
            Path folder = Path.of("src/generated/java/dev/conversations", room);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> present = Files.list(folder)) {
                    assertThat(present.map(path -> path.toString().replace('\\', '/'))).allSatisfy(path ->
                            assertThat(files).containsKey(path));
                }
            }
        }
    }
}
