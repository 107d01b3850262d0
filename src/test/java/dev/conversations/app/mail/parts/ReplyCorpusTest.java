// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.parts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.app.mail.text.ReplyText;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Answers as mail programs write them; what a person wrote in {@code name.eml} is {@code name.txt}, and the names of
 * what the person attached, if anything, are {@code name.files}.
 */
class ReplyCorpusTest {
    private static final Path REPLIES = Path.of("src/test/resources/dev/conversations/app/mail/replies");
    private static final String PHOTO = content(InlinePictures.SMALLEST + 1);
    private static final String LOGO = content(InlinePictures.SMALLEST - 1);

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(REPLIES)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".eml"))
                    .map(name -> name.substring(0, name.length() - ".eml".length())).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatThePersonWroteIsLeft(String name) throws Exception {
        assertThat(ReplyText.of(parts(name).text()))
                .isEqualTo(Files.readString(REPLIES.resolve(name + ".txt"), UTF_8).stripTrailing());
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatThePersonAttachedIsLeft(String name) throws Exception {
        Path expected = REPLIES.resolve(name + ".files");
        List<String> attached = new ArrayList<>();
        for (Part part : parts(name).attachments()) {
            attached.add(part.getFileName());
        }

        assertThat(attached).isEqualTo(Files.exists(expected) ? Files.readAllLines(expected, UTF_8) : List.of());
    }

    private static MailParts parts(String name) throws Exception {
        String mail = Files.readString(REPLIES.resolve(name + ".eml"), ISO_8859_1)
                .replace("(PHOTO)", PHOTO).replace("(LOGO)", LOGO);
        return MailParts.of(new MimeMessage((Session) null, new ByteArrayInputStream(mail.getBytes(ISO_8859_1))));
    }

    private static String content(int bytes) {
        return Base64.getMimeEncoder().encodeToString(new byte[bytes]);
    }
}
