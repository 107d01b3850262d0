// SPDX-License-Identifier: Apache-2.0
package dev.conversations.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What docs/performance.md shows is what the benchmark prints, and how it says to run it is how it runs. */
class PerformanceDocumentTest {

    private static final String COMMAND = "mvn -q test-compile exec:java@benchmark";

    private static String document;

    @BeforeAll
    static void read() throws IOException {
        document = Files.readString(Path.of("docs/performance.md"));
    }

    @Test
    void theCommandsRunTheBenchmarkOrOneOfItsComparisons() throws IOException {
        List<String> commands = Pattern.compile("(?ms)^```sh\\n(.*?)^```$").matcher(document).results()
                .flatMap(block -> block.group(1).lines()).toList();

        assertThat(commands).contains(COMMAND).allSatisfy(command -> assertThat(command).startsWith(COMMAND));
        assertThat(commands.stream().filter(command -> !command.equals(COMMAND)))
                .isNotEmpty()
                .allSatisfy(command -> assertThat(Benchmarks.names())
                        .contains(command.substring(COMMAND.length()).replaceFirst("^ -Dexec\\.args=", "")));
        assertThat(Files.readString(Path.of("CONTRIBUTING.md"))).contains("`" + COMMAND + "`");
        assertThat(Files.readString(Path.of("pom.xml")).replaceAll("\\s+", ""))
                .contains("<id>benchmark</id><goals><goal>java</goal></goals><configuration><mainClass>"
                        + Benchmarks.class.getName() + "</mainClass><classpathScope>test</classpathScope>");
    }

    @Test
    void everyComparisonIsNamed() {
        assertThat(Benchmarks.names()).allSatisfy(name -> assertThat(document).contains("`" + name + "`"));
    }

    @Test
    void aComparisonThatThereIsNotIsAnErrorThatNamesThoseThereAre() {
        assertThatIllegalArgumentException().isThrownBy(() -> Benchmarks.main(new String[] {"creat"}))
                .withMessage("No such comparison; there are " + String.join(", ", Benchmarks.names()));
    }

    @Test
    void theTablesOfEachJavaHaveTheWaysOfTheBenchmark() throws Exception {
        Set<String> rows;
        try (Parts parts = Parts.start()) {
            rows = Benchmarks.all(parts).stream()
                    .flatMap(table -> Stream.concat(Stream.of(table.title()), table.ways().stream()))
                    .collect(Collectors.toSet());
        }
        List<String> javas = Stream.of(document.split("(?m)^## Java \\d+$")).skip(1).toList();

        assertThat(javas).hasSize(2).allSatisfy(java -> assertThat(Pattern.compile("(?m)^\\| ([^|]+?) +\\|").matcher(java)
                .results().map(row -> row.group(1)).collect(Collectors.toSet())).isEqualTo(rows));
    }
}
