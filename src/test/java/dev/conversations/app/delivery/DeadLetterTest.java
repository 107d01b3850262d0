package dev.conversations.app.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
    private static final byte[] SOURCE = "From: ada@example.com\r\nSubject: Lost\r\n\r\nHello\r\n".getBytes(UTF_8);

    private final DeadLetter deadLetter = new DeadLetter("bridge@example.com", "dead-letters@example.com");

    @Test
    void aMailIsKeptByteForByte() throws Exception {
        MimeMessage mail = new MimeMessage((Session) null, new ByteArrayInputStream(SOURCE));

        assertThat(deadLetter.source(mail)).isEqualTo(SOURCE);
    }

    @Test
    void theNoticeHasTheMailAttachedAndTheReasonAsHeader() throws Exception {
        MimeMessage notice = deadLetter.notice(SOURCE, "It answers no\r\nBcc: victim@example.com");

        assertThat(notice.getAllRecipients()).containsExactly(new InternetAddress("dead-letters@example.com"));
        assertThat(notice.getHeader(DeadLetter.REASON)).containsExactly("It answers no Bcc: victim@example.com");
        assertThat(notice.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(((MimeMultipart) notice.getContent()).getBodyPart(1).getInputStream().readAllBytes())
                .isEqualTo(SOURCE);
    }
}
