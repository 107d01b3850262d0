// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesTest {
    private static final int MANY = 32 * 1024;

    @Test
    void aTextThatFitsIsOnePiece() {
        assertThat(Pieces.of("Hello", 5, MANY)).containsExactly("Hello");
        assertThat(Pieces.of("", 5, MANY)).containsExactly("");
    }

    @Test
    void itIsPartedBetweenParagraphsThenLinesThenSentencesThenWords() {
        assertThat(Pieces.of("One two.\n\nThree\nfour.", 16, MANY)).containsExactly("One two.", "Three\nfour.");
        assertThat(Pieces.of("One two three.\nFour five. Six", 20, MANY)).containsExactly("One two three.", "Four five. Six");
        assertThat(Pieces.of("One two three. Four five", 18, MANY)).containsExactly("One two three.", "Four five");
        assertThat(Pieces.of("One two three four five", 15, MANY)).containsExactly("One two three", "four five");
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀", "é", "e\u0301", "👨‍👩‍👧‍👦", "🇩🇪", "한", "x", "漢", "x ", "ab. ", "x\n", "\u0301"})
    void noCharacterIsPartedAndNoneIsLost(String character) {
        String text = character.repeat(500);

        for (int longest : new int[] {16, 17, 18, 19, 100}) {
            List<String> pieces = Pieces.of(text, longest, MANY);

            assertThat(pieces).allSatisfy(piece -> {
                assertThat(piece.length()).isBetween(1, longest);
                assertThat(new String(piece.getBytes(UTF_8), UTF_8)).isEqualTo(piece);
            });
            assertThat(String.join("", pieces).replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
            if (!character.isBlank() && character.codePointCount(0, character.length()) > 1 && !character.endsWith(" ")) {
                assertThat(pieces).allSatisfy(piece -> assertThat(piece.strip()).startsWith(character.strip()).endsWith(character.strip()));
            }
        }
    }

    @Test
    void bytesCountAsWell() {
        assertThat(Pieces.of("ä".repeat(100), 100, 40)).hasSize(5).allSatisfy(piece ->
                assertThat(piece.getBytes(UTF_8).length).isLessThanOrEqualTo(40));
    }

    @Test
    void aLongTextTakesNoLongTime() {
        assertThat(Pieces.of("x".repeat(1024 * 1024), 1600, MANY)).hasSize(656);
        assertThat(Pieces.of("\u0301".repeat(1024 * 1024), 1600, MANY)).hasSizeGreaterThan(600);
    }
}
