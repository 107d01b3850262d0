// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.arrival;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.text.Json;
import dev.conversations.app.RunningBridge;
import dev.conversations.app.mail.parts.HostileMail;
import dev.conversations.app.mail.server.Mailbox;
import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.Sandbox;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UndeliverableTest {
    private static final String SHOP = "+15559990000";
    private static final String CONVERSATION = "CH0123456789abcdef0123456789abcdef";

    private static RunningBridge bridge;
    private static Sandbox sandbox;
    private static Mailbox support;
    private static Mailbox notices;

    @BeforeAll
    static void start() throws Exception {
        bridge = RunningBridge.start(Map.of());
        sandbox = bridge.sandbox();
        support = bridge.mailbox("bridge.mail.support");
        notices = bridge.mailbox("bridge.mail.dead-letters");
    }

    @AfterAll
    static void stop() {
        bridge.close();
    }

    @BeforeEach
    void empty() throws Exception {
        try (JMSContext jms = bridge.connectionFactory().createContext();
                JMSConsumer queue = jms.createConsumer(jms.createQueue("conversations.dead-letters"))) {
            while (queue.receiveNoWait() != null) {
                // gone
            }
        }
    }

    @Test
    void aMailThatAnswersNoConversationIsKeptWithTheReason() throws Exception {
        int before = notices.mails().size();
        mail("From: stranger@example.com\nSubject: Lost\n\nIs anybody there?\n");

        Dead dead = dead();
        assertThat(dead.reason()).isEqualTo("The mail answers no conversation that is known here.");
        assertThat(dead.route()).isEqualTo("email-to-conversation");
        assertThat(dead.body()).contains("Subject: Lost\r\n", "Is anybody there?");
        await().until(() -> notices.mails().size() == before + 1);
        assertThat(notices.mails().get(before).getHeader(DeadLetter.REASON)).containsExactly(dead.reason());
    }

    @Test
    void noMachineGetsANotice() throws Exception {
        int before = notices.mails().size();
        mail("From: robot@example.com\nAuto-Submitted: auto-replied\n\nI am away.\n");

        assertThat(dead().reason()).contains("Auto-Submitted");
        mail("From: stranger@example.com\n\nIs anybody there?\n");
        dead();
        await().until(() -> !notices.mails().isEmpty());
        assertThat(notices.mails()).hasSize(before + 1);
    }

    @Test
    void aReportOfFailedDeliveryTellsWhichMessageDidNotArrive() throws Exception {
        Phone.Sent sent = sandbox.phone("+15551230011").send(SHOP, "Hello");
        String ours = mailOf(sent.conversationSid()).getMessageID();
        mail("From: MAILER-DAEMON@example.com\nAuto-Submitted: auto-replied\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=r\n\n"
                + "--r\nContent-Type: text/plain\n\nNobody lives here.\n"
                + "--r\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\n"
                + "Final-Recipient: rfc822; support@example.com\nAction: failed\nStatus: 5.1.1\n\n"
                + "--r\nContent-Type: message/rfc822\n\nMessage-ID: " + ours + "\n\nHello\n--r--\n");

        assertThat(dead().reason()).isEqualTo("It reports that the mail of message " + sent.messageSid()
                + " in conversation " + sent.conversationSid() + " was not delivered (status 5.1.1).");
    }

    @ParameterizedTest
    @EnumSource
    void aHostileMailIsKeptWithTheReasonAndTheNextMailFlows(HostileMail hostile) throws Exception {
        Phone.Sent sent = sandbox.phone("+15551230010").send(SHOP, "Hello");
        MimeMessage asked = mailOf(sent.conversationSid());
        mail("From: eve@example.com\nIn-Reply-To: " + asked.getMessageID() + "\n" + hostile.source());
        support.answer(asked, "After " + hostile);

        assertThat(dead().reason()).isEqualTo(hostile.reason());
        await().untilAsserted(() -> assertThat(sandbox.phone("+15551230010").received())
                .extracting(Phone.Received::body).contains("After " + hostile));
    }

    @Test
    void anAnswerToAConversationThatIsGoneIsKeptWithTwiliosReason() throws Exception {
        Phone.Sent sent = sandbox.phone("+15551230007").send(SHOP, "Hello");
        MimeMessage mail = mailOf(sent.conversationSid());
        template("conversations/delete", Map.of("sid", sent.conversationSid()));

        support.answer(mail, "Too late");

        Dead dead = dead();
        assertThat(dead.reason()).startsWith("messages/create: 404 ");
        assertThat(dead.body()).contains("Too late");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Hello | The message is no JSON object with conversationSid, author and body.",
        "{\"body\":\"Hello\"} | conversationSid",
        "{\"conversationSid\":\"" + CONVERSATION + "\",\"body\":\"Hello\"} | messages/create: 404",
        "{\"conversationSid\":\"" + CONVERSATION + "\",\"text\":\"Hello\"} | messages/create has no option text"
    })
    void aMessageOnTheReplyQueueThatIsNoMessageIsKeptWithTheReason(String json, String reason) throws Exception {
        queue(json);

        Dead dead = dead();
        assertThat(dead.reason()).contains(reason).doesNotContain("Hello");
        assertThat(dead.route()).isEqualTo("queue-to-conversation");
        assertThat(dead.body()).isEqualTo(json);
    }

    @Test
    void theNextMessageFlows() throws Exception {
        Phone.Sent sent = sandbox.phone("+15551230008").send(SHOP, "Hello");
        queue("Hello");
        queue(Json.text(Map.of("conversationSid", sent.conversationSid(), "body", "Welcome")));

        await().untilAsserted(() -> assertThat(sandbox.phone("+15551230008").received())
                .extracting(Phone.Received::body).containsExactly("Welcome"));
    }

    @Test
    void whatTheBridgeWroteDoesNotComeBack() throws Exception {
        Phone.Sent sent = sandbox.phone("+15551230009").send(SHOP, "Hello");
        queue(Json.text(Map.of(
                "conversationSid", sent.conversationSid(), "body", "By the bridge", "webhookEnabled", true)));
        await().until(() -> !sandbox.phone("+15551230009").received().isEmpty());
        template("messages/create", Map.of(
                "conversationSid", sent.conversationSid(), "body", "By another program", "webhookEnabled", true));

        await().until(() -> mailsOf(sent.conversationSid()).size() == 2);
        assertThat(mailsOf(sent.conversationSid())).noneSatisfy(mail ->
                assertThat(mail.getContent().toString()).contains("By the bridge"));
    }

    private record Dead(String reason, String route, String body) {}

    private static Dead dead() throws Exception {
        try (JMSContext jms = bridge.connectionFactory().createContext();
                JMSConsumer queue = jms.createConsumer(jms.createQueue("conversations.dead-letters"))) {
            Message message = queue.receive(10_000);
            assertThat(message).as("a dead letter").isNotNull();
            String body = message instanceof BytesMessage bytes
                    ? new String(bytes.getBody(byte[].class), UTF_8)
                    : message.getBody(String.class);
            return new Dead(message.getStringProperty("BridgeReason"), message.getStringProperty("BridgeRoute"), body);
        }
    }

    private static void mail(String source) throws Exception {
        byte[] bytes = source.replace("\n", "\r\n").getBytes(UTF_8);
        MimeMessage mail = new MimeMessage((Session) null, new ByteArrayInputStream(bytes));
        mail.setRecipients(MimeMessage.RecipientType.TO, "bridge@example.com");
        support.send(mail);
    }

    private static void queue(String text) {
        try (JMSContext jms = bridge.connectionFactory().createContext()) {
            jms.createProducer().send(jms.createQueue("conversations.replies"), text);
        }
    }

    private static void template(String operation, Map<String, Object> options) throws Exception {
        try (ProducerTemplate twilio = bridge.camel().createProducerTemplate()) {
            twilio.requestBody("twilio-conversations:" + operation, options);
        }
    }

    private static MimeMessage mailOf(String conversation) {
        return await().until(() -> mailsOf(conversation), mails -> !mails.isEmpty()).get(0);
    }

    private static List<MimeMessage> mailsOf(String conversation) throws Exception {
        return support.mails().stream().filter(mail -> {
            try {
                return mail.getMessageID().startsWith("<" + conversation);
            } catch (jakarta.mail.MessagingException e) {
                throw new AssertionError(e);
            }
        }).toList();
    }
}
