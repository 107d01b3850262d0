// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.thread;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.app.mail.server.BridgeAddress;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AutomaticMailTest {
    private static final String CONVERSATION = "CH" + "0123456789abcdef".repeat(2);
    private static final String MESSAGE = "IM" + "fedcba9876543210".repeat(2);
    private static final String ANY_REPORT = "No person wrote the mail: it reports on another mail.";

    private final BridgeAddress bridge = new BridgeAddress("bridge@example.com", "+");
    private final ThreadMarks marks = new ThreadMarks("a secret", bridge);
    private final MessageIds ids = marks.ids();
    private final String ours = ids.message(CONVERSATION, MESSAGE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Auto-Submitted: auto-replied | it is marked as Auto-Submitted",
        "Auto-Submitted: auto-generated (away) | it is marked as Auto-Submitted",
        "Auto-Submitted: auto-notified; owner-email=x@example.com | it is marked as Auto-Submitted",
        "Precedence: bulk | it is marked by its Precedence",
        "Precedence: Auto_Reply | it is marked by its Precedence",
        "Return-Path: <> | it reports on another mail",
        "X-Failed-Recipients: x@example.com | it reports on another mail",
        "Content-Type: multipart/report; boundary=x | it reports on another mail",
        "Content-Type: multipart/report; report-type=disposition-notification; boundary=x | it reports on another mail",
        "Content-Type: message/delivery-status | it reports on another mail",
        "From: Mail Delivery Subsystem <MAILER-DAEMON@mx.example.com> | it reports on another mail",
        "X-Autoreply: yes | it is marked as an automatic answer",
        "X-Autorespond: Away | it is marked as an automatic answer",
        "From: The bridge <Bridge@example.com> | it is from this bridge itself"
    })
    void aMailThatNoPersonWroteIsRefused(String header, String sign) {
        assertThatThrownBy(() -> refuse(header + "\nIn-Reply-To: " + ours + "\n\nI am away.\n"))
                .isInstanceOf(AutomaticMail.class).hasMessage("No person wrote the mail: " + sign + ".");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Automatic reply: Conversation", "=?utf-8?Q?R=C3=A9ponse_automatique_:_Conversation?=",
        "Automatische Antwort: Conversation"
    })
    void anOutOfOfficeNoteOfExchangeIsRefused(String subject) {
        assertThatThrownBy(() -> refuse("X-Auto-Response-Suppress: All\nSubject: " + subject + "\n\nI am away.\n"))
                .isInstanceOf(AutomaticMail.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Auto-Submitted: no", "Auto-Submitted: no (by a person)", "X-Auto-Response-Suppress: DR, OOF, AutoReply",
        "Subject: Automatic reply: how do I set it?", "Precedence: list\nList-Id: <team.example.com>",
        "List-Unsubscribe: <mailto:team-leave@example.com>", "From: postmaster@example.com", "X-Autoreply: no",
        "From: <<broken@@", "From: Doe, Ada <ada@example.com>", "Precedence: first-class"
    })
    void theAnswerOfAPersonIsNotRefused(String header) {
        assertThatCode(() -> refuse(header + "\nIn-Reply-To: " + ours + "\n\nI am here.\n"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Precedence: list", "List-Id: News <news.example.com>", "List-Unsubscribe: <https://x>"})
    void aMailOfAListThatAnswersNoneOfOursIsRefused(String header) {
        assertThatThrownBy(() -> AutomaticMail.refuseOfList(mail(header + "\nIn-Reply-To: <x@y>\n\nNews\n")))
                .isInstanceOf(AutomaticMail.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
        "Action: failed\\nStatus: 5.1.1 | was not delivered (status 5.1.1).",
        "Status: 5.7.26 (policy)\\nAction: FAILED (bounced) | was not delivered (status 5.7.26).",
        "Action: failed | was not delivered.",
        "Action: failed\\nStatus: 5.1.1234567890 | was not delivered.",
        "Action: failed\\nStatus: <b>call +15551230001</b> | was not delivered.",
        "Action: delayed\\nStatus: 4.4.7 | is delayed (status 4.4.7).",
        "Action: delayed\\nStatus: 4.4.7\\n\\nAction: failed\\nStatus: 5.0.0 | was not delivered (status 5.0.0).",
        "Action: delivered\\nStatus: 2.0.0 | none",
        "Action: relayed | none",
        "nonsense | none"
    })
    void aReportAboutAMailOfOursSaysWhatWasNotDelivered(String fields, String outcome) {
        String report = report(fields.replace("\\n", "\n"), original("message/rfc822", "Message-ID: " + ours));

        assertThatThrownBy(() -> refuse(report)).isInstanceOf(AutomaticMail.class).hasMessage(outcome == null
                ? "No person wrote the mail: it is marked as Auto-Submitted."
                : "It reports that the mail of message " + MESSAGE + " in conversation " + CONVERSATION + " " + outcome);
    }

    @ParameterizedTest
    @ValueSource(strings = {"message/rfc822", "text/rfc822-headers", "message/global"})
    void theMailIsKnownByWhatTheReportHoldsOfIt(String type) {
        assertThatThrownBy(() -> refuse(failure(original(type, "Message-ID: " + ours))))
                .hasMessageContaining("the mail of message " + MESSAGE);
    }

    @Test
    void aServerThatGaveTheMailAnotherIdTellsTheConversation() {
        assertThatThrownBy(() -> refuse(failure(original("message/rfc822",
                "Message-ID: <1@ses.example.com>\nReferences: " + ids.thread(CONVERSATION)))))
                .hasMessage("It reports that a mail in conversation " + CONVERSATION
                        + " was not delivered (status 5.1.1).");
    }

    @Test
    void aServerThatLeftOnlyTheAddressForAnswersTellsTheConversation() throws Exception {
        MimeMessage sent = new MimeMessage((Session) null);
        marks.mark(sent, CONVERSATION);

        assertThatThrownBy(() -> refuse(failure(original("message/rfc822",
                "Message-ID: <1@ses.example.com>\nReply-To: " + sent.getHeader("Reply-To", null)))))
                .hasMessage("It reports that a mail in conversation " + CONVERSATION
                        + " was not delivered (status 5.1.1).");
    }

    @Test
    void aReportMayReferToTheMail() {
        assertThatThrownBy(() -> refuse("References: " + ours + "\n" + failure("")))
                .hasMessageContaining("the mail of message " + MESSAGE);
    }

    @Test
    void aReportAboutAnotherMailSaysNothingOfIt() {
        String forged = new MessageIds("another secret", "example.com").message(CONVERSATION, MESSAGE);

        assertThatThrownBy(() -> refuse(failure(original("message/rfc822", "Message-ID: " + forged)).replace(
                "Auto-Submitted: auto-replied\n", ""))).hasMessage(ANY_REPORT);
    }

    @Test
    void aHugeReportIsNotReadToItsEnd() {
        String padded = "X-Filler: " + "x".repeat(1000) + "\n";

        assertThatThrownBy(() -> refuse(failure(original("text/rfc822-headers",
                padded.repeat(100) + "Message-ID: " + ours)))).hasMessageContaining("Auto-Submitted");
    }

    private static String failure(String original) {
        return report("Action: failed\nStatus: 5.1.1", original);
    }

    private static String report(String fields, String original) {
        return "From: Mail Delivery <postmaster@example.com>\nAuto-Submitted: auto-replied\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=r\n\n"
                + "--r\nContent-Type: text/plain\n\nYour mail to ada@example.com was not delivered.\n"
                + "--r\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.com\n\n"
                + "Final-Recipient: rfc822; ada@example.com\n" + fields + "\n" + original + "--r--\n";
    }

    private static String original(String type, String headers) {
        return "--r\nContent-Type: " + type + "\n\n" + headers + "\nSubject: Conversation\n\nHello\n";
    }

    private void refuse(String mail) throws Exception {
        AutomaticMail.refuse(mail(mail), bridge, marks);
    }

    private static MimeMessage mail(String source) throws Exception {
        return new MimeMessage((Session) null, new ByteArrayInputStream(source.replace("\n", "\r\n").getBytes(UTF_8)));
    }
}
