// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Names of files that chance makes: each lies where it was put, whatever it is called. */
class FileNamesFuzzTest {
    private static final Path FOLDER = Path.of("/files/kept");

    @Property
    void everyNameIsAFileOfItsFolder(@ForAll("names") String name) {
        staysWhereItIs(FileNames::safe, name);
    }

    @Property
    void aSafeNameStaysAsItIs(@ForAll("names") String name) {
        assertThat(FileNames.safe(FileNames.safe(name))).isEqualTo(FileNames.safe(name));
    }

    @Example
    void namesThatAreOnlyCutAtSlashesAreFound() {
        assertThatThrownBy(() -> names().sampleStream().limit(2000).forEach(name -> staysWhereItIs(given ->
                given.substring(given.lastIndexOf('/') + 1), name))).isInstanceOf(AssertionError.class);
    }

    private static void staysWhereItIs(UnaryOperator<String> safe, String name) {
        String made = safe.apply(name);
        assertThat(made).isNotBlank().hasSizeLessThanOrEqualTo(200).doesNotContainPattern("[/\\\\\\p{Cntrl}:*?\"<>|\u202E]");
        assertThat(FOLDER.resolve(made).normalize().getParent()).isEqualTo(FOLDER);
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> pieces = Arbitraries.of("..", ".", "/", "\\", "\u0000", "\n", "a", " ", "\u202E", "\u200D", ":", "con", "ä", "\uD83D", "😀", "*", "x".repeat(120), ".pdf", "%2f", "~", "-");
        return Arbitraries.oneOf(pieces.list().ofMaxSize(12).map(list -> String.join("", list)), Arbitraries.strings().ofMaxLength(40));
    }
}
