// SPDX-License-Identifier: Apache-2.0
package dev.conversations.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** No threat of the document is without a test, and no test that it names is missing. */
class SecurityDocumentTest {

    private static final Path DOCUMENT = Path.of("docs/security.md");
    private static final String HEAD = "| threat | what is done | tests |";
    private static final Pattern NAMED = Pattern.compile("`(?:([\\w-]+)/)?(\\w+)#(\\w+)`");

    /** A row: the threat, what is done, the tests. */
    private record Threat(String what, String done, List<MatchResult> tests) {

        static Threat of(String row) {
            String[] cells = row.split("(?<!\\\\)\\|");
            return new Threat(cells[1].strip(), cells[2].strip(), NAMED.matcher(cells[3]).results().toList());
        }
    }

    @TestFactory
    Stream<DynamicTest> everyThreatHasTestsThatAreThere() throws IOException {
        return threats().stream().map(threat -> DynamicTest.dynamicTest(threat.what(), () -> {
            assertThat(threat.done()).isNotBlank();
            assertThat(threat.tests()).as("its tests").isNotEmpty().allSatisfy(test -> {
                List<Path> files = files(test.group(1), test.group(2));
                assertThat(files).as(test.group()).hasSize(1);
                assertThat(isTest(Files.readString(files.get(0)), test.group(3))).as(test.group()).isTrue();
            });
        }));
    }

    @Test
    void noSectionLosesItsTable() throws IOException {
        Map<String, List<Threat>> all = threats().stream().collect(Collectors.groupingBy(Threat::what));

        assertThat(all).hasSizeGreaterThan(40).allSatisfy((what, rows) -> assertThat(rows).as(what).hasSize(1));
        assertThat(Files.readString(DOCUMENT).split("\n## ")).hasSize(9).filteredOn(section -> section.contains(HEAD)).hasSize(8);
    }

    @Test
    void aMethodThatIsNoTestIsFound() {
        assertThat(isTest("    @Test\n    void it() {\n", "it")).isTrue();
        assertThat(isTest("    @ParameterizedTest\n    @ValueSource(strings = {\"a\", \"b;c\"})\n    void it(String x) {\n", "it")).isTrue();
        assertThat(isTest("    private static void it() {\n", "it")).isFalse();
        assertThat(isTest("    @Test\n    void other() {\n    }\n\n    void it() {\n", "it")).isFalse();
    }

    @Test
    void bothDocumentsLeadToEachOther() throws IOException {
        assertThat(Files.readString(Path.of("SECURITY.md"))).contains("(docs/security.md)");
        assertThat(Files.readString(DOCUMENT)).contains("(../SECURITY.md)");
    }

    private static List<Threat> threats() throws IOException {
        List<String> lines = Files.readAllLines(DOCUMENT);
        return Stream.iterate(0, line -> line < lines.size(), line -> line + 1).filter(line -> lines.get(line).equals(HEAD))
                .flatMap(head -> lines.subList(head + 2, lines.size()).stream().takeWhile(row -> row.startsWith("|"))).map(Threat::of).toList();
    }

    /** The sources of that name, in that room or project where one is named. */
    private static List<Path> files(String room, String name) throws IOException {
        Path root = room != null && Files.isDirectory(Path.of("src/it", room)) ? Path.of("src/it", room) : Path.of("src/test/java");
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.endsWith(name + ".java")
                    && (room == null || root.endsWith(room) || file.getParent().endsWith(room))).toList();
        }
    }

    /** Whether annotations that make a test of it stand right before the method. */
    private static boolean isTest(String source, String method) {
        int at = Pattern.compile("(?m)^    (?:final )?(?:void|Stream<DynamicTest>) " + method + "\\(").matcher(source).results()
                .mapToInt(MatchResult::start).findFirst().orElse(0);
        String before = source.substring(source.lastIndexOf("\n\n", at) + 1, at);
        return before.contains("@Test") || before.contains("@ParameterizedTest");
    }
}
