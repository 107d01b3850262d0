// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.app.proof.judge.Fact;
import dev.conversations.app.start.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the document of the proof says is so. */
class ReliabilityDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/reliability.md");

    private static String text;

    @BeforeAll
    static void read() throws IOException {
        text = Files.readString(DOCUMENT);
    }

    @Test
    void itsCommandRunsTheFullProof() throws Exception {
        List<String> commands = Pattern.compile("(?ms)^```sh\\n(.*?)^```$").matcher(text).results().map(block -> block.group(1).strip()).toList();
        assertThat(commands).contains("mvn -Pproof test", "mvn -Pproof test -Dproof.percent=10");
        String pom = Files.readString(Path.of("pom.xml"));
        String profile = pom.substring(pom.indexOf("<id>proof</id>"));
        assertThat(profile.substring(0, profile.indexOf("</profile>"))).contains("<include>**/" + FullProof.class.getSimpleName() + ".java</include>");
    }

    @Test
    void itsSizesAreThoseOfTheFullProof() {
        Sizes sizes = FullProof.SIZES;
        Sizes tenth = sizes.part(10);
        assertThat(text.replaceAll("\\s+", " ")).contains(
                sizes.people() + " people write " + sizes.messages() + " messages each",
                sizes.hopeless() + " people cannot be reached, and get " + sizes.replies() + " replies each",
                "killed (`kill -9`) " + sizes.kills() + " times",
                tenth.sent() + " messages, " + tenth.sent() + " replies and " + tenth.failures() + " that fail");
        assertThat(text).contains("| " + thousands(sizes.sent()) + " messages of people |",
                "| " + thousands(sizes.sent()) + " replies |", "| " + thousands(sizes.failures()) + " replies that fail |");
    }

    @Test
    void theFactsThatItShowsAreFacts() {
        String history = Pattern.compile("(?ms)^```text\\n(.*?)^```$").matcher(text).results().map(block -> block.group(1)).findFirst().orElseThrow();
        assertThat(history.lines().map(Fact::parse)).hasSizeGreaterThan(5).extracting(Fact::number).allMatch(number -> number > 0);
    }

    @Test
    void theSettingsThatItNamesExist() {
        Settings settings = Settings.load(Path.of("docs"), Map.of());
        assertThat(Pattern.compile("`(bridge\\.[a-z.-]+)").matcher(text).results().map((MatchResult name) -> name.group(1)))
                .isNotEmpty().allSatisfy(name -> assertThat(settings.get(name)).isNotNull());
    }

    private static String thousands(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
