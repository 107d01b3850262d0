// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({"/etc/passwd,passwd", "..,file", ".htaccess,htaccess", "a\\b.txt,b.txt", "'x\r\ny.txt',x__y.txt", "'photo\u202Egpj.exe',photo_gpj.exe", "Grüße.pdf,Grüße.pdf"})
    void aNameFromOutsideIsMadeHarmless(String name, String safe) {
        assertThat(FileNames.safe(name)).isEqualTo(safe);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"می\u200Cخواهم.pdf", "क्\u200Dष.txt", "👩\u200D👩\u200D👧\u200D👦.png",
        "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC7F.png"})
    void whatWordsAndEmojiAreMadeOfIsKept(String name) {
        assertThat(FileNames.safe(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x61C, 0x200B, 0x200E, 0x200F, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0xFEFF, 0xAD, 0x85, 0x2028, 0x2029,
        0xD83D, 0xDE00})
    void whatTurnsOrHidesIsNot(int character) {
        assertThat(FileNames.safe("a" + (char) character + "b.txt")).isEqualTo("a_b.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀", "👩\u200D👩\u200D👧\u200D👦", "e\u0301", "x"})
    void aNameIsCutBetweenCharacters(String character) {
        for (String shift : List.of("", "a", "ab")) {
            String safe = FileNames.safe(character.repeat(201) + shift);
            assertThat(safe).hasSizeBetween(190, 200).matches("(" + character + ")+" + shift);
        }
        assertThat(FileNames.safe("a" + "\u0301".repeat(300))).isEqualTo("file");
    }
}
