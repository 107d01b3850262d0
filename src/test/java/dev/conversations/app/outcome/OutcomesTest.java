// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.outcome;

import static dev.conversations.app.outcome.ThreadMails.mails;
import static dev.conversations.app.outcome.ThreadMails.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.text.Json;
import dev.conversations.app.LoggedLines;
import dev.conversations.app.Queues;
import dev.conversations.app.RunningBridge;
import dev.conversations.app.delivery.Payload;
import dev.conversations.app.mail.server.Mailbox;
import dev.conversations.sandbox.Phone;
import jakarta.jms.Message;
import jakarta.mail.internet.MimeMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people and programs are told of what became of messages. */
class OutcomesTest {
    private static final String SHOP = "+15559990000";
    private static final String STATUS = "conversations.status";

    private static final LoggedLines LOG = LoggedLines.capture();
    private static RunningBridge bridge;
    private static Queues queues;
    private static Mailbox support;
    private static int customers;

    private Phone customer;

    @BeforeAll
    static void start() throws Exception {
        bridge = RunningBridge.start(Map.of());
        queues = new Queues(bridge);
        support = bridge.mailbox("bridge.mail.support");
    }

    @AfterAll
    static void stop() {
        bridge.close();
        LOG.close();
        assertThat(LOG.lines()).as("the log").isNotEmpty()
                .noneMatch(line -> line.contains("+1555123") || line.contains("parcel") || line.contains("@example.com"));
    }

    @BeforeEach
    void another() {
        customer = bridge.sandbox().phone("+1555123%04d".formatted(++customers));
        queues.take(STATUS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "21610 | The person opted out, until he or she opts in again. (error 21610)",
        "63016 | More than 24 hours have passed since the person last wrote; a template may be sent. (error 63016)",
        "39999 | What the code means is not known here. (error 39999)"
    })
    void whoAnsweredByMailLearnsThatTheAnswerFailedOnceAndWhy(int code, String words) throws Exception {
        Phone.Sent sent = customer.send(SHOP, "Hello");
        MimeMessage mail = mails(support, sent.conversationSid(), 1).get(0);
        customer.failing(code);
        support.answer(mail, "Your parcel is on its way.");

        MimeMessage note = mails(support, sent.conversationSid(), 2).get(1);
        assertThat(text(note)).startsWith("Your answer was not delivered: " + words)
                .contains("> Your parcel is on its way.");
        assertThat(note.getAllRecipients()).extracting(Object::toString).containsExactly("support@example.com");
        assertThat(note.getHeader("References")).isEqualTo(mail.getHeader("References"));
        assertThat(note.getReplyTo()).isEqualTo(mail.getReplyTo());

        Map<String, Object> status = status("failed", "undelivered");
        assertThat(status).containsEntry("Meaning", words).containsEntry("ErrorCode", String.valueOf(code))
                .containsEntry("Author", "support@example.com").containsEntry("Final", "true");
        assertThat(status.get("OptOut")).isEqualTo(code == 21610 ? "true" : null);
        String event = Json.text(status);
        queues.put("conversations.outcomes", event);
        customer.failing(0);
        int told = 2;
        if (code == 21610) {
            customer.send(SHOP, "START");
            told += 2;
            mails(support, sent.conversationSid(), told);
        }
        support.answer(mail, "Once more.");
        await().until(() -> customer.received().size() == 1);
        assertThat(mails(support, sent.conversationSid(), told)).hasSize(told);
        assertThat(mail.getMessageID()).isNotEqualTo(note.getMessageID());
    }

    @Test
    void anAnswerFromTheQueueComesBackToTheStatusQueueAndNotByMail() throws Exception {
        Phone.Sent sent = customer.send(SHOP, "Hello");
        mails(support, sent.conversationSid(), 1);
        customer.failing(30006);
        queues.put("conversations.replies", Json.text(Map.of("conversationSid", sent.conversationSid(),
                "author", "shop", "body", "Your parcel", "attributes", Map.of("order", "4711"))));

        Map<String, Object> status = status("failed", "undelivered");
        assertThat(status).containsEntry("ConversationSid", sent.conversationSid()).containsEntry("Author", "shop")
                .containsEntry("ErrorCode", "30006").containsEntry("Retry", "NEVER");
        assertThat(status.get("Attributes").toString()).contains("order=4711", "origin=bridge");
        assertThat(mails(support, sent.conversationSid(), 1)).hasSize(1);
    }

    @Test
    void whatArrivesIsOnTheStatusQueueAndNotInAMail() throws Exception {
        Phone.Sent sent = customer.send(SHOP, "Hello");
        support.answer(mails(support, sent.conversationSid(), 1).get(0), "Your parcel is on its way.");

        assertThat(status("delivered")).containsEntry("Final", "true").containsEntry("Retry", "NEEDLESS")
                .doesNotContainKey("Meaning");
        assertThat(mails(support, sent.conversationSid(), 1)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"stop, true", "START, false"})
    void whoOptsOutOrInIsToldOf(String word, String out) throws Exception {
        Phone.Sent sent = customer.send(SHOP, word);

        assertThat(next()).containsEntry("EventType", "onMessageAdded").containsEntry("OptOut", out);
        assertThat(mails(support, sent.conversationSid(), 2)).anySatisfy(mail -> assertThat(text(mail))
                .startsWith(out.equals("true") ? "The person opted out of messages." : "The person opted in again."));
    }

    @Test
    void changesReactionsAndRemovalsReachMailAndQueue() throws Exception {
        Phone.Sent sent = customer.send(SHOP, "Please stop by");
        MimeMessage first = mails(support, sent.conversationSid(), 1).get(0);
        Map<String, Object> message =
                Map.of("conversationSid", sent.conversationSid(), "sid", sent.messageSid(), "webhookEnabled", true);

        call("messages/update", with(message, Map.of("body", "Come by")));
        assertThat(next()).containsEntry("EventType", "onMessageUpdated").containsEntry("Body", "Come by");
        MimeMessage changed = mails(support, sent.conversationSid(), 2).get(1);
        assertThat(text(changed)).startsWith("This message was changed. It says now:\n\n> Come by");
        assertThat(changed.getHeader("In-Reply-To")).containsExactly(first.getMessageID());

        call("messages/update", with(message,
                Map.of("attributes", Map.of("reactions", Map.of("heart", List.of("anna", "bob"), "sad", List.of())))));
        assertThat(text(mails(support, sent.conversationSid(), 3).get(2))).contains("> Come by", "Reactions: heart (2)")
                .doesNotContain("sad");

        call("messages/delete", message);
        await().untilAsserted(() -> assertThat(next()).containsEntry("EventType", "onMessageRemoved"));
        assertThat(text(mails(support, sent.conversationSid(), 4).get(3))).startsWith("This message was removed:\n\n> Come by");
    }

    private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    private static void call(String operation, Map<String, Object> options) throws Exception {
        try (ProducerTemplate twilio = bridge.camel().createProducerTemplate()) {
            twilio.requestBody("twilio-conversations:" + operation, options);
        }
    }

    private static Map<String, Object> status(String... states) throws Exception {
        while (true) {
            Map<String, Object> status = next();
            if (status.get("Status") != null && List.of(states).contains(status.get("Status"))) {
                return status;
            }
        }
    }

    private static Map<String, Object> next() throws Exception {
        Message message = queues.next(STATUS);
        return Json.readObject(Payload.of(message));
    }
}
