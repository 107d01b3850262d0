package dev.conversations.app.mail;

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

    private static MimeMessage parsed(String source) throws Exception {
        return new MimeMessage((Session) null, new ByteArrayInputStream(source.replace("\n", "\r\n").getBytes(UTF_8)));
    }
}
