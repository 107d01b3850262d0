// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that survive any end of the process. */
class KeyFileTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasAddedIsThereAfterAnEndWithoutAStopAndWhatWasRemovedIsNot() {
        KeyFile keys = started(100);
        assertThat(keys.add("a")).isTrue();
        assertThat(keys.add("a done")).isTrue();
        assertThat(keys.add("b")).isTrue();
        assertThat(keys.remove("b")).isTrue();
        assertThat(keys.remove("c")).isFalse();

        KeyFile next = started(100);
        assertThat(next.add("a")).isFalse();
        assertThat(next.contains("a done")).isTrue();
        assertThat(next.add("b")).isTrue();
        assertThat(started(100).contains("b")).isTrue();
    }

    @Test
    void aLineThatWasNotWrittenToItsEndIsNoKeyAndSpoilsNoOther() throws IOException {
        started(100).add("a");
        Files.writeString(folder.resolve("keys"), "half", StandardOpenOption.APPEND);
        KeyFile keys = started(100);
        assertThat(keys.contains("half")).isFalse();
        keys.add("b");

        assertThat(started(100).add("a")).isFalse();
        assertThat(started(100).add("b")).isFalse();
        assertThat(started(100).add("halfb")).isTrue();
    }

    @Test
    void theOldestAreForgottenAndTheFileDoesNotGrowWithoutEnd() throws IOException {
        KeyFile keys = started(10);
        IntStream.range(0, 1000).forEach(i -> assertThat(keys.add("key " + i)).isTrue());

        assertThat(keys.contains("key 989")).isFalse();
        assertThat(keys.contains("key 990")).isTrue();
        assertThat(started(10).contains("key 999")).isTrue();
        assertThat(Files.readAllLines(folder.resolve("keys"))).hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void whatCouldNotBeWrittenIsNoKeySoItsHolderMayTryAgain() throws IOException {
        KeyFile keys = started(1);
        List.of("a", "b", "c", "d").forEach(keys::add);
        Path elsewhere = Files.move(folder, folder.resolveSibling(folder.getFileName() + "-away"));
        assertThatThrownBy(() -> keys.add("e")).isInstanceOf(UncheckedIOException.class);
        assertThat(keys.contains("e")).isFalse();
        assertThatThrownBy(() -> keys.remove("d")).isInstanceOf(UncheckedIOException.class);
        assertThat(keys.contains("d")).isTrue();

        Files.move(elsewhere, folder);
        assertThat(keys.add("e")).isTrue();
        assertThat(started(1).contains("e")).isTrue();
    }

    @Test
    void whatIsClearedIsGone() {
        started(10).add("a");
        started(10).clear();

        assertThat(started(10).contains("a")).isFalse();
    }

    @Test
    void aKeyCostsTheSameHoweverManyThereAre() {
        KeyFile keys = started(200_000);
        IntStream.range(0, 100_000).forEach(i -> keys.add("0123456789abcdef0123456789abcdef " + i));

        assertThat(keys.contains("0123456789abcdef0123456789abcdef 0")).isTrue();
        assertThat(started(200_000).add("0123456789abcdef0123456789abcdef 99999")).isFalse();
    }

    /** As by a process that begins while the one before was killed. */
    private KeyFile started(int most) {
        KeyFile keys = new KeyFile(folder.resolve("keys"), most);
        keys.start();
        return keys;
    }
}
