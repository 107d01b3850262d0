// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.text.Json;
import dev.conversations.app.RunningBridge;
import dev.conversations.app.mail.server.Mailbox;
import dev.conversations.app.mail.server.RawMail;
import dev.conversations.model.Conversation;
import dev.conversations.model.Message;
import dev.conversations.sandbox.Phone;
import jakarta.jms.JMSContext;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What people answer by mail, from the mailbox to the phone. */
class AnswersByMailTest {
    private static final String SHOP = "+15559990000";
    private static final String HELLO = "Is there an appointment this week? I wrote on Monday.";

    private static RunningBridge bridge;
    private static Mailbox support;
    private static RawMail.Inbox inbox;

    @BeforeAll
    static void start() throws Exception {
        bridge = RunningBridge.start(Map.of());
        support = bridge.mailbox("bridge.mail.support");
        inbox = new RawMail.Inbox(Integer.parseInt(bridge.property("bridge.imap.port")), "bridge", "bridge");
    }

    @AfterAll
    static void stop() {
        bridge.close();
    }

    @Test
    void theMessageThatIsAnsweredIsKnownInWhateverLanguageItIsQuoted() throws Exception {
        Phone customer = bridge.sandbox().phone("+15551230051");
        MimeMessage asked = question(customer);

        put(asked, "Kyllä.\n\nLähettäjä: Silta <bridge@example.com>\nLähetetty: 3.3.2025\nAihe: Conversation\n\n"
                + asked.getContent().toString());
        put(asked, "Sent from my iPhone");

        await().untilAsserted(() -> assertThat(customer.received()).extracting(Phone.Received::body)
                .containsExactly("Kyllä.", "Sent from my iPhone"));
    }

    @Test
    void aTextLongerThanAPhoneTakesArrivesInOrderOnceAndUnderKeysOfItsOwn() throws Exception {
        Phone customer = bridge.sandbox().phone("+15551230052");
        MimeMessage asked = question(customer);
        List<String> paragraphs = paragraphs();
        String mail = put(asked, String.join("\n\n", paragraphs));
        await().until(() -> customer.received().size() == 4);
        inbox.put(mail);
        put(asked, "That was all.");

        await().until(() -> customer.received().size() > 4);
        List<String> bodies = customer.received().stream().map(Phone.Received::body).toList();
        assertThat(bodies).hasSize(5).endsWith("That was all.")
                .allSatisfy(body -> assertThat(body.length()).isLessThanOrEqualTo(1600));
        assertThat(String.join("\n\n", bodies.subList(0, 4))).isEqualTo(String.join("\n\n", paragraphs));
    }

    @Test
    void soDoesALongReplyOnTheQueue() throws Exception {
        Phone customer = bridge.sandbox().phone("+15551230053");
        String conversation = customer.send(SHOP, HELLO).conversationSid();
        List<String> paragraphs = paragraphs();

        queue(Map.of("conversationSid", conversation, "author", "desk", "body", String.join("\n\n", paragraphs)));

        await().untilAsserted(() -> assertThat(String.join("\n\n", customer.received().stream().map(Phone.Received::body).toList()))
                .isEqualTo(String.join("\n\n", paragraphs)));
        assertThat(customer.received()).hasSize(4);
    }

    @Test
    void aChatTakesALongTextAsOneMessage() throws Exception {
        try (ProducerTemplate twilio = bridge.camel().createProducerTemplate()) {
            String conversation = twilio.requestBody("twilio-conversations:conversations/create", Map.of(),
                    Conversation.class).sid();
            String text = String.join("\n\n", paragraphs());
            queue(Map.of("conversationSid", conversation, "author", "desk", "body", text));

            await().untilAsserted(() -> assertThat(twilio.requestBody("twilio-conversations:messages/list",
                    Map.of("conversationSid", conversation), List.class)).singleElement()
                    .satisfies(message -> assertThat(((Message) message).body()).isEqualTo(text)));
        }
    }

    private static List<String> paragraphs() {
        List<String> paragraphs = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            paragraphs.add(("This is paragraph " + i + " of what has to be said, \ud83d\ude00 and a long one it is. ").repeat(4).strip());
        }
        return paragraphs;
    }

    private static String put(MimeMessage asked, String text) throws Exception {
        String mail = "From: support@example.com\nMessage-ID: <" + UUID.randomUUID() + "@example.com>\nIn-Reply-To: "
                + asked.getMessageID() + "\nSubject: Re: " + asked.getSubject()
                + "\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
                + text.replace("\r\n", "\n") + "\n";
        inbox.put(mail);
        return mail;
    }

    private static void queue(Map<String, Object> reply) {
        try (JMSContext jms = bridge.connectionFactory().createContext()) {
            jms.createProducer().send(jms.createQueue("conversations.replies"), Json.text(reply));
        }
    }

    private static MimeMessage question(Phone customer) {
        String sid = customer.send(SHOP, HELLO).messageSid();
        return await().until(() -> support.mails().stream().filter(mail -> {
            try {
                return mail.getMessageID().contains(sid);
            } catch (MessagingException e) {
                throw new AssertionError(e);
            }
        }).findFirst().orElse(null), mail -> mail != null);
    }
}
