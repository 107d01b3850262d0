// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.parts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.app.delivery.Undeliverable;
import dev.conversations.app.mail.text.ReplyText;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Mails of real formats, cut, doubled and mixed by chance: each is read within limits, or refused with a reason that repeats nothing of it. */
class MailFuzzTest {
    private static final Path REPLIES = Path.of("src/test/resources/dev/conversations/app/mail/replies");
    private static final String SECRET = "zq7";

    /** Reads the text of a mail. */
    private interface Reader {
        String read(Part mail) throws Undeliverable;
    }

    @Property
    void aMailIsReadOrRefusedWithoutAWordOfIt(@ForAll("mails") String mail) throws Exception {
        readOrRefused(part -> ReplyText.of(MailParts.of(part).text()), mail);
    }

    @Property
    void itsFilesAreCounted(@ForAll("mails") String mail) throws Exception {
        readOrRefused(part -> {
            List<Part> files = MailParts.of(part).attachments();
            assertThat(files).hasSizeLessThanOrEqualTo(MailParts.MOST_PARTS);
            return "";
        }, mail);
    }

    @Example
    void aReaderThatTakesTheContentForATextIsFound() {
        assertThatThrownBy(() -> mails().sampleStream().limit(1000).forEach(mail -> {
            try {
                readOrRefused(part -> {
                    try {
                        return (String) part.getContent();
                    } catch (MessagingException | IOException e) {
                        throw new Undeliverable("It cannot be read.");
                    }
                }, mail);
            } catch (MessagingException e) {
                throw new AssertionError(e);
            }
        })).isInstanceOf(ClassCastException.class);
    }

    private static void readOrRefused(Reader reader, String mail) throws MessagingException {
        MimeMessage message = new MimeMessage(Session.getInstance(new java.util.Properties()),
                new ByteArrayInputStream(mail.getBytes(ISO_8859_1)));
        try {
            assertThat(reader.read(message)).isNotNull();
        } catch (Undeliverable refused) {
            assertThat(refused).message().isNotBlank().doesNotContain(SECRET);
        }
    }

    @Provide
    Arbitrary<String> mails() {
        Arbitrary<String> whole = Arbitraries.of(corpus());
        Arbitrary<String> lines = Arbitraries.of("Content-Type: multipart/mixed; boundary=\"x\"", "Content-Type: multipart/alternative",
                "Content-Type: text/html; charset=" + SECRET, "Content-Type: message/rfc822", "Content-Type: multipart/encrypted; boundary=x",
                "Content-Type: application/pkcs7-mime; smime-type=signed-data", "Content-Transfer-Encoding: base64", "Content-Transfer-Encoding: " + SECRET,
                "Content-Transfer-Encoding: uuencode", "Content-Disposition: attachment; filename*0*=utf-8''%ZZ", "Content-Disposition: inline; filename=\"" + SECRET,
                "--x", "--x--", "", "<blockquote>", "<div class=gmail_quote>", "<p hidden>" + SECRET, "=", "=C3", "=ZZ", "> " + SECRET, "From: " + SECRET, "\u0000", "&#x110000;", "begin 644 a");
        Arbitrary<String> made = lines.list().ofMaxSize(25).map(list -> String.join("\r\n", list));
        Arbitrary<String> changed = Combinators.combine(whole, made, Arbitraries.integers().between(0, 4000), Arbitraries.integers().between(0, 300))
                .as((mail, more, at, gone) -> {
                    int begin = Math.min(at, mail.length());
                    return mail.substring(0, begin) + more + mail.substring(Math.min(begin + gone, mail.length()));
                });
        Arbitrary<String> mixed = Combinators.combine(whole, whole, Arbitraries.integers().between(0, 2000))
                .as((one, other, at) -> one.substring(0, Math.min(at, one.length())) + other.substring(Math.min(at, other.length())));
        return Arbitraries.oneOf(changed, mixed, made);
    }

    private static List<String> corpus() {
        try (Stream<Path> files = Files.list(REPLIES)) {
            return files.filter(file -> file.toString().endsWith(".eml")).sorted().map(MailFuzzTest::read).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
