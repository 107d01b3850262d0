// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.arrival;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.app.delivery.Undeliverable;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ArrivedMailTest {
    private static final byte[] HEADERS = "Subject: Hello\r\nX-Odd+Name: 1\r\n\r\n".getBytes(US_ASCII);
    private static final byte[] MEGABYTE = new byte[1024 * 1024];

    @Test
    void aMailIsReadAsItWasSentAsOftenAsWanted() throws Exception {
        try (ArrivedMail mail = ArrivedMail.of(HEADERS)) {
            assertThat(mail.parsed().getSubject()).isEqualTo("Hello");
            assertThat(mail.parsed().getSubject()).isEqualTo("Hello");
            assertThat(mail.beginning(1000)).isEqualTo(HEADERS);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLongMailLiesInAFileOfItsOwnerThatIsGoneBeforeItIsRead() throws Exception {
        List<String> permissions = new CopyOnWriteArrayList<>();
        List<Path> before = files();
        try (ArrivedMail mail = ArrivedMail.of(out -> {
            out.write(HEADERS);
            for (int i = 0; i < 20; i++) {
                out.write(MEGABYTE);
            }
            for (Path file : files()) {
                if (!before.contains(file)) {
                    permissions.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
                }
            }
        })) {
            assertThat(permissions).containsExactly("rw-------");
            assertThat(files()).containsExactlyInAnyOrderElementsOf(before);
            MimeMessage parsed = mail.parsed();
            assertThat(parsed.getSubject()).isEqualTo("Hello");
            assertThat(parsed.getInputStream().transferTo(OutputStream.nullOutputStream()))
                    .isEqualTo(20L * MEGABYTE.length);
            assertThat(mail.length()).isEqualTo(HEADERS.length + 20L * MEGABYTE.length);
        }
    }

    @Test
    void whatCannotBeReadToItsEndLeavesNoFile() throws Exception {
        List<Path> before = files();

        assertThatThrownBy(() -> ArrivedMail.of(out -> {
            out.write(MEGABYTE);
            throw new IOException("gone");
        })).hasMessage("gone");
        assertThat(files()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void headersWithoutEndAreNotReadIntoMemory() throws Exception {
        ArrivedMail mail = ArrivedMail.of(out -> out.write("X-Long: yes yes yes\r\n".repeat(200_000).getBytes(US_ASCII)));

        assertThatThrownBy(mail::parsed).isInstanceOf(Undeliverable.class)
                .hasMessage("The headers of the mail are longer than 262144 characters.");
    }

    @Test
    void aMailThatWasNotReadOrWasCutIsNoMail() {
        assertThatThrownBy(() -> ArrivedMail.of(new byte[0]).parsed()).isInstanceOf(Undeliverable.class);
        assertThatThrownBy(() -> ArrivedMail.of((DeadLetter.CUT + ": yes\r\n\r\n").getBytes(US_ASCII)).parsed())
                .isInstanceOf(Undeliverable.class).hasMessage("Only the beginning of the mail was kept.");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("bridge-mail-")).toList();
        }
    }
}
