// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.app.RunningBridge;
import dev.conversations.app.mail.server.Mailbox;
import dev.conversations.sandbox.Disturbance;
import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.Sandbox;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MailFilesTest {
    private static final String SHOP = "+15559990000";
    private static final String CUSTOMER = "+15551230001";

    private static RunningBridge bridge;
    private static Sandbox sandbox;
    private static Mailbox support;

    @BeforeAll
    static void start() throws Exception {
        bridge = RunningBridge.start(Map.of("MAIL_MAX_ATTACHMENT", "1000"));
        sandbox = bridge.sandbox();
        support = bridge.mailbox("bridge.mail.support");
    }

    @AfterAll
    static void stop() {
        bridge.close();
    }

    @Test
    void aPictureIsAttachedToTheMail() throws Exception {
        byte[] picture = {1, 2, 3};

        MimeMultipart parts = (MimeMultipart) mailOf(send("image/png", "../päckchen.png", picture)).getContent();

        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContent().toString()).startsWith("See here").doesNotContain("attached");
        assertThat(parts.getBodyPart(1).isMimeType("image/png")).isTrue();
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("päckchen.png");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(picture);
    }

    @Test
    void aFileTooLargeIsToldOfInWords() throws Exception {
        assertThat(mailOf(send("video/mp4", "film.mp4", new byte[1001])).getContent().toString())
                .startsWith("See here").contains("[not attached: film.mp4, video/mp4: larger than 1000 bytes]");
    }

    @Test
    void aFileThatIsGoneIsToldOfInWords() throws Exception {
        sandbox.disturb(Disturbance.NONE.withDelay(Duration.ofSeconds(1)));
        Phone.Sent sent = send("image/png", "gone.png", new byte[3]);
        try (ProducerTemplate twilio = bridge.camel().createProducerTemplate()) {
            twilio.requestBody("twilio-conversations:conversations/delete", Map.of("sid", sent.conversationSid()));
        }

        assertThat(mailOf(sent).getContent().toString())
                .contains("[not attached: gone.png, image/png: it could not be fetched]");
    }

    @AfterEach
    void allIsWell() {
        sandbox.disturb(Disturbance.NONE);
    }

    private static Phone.Sent send(String type, String name, byte[] content) {
        return sandbox.phone(CUSTOMER).send(SHOP, "See here", new Phone.Attachment(type, name, content));
    }

    private static MimeMessage mailOf(Phone.Sent sent) {
        return await().until(() -> support.mails().stream().filter(mail -> names(mail, sent)).findFirst(),
                Optional::isPresent).orElseThrow();
    }

    private static boolean names(MimeMessage mail, Phone.Sent sent) {
        try {
            return mail.getMessageID().contains(sent.messageSid());
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
