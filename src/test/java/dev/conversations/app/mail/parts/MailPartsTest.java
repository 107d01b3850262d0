// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.parts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.app.delivery.Undeliverable;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailPartsTest {

    @ParameterizedTest
    @EnumSource
    void aMailBeyondALimitIsUndeliverable(HostileMail mail) {
        assertThatThrownBy(() -> MailParts.of(parsed(mail.source())).text())
                .isInstanceOf(Undeliverable.class).hasMessage(mail.reason());
    }

    @Test
    void filesAreToldFromText() throws Exception {
        MailParts parts = MailParts.of(parsed("Content-Type: multipart/mixed; boundary=x\n\n"
                + "--x\nContent-Type: text/plain\n\nHello\n"
                + "--x\nContent-Type: text/plain; name=a.txt\n\nno\n"
                + "--x\nContent-Type: image/png\nContent-Disposition: inline\n\nno\n--x--\n"));

        assertThat(parts.text().strip()).isEqualTo("Hello");
        assertThat(parts.attachments()).hasSize(2);
    }

    @Test
    void aMailWithinTheLimitsIsRead() throws Exception {
        assertThat(MailParts.of(parsed(HostileMail.nested(MailParts.DEEPEST - 1))).text().strip()).isEqualTo("Hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=x\n\n--x--\n",
        "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\n\nno\n"
    })
    void anEncryptedMailIsUndeliverable(String mail) {
        assertThatThrownBy(() -> MailParts.of(parsed(mail)))
                .isInstanceOf(Undeliverable.class).hasMessage("The mail is encrypted.");
    }

    @Test
    void nothingInAMailPassesForTheMarkOfAPicture() throws Exception {
        MailParts parts = MailParts.of(parsed("Content-Type: multipart/related; boundary=x\n\n"
                + "--x\nContent-Type: text/html\nContent-Transfer-Encoding: 8bit\n\n"
                + "<p>&#xFDD0;a@x&#xFDD1; \ufdd0a@x\ufdd1</p><img src='cid:%EF%B7%90%0Ab@x'><div hidden>cid:a@x</div>\n"
                + "--x\nContent-Type: image/png\nContent-ID: <a@x>\n\n" + "no".repeat(InlinePictures.SMALLEST)
                + "\n--x--\n"));

        assertThat(parts.text().strip()).isEqualTo("a@x a@x");
        assertThat(parts.attachments()).isEmpty();
    }

    @Test
    void aLineMayShowAnyNumberOfPictures() throws Exception {
        MailParts parts = MailParts.of(parsed("Content-Type: text/html\n\n" + "<img src=cid:a>".repeat(50_000) + "Hello"));

        assertThat(parts.text().strip()).isEqualTo("Hello");
    }

    @Test
    void theTextOfAllPartsTogetherIsLimited() {
        String part = "--x\nContent-Type: text/plain\n\n" + "Hello, hello, hello, hello\n".repeat(20_000);

        assertThatThrownBy(() -> MailParts.of(parsed(
                "Content-Type: multipart/mixed; boundary=x\n\n" + part + part + "--x--\n")).text())
                .isInstanceOf(Undeliverable.class).hasMessage(HostileMail.LONG_TEXT.reason());
    }

    private static MimeMessage parsed(String source) throws Exception {
        return new MimeMessage((Session) null, new ByteArrayInputStream(source.replace("\n", "\r\n").getBytes(UTF_8)));
    }
}
