package dev.conversations.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.sandbox.Phone;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmsToEmailTest {
    private MailStandIn mail = new MailStandIn();
    private Play play;

    @BeforeEach
    void start(@TempDir Path data) {
        play = Play.start("sms-to-email", data, mail.settings());
    }

    @AfterEach
    void stop() {
        play.close();
        mail.close();
    }

    @Test
    void aTextMessageIsMailedOnceAndNothingOfItGetsIntoHeaders() throws Exception {
        Phone.Sent sent = play.phone("+15551230001").send(Play.SHOP, "Grüße\r\nBcc: victim@example.com\r\n\r\n${exception}");
        play.call("messages/create", Map.of("conversationSid", sent.conversationSid(), "author", "shop", "body", "Hello",
                "webhookEnabled", true), Object.class);
        play.phone("+15551230001").send(Play.SHOP, "Anybody?");

        await().until(() -> mail.mails().size() == 2);
        MimeMessage first = mail.mails().get(0);
        assertThat(first.getSubject()).isEqualTo("Conversation " + sent.conversationSid());
        assertThat(first.getAllRecipients()).extracting(Object::toString).containsExactly("support@example.com");
        assertThat(first.getContent().toString()).contains("+15551230001 writes:", "Grüße", "Bcc: victim@example.com", "${exception}");
        assertThat(mail.mails().get(1).getContent().toString()).contains("Anybody?");
    }
}
