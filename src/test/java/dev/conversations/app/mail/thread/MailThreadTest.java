package dev.conversations.app.mail.thread;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.api.Timing;
import dev.conversations.app.delivery.Keys;
import dev.conversations.app.delivery.Undeliverable;
import dev.conversations.app.mail.server.BridgeAddress;
import dev.conversations.webhook.WebhookEvent;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailThreadTest {
    private static final String CONVERSATION = "CH" + "0123456789abcdef".repeat(2);
    private static final String SUPPORT = "support@example.com";
    private static final String MESSAGE = "IM" + "fedcba9876543210".repeat(2);

    private final BridgeAddress bridge = new BridgeAddress("bridge@example.com", "+");
    private final ThreadMarks marks = new ThreadMarks("a secret", bridge);
    private final MessageIds ids = marks.ids();
    private final MailThread thread = new MailThread(marks, bridge, Timing.SYSTEM);

    @Test
    void aMessageBecomesAMailOfItsThread() throws Exception {
        MimeMessage mail = write(Map.of());

        assertThat(mail.getFrom()).containsExactly(new InternetAddress("bridge@example.com"));
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("+15551230001 (SMS)");
        assertThat(mail.getReplyTo()).singleElement().asString().matches("bridge\\+[0-9a-z]{41}@example\\.com");
        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("support@example.com"));
        assertThat(mail.getSubject()).isEqualTo("Conversation 01234567");
        assertThat(mail.getHeader("Message-ID")).containsExactly(ids.message(CONVERSATION, MESSAGE));
        assertThat(mail.getHeader("In-Reply-To")).containsExactly(ids.thread(CONVERSATION));
        assertThat(mail.getHeader("References")).containsExactly(ids.thread(CONVERSATION));
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getContent().toString()).startsWith("Grüße aus Köln\n\n-- \n").contains(CONVERSATION, MESSAGE)
                .containsPattern("\n\\[ref:[0-9a-z]{41}]\n$");
    }

    @Test
    void aFileThatIsNotThereIsToldOfInWords() throws Exception {
        String words = "[not attached: parcel.png, image/png: it could not be fetched]";

        assertThat(thread.mail(event(Map.of()), SUPPORT, List.of(), List.of(words)).getContent().toString())
                .contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Eve\r\nBcc: victim@example.com", "Eve\nBcc: victim@example.com", "Eve\r\n\r\nbody", "\"Eve\" <x@y>"
    })
    void noNameCanAddAHeader(String author) throws Exception {
        MimeMessage mail = write(Map.of("Author", author, "Source", "SDK\r\nBcc: victim@example.com"));
        mail.saveChanges();
        ByteArrayOutputStream source = new ByteArrayOutputStream();
        mail.writeTo(source);
        MimeMessage received = new MimeMessage((Session) null, new ByteArrayInputStream(source.toByteArray()));

        assertThat(received.getHeader("Bcc")).isNull();
        assertThat(received.getAllRecipients()).containsExactly(new InternetAddress("support@example.com"));
        assertThat(received.getFrom()).containsExactly(new InternetAddress("bridge@example.com"));
        assertThat(received.getContent().toString()).startsWith("Grüße aus Köln");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Latitude=52.5;Longitude=13.4;Label=Shop | [a place: Shop, 52.5, 13.4]", "Latitude=52.5;Longitude=13.4 | [a place: 52.5, 13.4]",
        "MessageType=sticker | [a message without text and files, of the type sticker]",
        "MessageType=contacts | [a message without text and files, of the type contacts]",
        "ContentSid=HX00000000000000000000000000000001 | [a message made of the template HX00000000000000000000000000000001]",
        "Source=WHATSAPP | [a message by WHATSAPP without text and files, such as a place, a contact or a sticker: Twilio does not say more]"
    })
    void aMessageWithoutTextAndFilesSaysWhatItWas(String parameters, String words) throws Exception {
        Map<String, String> more = new LinkedHashMap<>(Map.of("Body", ""));
        List.of(parameters.split(";")).forEach(one -> more.put(one.split("=")[0], one.split("=")[1]));

        assertThat(write(more).getContent().toString()).startsWith(words + "\n\n-- \n");
    }

    @Test
    void aMessageThatBringsFilesNeedsNoText() throws Exception {
        assertThat(write(Map.of("Body", "", "Media", "[{\"Sid\":\"ME00000000000000000000000000000001\"}]"))
                .getContent().toString()).startsWith("\n\n-- \n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202eecilA", "A\u200elice", "\u2066Alice\u2069", "A\u200blice", "Alice\u2028", "\u061cAlice", "Al\u00adice"})
    void directionMarksOfANameDoNotPassIntoFrom(String author) throws Exception {
        String name = ((InternetAddress) write(Map.of("Author", author)).getFrom()[0]).getPersonal();

        assertThat(name).matches("(Alice|ecilA) \\(SMS\\)");
    }

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
        "Yes. | false", "Yes.;;Bridge <bridge@example.com> kirjoitti:;;Hello | true", "Yes.;;> Hello;Yes | true",
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
    void theMailsOfOneBridgeAreNoAnswersToAnother() throws Exception {
        MimeMessage mail = write(Map.of());
        MailThread other = new MailThread(marks, new BridgeAddress("other@example.com", "+"), Timing.SYSTEM);

        assertThatThrownBy(() -> other.reply(mail)).isInstanceOf(AutomaticMail.class);
        assertThatThrownBy(() -> thread.reply(mail)).isInstanceOf(AutomaticMail.class);
    }

    @Test
    void aMailThatSaysItWasNotAutoSubmittedIsPassedOn() throws Exception {
        String answer = "Auto-Submitted: no\nIn-Reply-To: " + ids.thread(CONVERSATION) + "\n\nI am here.\n";

        assertThat(thread.reply(mail(answer))).containsEntry("body", "I am here.");
    }

    private Object key(String source) throws Exception {
        return thread.reply(mail(source)).get("idempotencyKey");
    }

    private MimeMessage write(Map<String, String> more) throws Exception {
        return thread.mail(event(more), SUPPORT, List.of(), List.of());
    }

    private static MimeMessage mail(String source) throws Exception {
        return new MimeMessage((Session) null, new ByteArrayInputStream(source.replace("\n", "\r\n").getBytes(UTF_8)));
    }

    private static WebhookEvent event(Map<String, String> more) {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of(
                "EventType", "onMessageAdded", "ConversationSid", CONVERSATION, "MessageSid", MESSAGE,
                "Author", "+15551230001", "Source", "SMS", "Body", "Grüße aus Köln", "Index", "0"));
        parameters.putAll(more);
        return WebhookEvent.of(parameters);
    }
}
