package dev.conversations.app.mail.thread;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.params.provider.ValueSource;

class MailThreadTest {
    private static final String CONVERSATION = "CH" + "0123456789abcdef".repeat(2);
    private static final String SUPPORT = "support@example.com";
    private static final String MESSAGE = "IM" + "fedcba9876543210".repeat(2);

    private final BridgeAddress bridge = new BridgeAddress("bridge@example.com", "+");
    private final ThreadMarks marks = new ThreadMarks("a secret", bridge);
    private final MessageIds ids = marks.ids();
    private final MailThread thread = new MailThread(marks, bridge);

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
                "{mail=" + MailTrace.of(answer).content() + ", origin=bridge}");
    }

    @Test
    void howFarBackItsMessageMayLieIsSaidByTheMailAndNeverLessThanADay() throws Exception {
        Map<String, Integer> days = Map.of("Date: Mon, 1 Jan 2024 10:00:00 +0000\n", 365,
                "Received: from x by y; Mon, 1 Jan 2024 10:00:00 +0000\nReceived: z\n", 365,
                "Date: Fri, 1 Jan 2900 10:00:00 +0000\n", 0, "Date: yesterday\nReceived: x\n", 0);

        for (Map.Entry<String, Integer> one : days.entrySet()) {
            Duration age = MailTrace.of(mail("Message-ID: <1@example.com>\n" + one.getKey() + "\nYes\n")).age();
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

    @Test
    void aMailThatSaysNothingIsUndeliverable() {
        assertThatThrownBy(() -> thread.reply(mail("In-Reply-To: " + ids.thread(CONVERSATION) + "\n\n> Hello\n")))
                .isInstanceOf(Undeliverable.class)
                .hasMessage("The mail says nothing.");
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
        MailThread other = new MailThread(marks, new BridgeAddress("other@example.com", "+"));

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
