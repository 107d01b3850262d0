// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What programs write at the end of a mail is left out, and no sentence of a person is taken for it. */
class PeopleAndProgramsTest {
    private static final Path TEXTS = Path.of("src/test/resources/dev/conversations/app/mail");
    private static final String ANSWER = "It is on its way.\n\nYou will have it tomorrow";

    static Stream<String> people() throws IOException {
        String texts = Files.readString(TEXTS.resolve("kept.txt"), UTF_8);
        return Stream.of(texts.substring(texts.indexOf('\n') + 1).split("(?m)^====\\n")).map(String::strip);
    }

    static List<String> programs() throws IOException {
        return Files.readAllLines(TEXTS.resolve("closings.txt"), UTF_8);
    }

    @ParameterizedTest
    @MethodSource("people")
    void whatAPersonWroteIsLeftAsItIs(String text) {
        assertThat(ReplyText.of(text + "\n")).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("people")
    void soItIsBelowAQuoteAndAboveOne(String text) {
        String header = "On Mon, Mar 3, 2025 at 10:00 AM Bridge <bridge@example.com> wrote:\n";

        assertThat(ReplyText.of(header + "> Hello\n\nDear Ada,\n\n" + text + "\n")).isEqualTo("Dear Ada,\n\n" + text);
        assertThat(ReplyText.of("Dear Ada,\n\n" + text + "\n\nBest regards\n\n" + header + "\n> Hello\n"))
                .isEqualTo("Dear Ada,\n\n" + text + "\n\nBest regards");
    }

    @ParameterizedTest
    @MethodSource("people")
    void soItIsInHtml(String text) throws Exception {
        String html = "<div>" + text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>") + "</div>";

        assertThat(ReplyText.of(HtmlText.quoted(html))).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void whatAProgramAddsIsLeftOut(String closing) {
        assertThat(ReplyText.of(ANSWER + "\n\n" + closing + "\n")).isEqualTo(ANSWER);
        assertThat(ReplyText.of(ANSWER + "\n\n" + closing
                + "\n\nOn 3 Mar 2025, at 10:00, Bridge <bridge@example.com> wrote:\n\n> Hello\n")).isEqualTo(ANSWER);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void whatAProgramAddsBelowTheQuoteIsLeftOutToo(String closing) {
        assertThat(ReplyText.of(ANSWER + "\n\nOn 3 Mar 2025, at 10:00, Bridge <bridge@example.com> wrote:\n\n> Hello\n\n"
                + closing + "\n")).isEqualTo(ANSWER);
    }
}
