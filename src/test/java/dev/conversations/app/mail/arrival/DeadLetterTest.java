// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.arrival;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterTest {
    private static final byte[] SOURCE = "From: ada@example.com\r\nSubject: Lost\r\n\r\nHello\r\n".getBytes(UTF_8);

    private final DeadLetter deadLetter = new DeadLetter("bridge@example.com", "dead-letters@example.com", 10_000);

    @Test
    void aMailIsKeptByteForByte() throws Exception {
        assertThat(deadLetter.source(ArrivedMail.of(SOURCE))).isEqualTo(SOURCE);
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

    @Test
    void aLongMailIsCutAndSaysSo() throws Exception {
        DeadLetter small = new DeadLetter("bridge@example.com", "dead-letters@example.com", 40);
        byte[] source = small.source(ArrivedMail.of(SOURCE));
        MimeMessage kept = new MimeMessage((Session) null, new ByteArrayInputStream(source));

        assertThat(kept.getHeader(DeadLetter.CUT))
                .containsExactly("It is longer than 40 bytes; the rest was left out.");
        assertThat(kept.getHeader("From")).containsExactly("ada@example.com");
        assertThat(new String(source, UTF_8)).endsWith(new String(SOURCE, UTF_8).substring(20, 40));
        assertThat(words(small.notice(source, "It is lost."))).contains("It is longer than 40 bytes");
        assertThat(words(small.notice(SOURCE, "It is lost."))).doesNotContain("longer");
    }

    @Test
    void aMailOfJustThatLengthIsKeptWhole() throws Exception {
        DeadLetter exact = new DeadLetter("bridge@example.com", "dead-letters@example.com", SOURCE.length);

        assertThat(exact.source(ArrivedMail.of(SOURCE))).isEqualTo(SOURCE);
    }

    @Test
    void ofALongMailTheBeginningIsEnoughForAQueueThatTakesNoMore() throws Exception {
        byte[] source = Arrays.copyOf(SOURCE, 10_000);

        byte[] beginning = deadLetter.beginning(ArrivedMail.of(source));

        assertThat(beginning).hasSizeLessThan(5000);
        assertThat(words(deadLetter.notice(beginning, "It is lost."))).contains("It is longer than 4096 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\r\nBcc: victim@example.com", "\nBcc: victim@example.com", "\rBcc: victim@example.com",
        "\u0085Bcc: victim@example.com", "\u2028Bcc: victim@example.com", "\r\n\r\nwords", "Grüße \ud83d", "\u0000"
    })
    void noReasonCanAddAHeader(String reason) throws Exception {
        MimeMessage notice = deadLetter.notice(SOURCE, "It is lost." + reason.repeat(200));
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        notice.saveChanges();
        notice.writeTo(source);
        MimeMessage received = new MimeMessage((Session) null, new ByteArrayInputStream(source.toByteArray()));

        assertThat(received.getHeader("Bcc")).isNull();
        assertThat(received.getAllRecipients()).containsExactly(new InternetAddress("dead-letters@example.com"));
        assertThat(received.getSubject()).isEqualTo("A mail was not delivered");
        assertThat(MimeUtility.decodeText(MimeUtility.unfold(received.getHeader(DeadLetter.REASON)[0])))
                .startsWith("It is lost.").hasSizeLessThan(1000);
        assertThat(((MimeMultipart) received.getContent()).getBodyPart(1).getInputStream().readAllBytes())
                .isEqualTo(SOURCE);
    }

    @Test
    void aFailureWithoutWordsGetsANoticeToo() throws Exception {
        assertThat(deadLetter.notice(SOURCE, null).getHeader(DeadLetter.REASON)).containsExactly("No reason is known.");
    }

    private static String words(MimeMessage notice) throws Exception {
        return ((MimeMultipart) notice.getContent()).getBodyPart(0).getContent().toString();
    }
}
