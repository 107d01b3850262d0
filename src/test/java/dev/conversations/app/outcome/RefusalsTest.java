// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.outcome;

import static dev.conversations.app.outcome.ThreadMails.mails;
import static dev.conversations.app.outcome.ThreadMails.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.text.Json;
import dev.conversations.app.Queues;
import dev.conversations.app.Queues.Dead;
import dev.conversations.app.RunningBridge;
import dev.conversations.app.delivery.Payload;
import dev.conversations.app.mail.server.Mailbox;
import dev.conversations.model.Conversation;
import dev.conversations.sandbox.Phone;
import jakarta.activation.DataHandler;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of answers that nothing lets pass to their person: they are told of, kept, and not tried again. */
class RefusalsTest {
    private static final String SHOP = "+15559990000";
    private static final String STATUS = "conversations.status";
    private static final String OPTED_OUT = "The person opted out, until he or she opts in again. (error 21610)";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static RunningBridge bridge;
    private static Queues queues;
    private static Mailbox support;
    private static int customers;

    private Phone customer;

    @BeforeAll
    static void start() throws Exception {
        bridge = RunningBridge.start(Map.of("RETRY_DELAY", "50"));
        queues = new Queues(bridge);
        support = bridge.mailbox("bridge.mail.support");
    }

    @AfterAll
    static void stop() {
        bridge.close();
    }

    @BeforeEach
    void another() {
        customer = bridge.sandbox().phone("+1555124%04d".formatted(++customers));
        queues.take(STATUS);
    }

    @ParameterizedTest
    @ValueSource(ints = {21610, 21211, 30006, 63024})
    void whoAnswersByMailIsToldOnceInTheThreadAndTheMailIsKept(int code) throws Exception {
        Phone.Sent sent = customer.send(SHOP, "Hello");
        MimeMessage mail = mails(support, sent.conversationSid(), 1).get(0);
        int notices = bridge.mailbox("bridge.mail.dead-letters").mails().size();
        customer.refusing(code);
        support.answer(mail, "Your parcel is on its way.");

        MimeMessage note = mails(support, sent.conversationSid(), 2).get(1);
        assertThat(text(note)).startsWith("Your answer was not delivered: ").contains("(error " + code + ")")
                .contains("> Your parcel is on its way.").doesNotContain("null");
        assertThat(note.getAllRecipients()).extracting(Object::toString).containsExactly("support@example.com");
        assertThat(note.getHeader("References")).isEqualTo(mail.getHeader("References"));
        assertThat(status(sent.conversationSid())).containsEntry("ErrorCode", String.valueOf(code)).containsEntry("Retry", "NEVER")
                .containsEntry("Author", "support@example.com").containsEntry("ConversationSid", sent.conversationSid());
        assertThat(queues.dead().body()).contains("Your parcel is on its way.");
        assertThat(mails(support, sent.conversationSid(), 2)).hasSize(2);
        assertThat(bridge.mailbox("bridge.mail.dead-letters").mails()).hasSize(notices);
    }

    @Test
    void whatIsRefusedAgainIsNotToldAgain() throws Exception {
        Phone.Sent sent = customer.send(SHOP, "Hello");
        customer.refusing(30006);
        reply(sent.conversationSid(), "Your parcel");
        assertThat(failed(sent.conversationSid())).containsEntry("ErrorCode", "30006");
        queues.again(queues.dead());

        assertThat(queues.dead().body()).contains("Your parcel");
        customer.refusing(0);
        reply(sent.conversationSid(), "Another");
        assertThat(status(sent.conversationSid()).get("Status")).isEqualTo("sent");
    }

    @Test
    void whoAnswersByTheQueueIsToldOnTheStatusQueue() throws Exception {
        Phone.Sent sent = customer.send(SHOP, "Hello");
        customer.refusing(21610);
        reply(sent.conversationSid(), "Your parcel");

        assertThat(status(sent.conversationSid())).containsEntry("Author", "shop").containsEntry("Body", "Your parcel")
                .containsEntry("OptOut", "true").containsEntry("Meaning", OPTED_OUT).containsEntry("Status", "failed");
        assertThat(queues.dead().body()).contains("Your parcel");
    }

    @ParameterizedTest
    @CsvSource({"STOP, START", "stopall, UNSTOP", "End, yes"})
    void whoOptedOutIsNotTriedUntilHeOptsInAgain(String out, String in) throws Exception {
        Phone.Sent sent = customer.send(SHOP, out);
        mails(support, sent.conversationSid(), 2);
        reply(sent.conversationSid(), "First");
        assertThat(queues.dead().reason()).isEqualTo(OPTED_OUT);
        assertThat(failed(sent.conversationSid())).containsEntry("Body", "First").containsEntry("ErrorCode", "21610");

        customer.send(SHOP, in);
        awaitOptIn(sent.conversationSid());
        await().untilAsserted(() ->
                assertThat(customer.received()).extracting(Phone.Received::body).containsExactly("Second"));
    }

    @Test
    void whoseAnswerFailedWithAnOptOutIsNotTriedAgain() throws Exception {
        Phone.Sent sent = customer.send(SHOP, "Hello");
        customer.failing(21610);
        reply(sent.conversationSid(), "First");
        assertThat(failed(sent.conversationSid())).containsEntry("ErrorCode", "21610");
        customer.failing(0);
        reply(sent.conversationSid(), "Second");

        assertThat(queues.dead().reason()).isEqualTo(OPTED_OUT);
        assertThat(customer.received()).isEmpty();
    }

    @Test
    void whatSomebodyTriesAgainIsPutToTwilioWhichHasTheLastWord() throws Exception {
        Phone.Sent sent = customer.send(SHOP, "STOP");
        mails(support, sent.conversationSid(), 2);
        reply(sent.conversationSid(), "First");
        queues.again(queues.dead());
        await().until(() -> customer.received().size() == 1);
        reply(sent.conversationSid(), "Second");

        await().until(() -> customer.received().size() == 2);
    }

    @Test
    void whoOptsInOnOneChannelMayBeWrittenToOnItsSiblings() throws Exception {
        Phone rcs = bridge.sandbox().phone("rcs:" + customer.address());
        Conversation chat = (Conversation) call("conversations/create", Map.of());
        call("participants/create", Map.of("conversationSid", chat.sid(), "messagingBindingAddress", rcs.address(),
                "messagingBindingProxyAddress", "rcs:shop"));
        rcs.refusing(21610);
        reply(chat.sid(), "First");
        assertThat(failed(chat.sid())).containsEntry("ErrorCode", "21610");
        queues.dead();
        rcs.refusing(0);

        customer.send(SHOP, "START");
        awaitOptIn(chat.sid());
        await().untilAsserted(() ->
                assertThat(rcs.received()).extracting(Phone.Received::body).containsExactly("Second"));
    }

    @Test
    void whereOthersAreReachedTheAnswerGoes() throws Exception {
        Phone.Sent sent = customer.send(SHOP, "Hello");
        Phone other = bridge.sandbox().phone("+15551259999");
        call("participants/create", Map.of("conversationSid", sent.conversationSid(),
                "messagingBindingAddress", other.address(), "messagingBindingProxyAddress", SHOP));
        customer.send(SHOP, "STOP");
        mails(support, sent.conversationSid(), 3);
        reply(sent.conversationSid(), "To all");

        await().atMost(PATIENCE).untilAsserted(() ->
                assertThat(other.received()).extracting(Phone.Received::body).contains("To all"));
    }

    @Test
    void aMailOfAttachmentsAloneIsToldOfToo() throws Exception {
        Phone.Sent sent = customer.send(SHOP, "Hello");
        MimeMessage mail = mails(support, sent.conversationSid(), 1).get(0);
        customer.refusing(21610);
        MimeMessage answer = (MimeMessage) mail.reply(false);
        answer.setFrom("support@example.com");
        MimeBodyPart picture = new MimeBodyPart();
        picture.setDataHandler(new DataHandler(new ByteArrayDataSource(new byte[] {1, 2, 3}, "image/png")));
        picture.setFileName("cat.png");
        answer.setContent(new MimeMultipart(picture, picture));
        support.send(answer);

        Dead dead = queues.dead();
        assertThat(dead.body()).as(dead.reason()).contains("cat.png");
        assertThat(dead.reason()).contains("21610");
        assertThat(text(mails(support, sent.conversationSid(), 2).get(1))).startsWith("Your answer was not delivered: " + OPTED_OUT);
        assertThat(failed(sent.conversationSid())).containsEntry("ErrorCode", "21610");
        assertThat(queues.waiting("conversations.dead-letters")).isEmpty();
    }

    /** Writes until an answer passes; those before are kept as dead letters. */
    private static void awaitOptIn(String conversation) {
        await().atMost(PATIENCE).until(() -> {
            queues.take("conversations.dead-letters");
            queues.take(STATUS);
            reply(conversation, "Second");
            return !"failed".equals(status(conversation).get("Status"));
        });
        queues.take("conversations.dead-letters");
    }

    private static void reply(String conversation, String text) {
        queues.put("conversations.replies", Json.text(Map.of("conversationSid", conversation, "author", "shop", "body", text)));
    }

    private static Object call(String operation, Map<String, Object> options) throws Exception {
        try (ProducerTemplate twilio = bridge.camel().createProducerTemplate()) {
            return twilio.requestBody("twilio-conversations:" + operation, options);
        }
    }

    private static Map<String, Object> failed(String conversation) throws Exception {
        while (true) {
            Map<String, Object> status = status(conversation);
            if (List.of("failed", "undelivered").contains(String.valueOf(status.get("Status")))) {
                return status;
            }
        }
    }

    /** The next status of a delivery in the conversation. */
    private static Map<String, Object> status(String conversation) throws Exception {
        while (true) {
            Map<String, Object> status = Json.readObject(Payload.of(queues.next(STATUS)));
            if (status.get("Status") != null && conversation.equals(status.get("ConversationSid"))) {
                return status;
            }
        }
    }
}
