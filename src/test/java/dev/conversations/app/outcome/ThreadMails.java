// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.app.mail.server.Mailbox;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The mails of a conversation, as they lie in a mailbox. */
final class ThreadMails {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private ThreadMails() {}

    /** At least so many, as soon as they are there. */
    static List<MimeMessage> mails(Mailbox mailbox, String conversation, int many) {
        List<MimeMessage> found = new ArrayList<>();
        await().atMost(PATIENCE).untilAsserted(() -> {
            found.clear();
            for (MimeMessage mail : mailbox.mails()) {
                if (mail.getHeader("References", " ").contains(conversation)) {
                    found.add(mail);
                }
            }
            assertThat(found).hasSizeGreaterThanOrEqualTo(many);
        });
        return found;
    }

    static String text(MimeMessage mail) throws Exception {
        return mail.getContent().toString().replace("\r\n", "\n");
    }
}
