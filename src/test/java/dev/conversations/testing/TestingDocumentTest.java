// SPDX-License-Identifier: Apache-2.0
package dev.conversations.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.sandbox.Disturbance;
import dev.conversations.sandbox.Fault;
import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.SandboxExtension;
import dev.conversations.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tests that docs/testing.md shows are tests, and what it names is there. */
class TestingDocumentTest {

    private static final Path EXAMPLE = Path.of("examples/own-test");
    private static final Pattern JAVA = Pattern.compile("(?ms)^```java\\n(.*?)^```$");
    private static final Pattern METHOD = Pattern.compile("(\\w+)\\(");

    @Test
    void allTestsOfThePageAreRunHereOrByAnExample() throws IOException {
        List<String> tests = Stream.concat(tests(Path.of("examples")), tests(Path.of("src/test/java/dev/conversations/testing")))
                .toList();
        List<String> shown = matches(JAVA, page()).toList();

        assertThat(shown).hasSize(6).isSubsetOf(tests);
    }

    @Test
    void fromAnEmptyFileToAGreenTestTakesFifteenLinesOfOnesOwn() throws IOException {
        String test = Files.readString(EXAMPLE.resolve("src/test/java/example/OrderRoutesTest.java"));

        assertThat(test.substring(test.indexOf("class ")).lines().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.equals("}") && !line.startsWith("@"))).hasSizeLessThanOrEqualTo(15);
    }

    @Test
    void whatTheTablesNameIsThere() throws IOException {
        List<String> known = Stream.of(Sandbox.class, SandboxExtension.class, SandboxOptions.class, Phone.class, Fault.class, Disturbance.class)
                .flatMap(type -> Arrays.stream(type.getMethods())).map(Method::getName).toList();
        String tables = page().lines().filter(line -> line.startsWith("| `")).map(line -> line.split("\\|")[1])
                .collect(Collectors.joining("\n"));

        assertThat(matches(METHOD, tables).toList()).hasSizeGreaterThan(12).isSubsetOf(known);
    }

    @Test
    void theDependenciesOfThePageAreThoseOfTheExample() throws IOException {
        String pom = Files.readString(EXAMPLE.resolve("pom.xml"));

        assertThat(matches(Pattern.compile("<artifactId>(.*)</artifactId>"), page()).filter(artifact -> !artifact.equals("camel-test-junit5")))
                .isNotEmpty().allSatisfy(artifact -> assertThat(pom).contains("<artifactId>" + artifact + "</artifactId>"));
        assertThat(page()).contains("<version>" + matches(Pattern.compile("(?s)wiremock-standalone</artifactId>\\s*<version>(.*?)<"), pom)
                .findFirst().orElseThrow() + "</version>");
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("docs/testing.md"));
    }

    private static Stream<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
    }

    private static Stream<String> tests(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith("Test.java")).toList().stream().map(TestingDocumentTest::withoutPackage);
        }
    }

    private static String withoutPackage(Path file) {
        try {
            return Files.readString(file).replaceFirst("(?s)^.*?package [^\\n]*;\\n\\n", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
