// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.api.Timing;
import dev.conversations.app.mail.server.BridgeAddress;
import dev.conversations.webhook.WebhookEvent;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A message of a conversation, as it is written to people by mail. */
class MessageAsMailTest {

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
    void theMailsOfOneBridgeAreNoAnswersToAnother() throws Exception {
        MimeMessage mail = write(Map.of());
        MailThread other = new MailThread(marks, new BridgeAddress("other@example.com", "+"), Timing.SYSTEM);

        assertThatThrownBy(() -> other.reply(mail)).isInstanceOf(AutomaticMail.class);
        assertThatThrownBy(() -> thread.reply(mail)).isInstanceOf(AutomaticMail.class);
    }

    private MimeMessage write(Map<String, String> more) throws Exception {
        return thread.mail(event(more), SUPPORT, List.of(), List.of());
    }

    private static WebhookEvent event(Map<String, String> more) {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of(
                "EventType", "onMessageAdded", "ConversationSid", CONVERSATION, "MessageSid", MESSAGE,
                "Author", "+15551230001", "Source", "SMS", "Body", "Grüße aus Köln", "Index", "0"));
        parameters.putAll(more);
        return WebhookEvent.of(parameters);
    }
}
