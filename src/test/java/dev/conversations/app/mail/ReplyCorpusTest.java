package dev.conversations.app.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers as mail programs write them; what a person wrote in {@code name.eml} is {@code name.txt}. */
class ReplyCorpusTest {
    private static final Path REPLIES = Path.of("src/test/resources/dev/conversations/app/mail/replies");

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(REPLIES)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".eml"))
                    .map(name -> name.substring(0, name.length() - ".eml".length())).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatThePersonWroteIsLeft(String name) throws Exception {
        try (InputStream mail = Files.newInputStream(REPLIES.resolve(name + ".eml"))) {
            assertThat(ReplyText.of(MailParts.of(new MimeMessage((Session) null, mail)).text()))
                    .isEqualTo(Files.readString(REPLIES.resolve(name + ".txt"), UTF_8).stripTrailing());
        }
    }
}
