// SPDX-License-Identifier: Apache-2.0
package dev.conversations.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.examples.run.MailStandIn;
import dev.conversations.sandbox.Phone;
import dev.conversations.testing.FreePort;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmsToEmailTest {

    @Test
    void aTextMessageIsMailedOnceAndNothingOfItGetsIntoHeaders(@TempDir Path data) throws Exception {
        try (MailStandIn mail = new MailStandIn(0, words -> {}); Play play = Play.start("sms-to-email", data, mail.settings())) {
            Phone.Sent sent = play.phone("+15551230001").send(Play.SHOP, "Grüße\r\nBcc: victim@example.com\r\n\r\n${exception}");
            play.call("messages/create", Map.of("conversationSid", sent.conversationSid(), "author", "shop", "body", "Hello",
                    "webhookEnabled", true), Object.class);
            play.phone("+15551230001").send(Play.SHOP, "Anybody?");
            await().until(() -> mail.mails().size() == 2);

            MimeMessage first = mail.mails().get(0);
            assertThat(first.getSubject()).isEqualTo("Conversation " + sent.conversationSid());
            assertThat(first.getAllRecipients()).extracting(Object::toString).containsExactly("support@example.com");
            assertThat(first.getContent().toString())
                    .contains("+15551230001 writes:", "Grüße", "Bcc: victim@example.com", "${exception}");
            assertThat(mail.mails().get(1).getContent().toString()).contains("Anybody?");
        }
    }

    @Test
    void whatComesWhileTheMailServerIsAwayIsMailedLater(@TempDir Path data) throws Exception {
        int port = FreePort.next();
        Map<String, String> settings = Map.of("mail.port", String.valueOf(port),
                "camel.component.twilio-conversations.repair-delay", "100");
        try (Play play = Play.start("sms-to-email", data, settings)) {
            play.phone("+15551230001").send(Play.SHOP, "Hello");
            await().until(() -> play.sandbox().webhooks().stream()
                    .anyMatch(it -> it.event().equals("onMessageAdded") && it.status() == 500));
            play.stop();
            try (MailStandIn mail = new MailStandIn(port, words -> {})) {
                play.with(mail.settings());
                play.start();
                await().until(() -> mail.mails().size() == 1);

                assertThat(mail.mails().get(0).getContent().toString()).contains("Hello");
            }
        }
    }
}
