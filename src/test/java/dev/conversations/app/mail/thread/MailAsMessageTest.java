// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.thread;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.api.Timing;
import dev.conversations.app.delivery.Keys;
import dev.conversations.app.delivery.Undeliverable;
import dev.conversations.app.mail.server.BridgeAddress;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail that answers a conversation, as it becomes a message there. */
class MailAsMessageTest {

    private static final String CONVERSATION = "CH" + "0123456789abcdef".repeat(2);
    private static final String MESSAGE = "IM" + "fedcba9876543210".repeat(2);

    private final BridgeAddress bridge = new BridgeAddress("bridge@example.com", "+");
    private final ThreadMarks marks = new ThreadMarks("a secret", bridge);
    private final MessageIds ids = marks.ids();
    private final MailThread thread = new MailThread(marks, bridge, Timing.SYSTEM);

    @Test
    void aMailThatAnswersBecomesAMessage() throws Exception {
        MimeMessage answer = mail("Message-ID: <1@example.com>\nFrom: Ada <ada@example.com>\nIn-Reply-To: " + ids.message(CONVERSATION, MESSAGE)
                + "\n\nIt is on its way.\n\n> Hello\n");

        Map<String, Object> reply = thread.reply(answer);
        assertThat(reply).containsOnlyKeys(
                        "conversationSid", "author", "body", "attributes", "idempotencyKey", "idempotencyWindow")
                .containsAllEntriesOf(Map.of(
                        "conversationSid", CONVERSATION,
                        "author", "ada@example.com",
                        "body", "It is on its way.",
                        "idempotencyKey", Keys.hash("<1@example.com>"),
                        "idempotencyWindow", Duration.ofDays(1)));
        assertThat((Map<?, ?>) reply.get("attributes")).hasToString(
                "{mail=" + MailTrace.of(answer, Timing.SYSTEM).content() + ", origin=bridge}");
    }

    @Test
    void howFarBackItsMessageMayLieIsSaidByTheMailAndNeverLessThanADay() throws Exception {
        Map<String, Integer> days = Map.of("Date: Mon, 1 Jan 2024 10:00:00 +0000\n", 365,
                "Received: from x by y; Mon, 1 Jan 2024 10:00:00 +0000\nReceived: z\n", 365,
                "Date: Fri, 1 Jan 2900 10:00:00 +0000\n", 0, "Date: yesterday\nReceived: x\n", 0);

        for (Map.Entry<String, Integer> one : days.entrySet()) {
            Duration age = MailTrace.of(mail("Message-ID: <1@example.com>\n" + one.getKey() + "\nYes\n"), Timing.SYSTEM).age();
            assertThat(age).isGreaterThanOrEqualTo(Duration.ofDays(one.getValue() + 1));
            assertThat(age.equals(Duration.ofDays(1))).isEqualTo(one.getValue() == 0);
        }
    }

    @Test
    void aMailReadAgainHasTheSameKeyAndAnotherMailAnother() throws Exception {
        String answer = "In-Reply-To: " + ids.thread(CONVERSATION) + "\n\nYes\n";

        Object key = key("Message-ID: <1@example.com>\n" + answer);
        assertThat(key).isEqualTo(key("Message-ID: <1@example.com>\n" + answer))
                .isNotEqualTo(key("Message-ID: <2@example.com>\n" + answer));
        assertThat(key("Date: today\n" + answer)).isEqualTo(key("Date: today\n" + answer))
                .isNotEqualTo(key("Date: tomorrow\n" + answer));
    }

    @Test
    void referencesAreEnough() throws Exception {
        MimeMessage answer = mail("From: ada@example.com\nIn-Reply-To: <x@y>\nReferences: " + ids.thread(CONVERSATION)
                + "\n <x@y>\n\nYes\n");

        assertThat(thread.reply(answer)).containsEntry("conversationSid", CONVERSATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Subject: no reference\n\nYes\n",
        "In-Reply-To: <somebody@else>\n\nYes\n",
        "In-Reply-To: <CH0123456789abcdef0123456789abcdef.00000000000000000000000000000000@example.com>\n\nYes\n"
    })
    void aMailThatAnswersNoConversationIsUndeliverable(String mail) {
        assertThatThrownBy(() -> thread.reply(mail("From: ada@example.com\n" + mail)))
                .isInstanceOf(Undeliverable.class)
                .hasMessage("The mail answers no conversation that is known here.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \n", "\u00a0\u200b"})
    void aMailThatSaysNothingIsUndeliverable(String text) {
        assertThatThrownBy(() -> thread.reply(mail("Content-Type: text/plain; charset=utf-8\nIn-Reply-To: "
                + ids.thread(CONVERSATION) + "\n\n" + text)))
                .isInstanceOf(Undeliverable.class)
                .hasMessage("The mail says nothing.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"> Hello", "Sent from my iPhone", "-- \nAda, Support", "> a > b\n> yes"})
    void whereNothingIsLeftTheMailIsSentWhole(String text) throws Exception {
        MimeMessage answer = mail("In-Reply-To: " + ids.thread(CONVERSATION) + "\n\n" + text + "\n");

        assertThat(thread.reply(answer)).containsEntry("body", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Yes.\n\nBridge <bridge@example.com> kirjoitti ma 3. maaliskuuta 2025 klo 10.00:\n\n(OURS)",
        "Yes.\n\nBridge <bridge@example.com> kirjoitti ma 3. maaliskuuta 2025 klo 10.00:\n\n(QUOTED)",
        "Yes.\n\n(OURS)",
        "Yes.\n\n(BODY)",
        "Yes.\n\nLähettäjä: Bridge <bridge@example.com>\nLähetetty: 3.3.2025\nAihe: Conversation 01234567\n\n(BODY)",
        "Bridge <bridge@example.com> kirjoitti:\n\n(OURS)\n\nYes.",
        "(QUOTED)\n\nYes.",
        "Yes.\n\n> Is there an appointment\n> this week? I wrote\n> on Monday.\n>\n> And again.\n> -- \n> Answer this mail to write to the conversation.",
        "On Mon, 3 Mar 2025 at 10:00 Bridge <bridge@example.com> wrote:\n\n(BODY)\n\nYes."
    })
    void whatIsKnownOfTheAnsweredMailIsAQuoteInWhateverLanguage(String answer) throws Exception {
        String body = "Is there an appointment this week? I wrote on Monday.\n\nAnd again.";
        String ours = body + "\n\n-- \nAnswer this mail to write to the conversation.\n" + CONVERSATION + " " + MESSAGE;
        MimeMessage mail = mail("Content-Type: text/plain; charset=utf-8\nIn-Reply-To: " + ids.message(CONVERSATION, MESSAGE)
                + "\n\n" + answer.replace("(OURS)", ours).replace("(BODY)", body)
                        .replace("(QUOTED)", ("> " + ours.replace("\n", "\n> "))) + "\n");

        assertThat(thread.reply(mail, body)).containsEntry("body", "Yes.");
    }

    @Test
    void whatIsNotOfTheAnsweredMailIsLeft() throws Exception {
        String text = "Yes.\n\nThe appointment was on Monday\nyou wrote, and again it was not.";

        assertThat(thread.reply(mail("In-Reply-To: " + ids.message(CONVERSATION, MESSAGE) + "\n\n" + text),
                "Is there an appointment?")).containsEntry("body", text);
    }

    @Test
    void aMailThatIsNothingButTheAnsweredOneIsUndeliverable() {
        assertThatThrownBy(() -> thread.reply(mail("In-Reply-To: " + ids.message(CONVERSATION, MESSAGE)
                + "\n\nBridge <bridge@example.com> kirjoitti:\n> Where is my order 4711?\n> -- \n"
                + "> Answer this mail to write to the conversation.\n"), "Where is my order 4711?"))
                .isInstanceOf(Undeliverable.class).hasMessage("The mail says nothing but what it answers.");
    }

    @Test
    void theFooterNamesTheAnsweredMessageWhereNoReferenceDoes() throws Exception {
        MimeMessage answer = mail("In-Reply-To: " + ids.thread(CONVERSATION) + "\n\nYes.\n\nHello\n\n" + CONVERSATION + " " + MESSAGE + "\n");

        assertThat(thread.question(answer)).isEqualTo(Map.of("conversationSid", CONVERSATION, "sid", MESSAGE));
        assertThat(thread.reply(answer, "Hello")).containsEntry("body", "Yes.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Yes. | false", "Yes.;;Bridge <bridge@example.com> kirjutas:;;Hello | true", "Yes.;;> Hello;Yes | true",
        "Yes.;;On Mon, 3 Mar 2025 at 10:00, Bridge <bridge@example.com> wrote:;> Hello | false", "> Hello | true",
        "Yes.;;Re: Conversation 01234567;Hello | true", "Yes.;;Answer this mail to write to the conversation. | true"
    })
    void theAnsweredMessageIsAskedForWhereTheAnswerLeavesADoubt(String text, boolean asked) throws Exception {
        Map<String, Object> question = thread.question(mail("In-Reply-To: " + ids.message(CONVERSATION, MESSAGE)
                + "\n\n" + text.replace(";", "\n") + "\n"));

        assertThat(question).isEqualTo(asked ? Map.of("conversationSid", CONVERSATION, "sid", MESSAGE) : null);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Auto-Submitted: auto-replied", "Auto-Submitted: auto-generated (away)", "Precedence: bulk",
        "Return-Path: <>", "Content-Type: multipart/report; boundary=x", "From: The bridge <Bridge@example.com>"
    })
    void aMailThatNoPersonWroteIsNotPassedOn(String header) {
        String answer = header + "\nIn-Reply-To: " + ids.thread(CONVERSATION) + "\n\nI am away.\n";

        assertThatThrownBy(() -> thread.reply(mail(answer))).isInstanceOf(AutomaticMail.class);
    }

    @Test
    void aMailThatSaysItWasNotAutoSubmittedIsPassedOn() throws Exception {
        String answer = "Auto-Submitted: no\nIn-Reply-To: " + ids.thread(CONVERSATION) + "\n\nI am here.\n";

        assertThat(thread.reply(mail(answer))).containsEntry("body", "I am here.");
    }

    private Object key(String source) throws Exception {
        return thread.reply(mail(source)).get("idempotencyKey");
    }

    private static MimeMessage mail(String source) throws Exception {
        return new MimeMessage((Session) null, new ByteArrayInputStream(source.replace("\n", "\r\n").getBytes(UTF_8)));
    }
}
