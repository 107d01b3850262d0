// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.StateRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the bridge remembers in files is its owner's alone, even in a directory that everybody may enter. */
class OwnersFilesTest {

    @TempDir
    private Path directory;

    @BeforeEach
    void everybodyMayEnter() throws IOException {
        assumeThat(directory.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void keysAreTheOwnersAloneFromTheFirstByteOn() throws Exception {
        for (IdempotentRepository keys : List.of(MessageKeys.in(directory), MessageKeys.ofEvents(directory), MessageKeys.ofOptOuts(directory))) {
            keys.start();
            keys.add("one");
            allAreTheOwnersAlone();
            keys.clear();
            keys.add("two");
            allAreTheOwnersAlone();
            keys.stop();
        }
    }

    @Test
    void cursorsAreTheOwnersAloneFromTheFirstByteOn() throws Exception {
        StateRepository<String, String> cursors = MessageKeys.cursors(directory);
        cursors.start();
        allAreTheOwnersAlone();
        cursors.setState("one", "7");
        allAreTheOwnersAlone();
        cursors.stop();
    }

    @Test
    void aFileThatOthersCouldReadIsTakenFromThem() throws Exception {
        Files.writeString(directory.resolve("keys"), "one\n");
        Files.writeString(directory.resolve("cursors"), "one=7\n");
        Files.setPosixFilePermissions(directory.resolve("keys"), PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(directory.resolve("cursors"), PosixFilePermissions.fromString("rw-r--r--"));

        IdempotentRepository keys = MessageKeys.in(directory);
        StateRepository<String, String> cursors = MessageKeys.cursors(directory);
        keys.start();
        cursors.start();

        allAreTheOwnersAlone();
        assertThat(keys.contains("one")).isTrue();
        assertThat(cursors.getState("one")).isEqualTo("7");
        keys.stop();
        cursors.stop();
    }

    private void allAreTheOwnersAlone() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.toList()).isNotEmpty().allSatisfy(file ->
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).as(file.toString()).isEqualTo("rw-------"));
        }
    }
}
