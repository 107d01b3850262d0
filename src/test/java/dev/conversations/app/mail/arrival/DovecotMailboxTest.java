// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import dev.conversations.app.LoggedLines;
import dev.conversations.app.Queues;
import dev.conversations.app.start.Services;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(value = "dev.conversations.app.mail.arrival.Dovecot#isWanted", disabledReason = Dovecot.MISSING)
class DovecotMailboxTest extends MailboxContract {
    private Dovecot dovecot;

    @Override
    int imap(GreenMail mail, Services running) throws Exception {
        dovecot = running.started(Dovecot.start(PASSWORD));
        return dovecot.port();
    }

    @Test
    void aMailThatTheServerCannotGiveIsSetAsideAfterAFewTriesAndTheNextFlows() throws Exception {
        int mails = inbox().seen().size();
        try (LoggedLines logged = LoggedLines.capture()) {
            bridge().camel().getRouteController().suspendRoute("email-to-conversation");
            inbox().put("From: stranger@elsewhere.example\n\nIs anybody there?\n");
            dovecot.spoil(OWNER);
            bridge().camel().getRouteController().resumeRoute("email-to-conversation");

            Queues.Dead dead = queues().dead();
            assertThat(dead.reason()).isEqualTo(
                    "The mail could not be read; if a mailbox holds it, it lies there marked as read.");
            assertThat(dead.body()).isEqualTo("X-Bridge-Cut: Its mail server did not give it.\r\n");
            await().untilAsserted(() -> assertThat(inbox().seen()).hasSize(mails + 1).containsOnly(true));
            theNextAnswerFlows("after-a-mail-that-cannot-be-read");
            assertThat(logged.lines()).filteredOn(line -> line.contains("tried again after the others"))
                    .as("three tries, and what a connection that breaks beside them says").hasSizeBetween(3, 5);
        }
    }
}
