// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.app.RunningBridge;
import dev.conversations.app.delivery.SteeringNames;
import dev.conversations.app.mail.server.Mailbox;
import dev.conversations.app.mail.server.RawMail;
import dev.conversations.sandbox.Phone;
import jakarta.jms.BytesMessage;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stranger's mail gives orders in its headers, and nobody takes them. */
class SteeringMailTest {
    private static final String VICTIM = "victim.queue";
    private static final String SHOP = "+15559990000";

    private static final AtomicInteger connections = new AtomicInteger();
    private static ServerSocket stranger;
    private static RunningBridge bridge;
    private static RawMail.Inbox inbox;
    private static Mailbox support;
    private static Mailbox notices;
    private static Phone customer;
    private static String asked;

    @BeforeAll
    static void start() throws Exception {
        stranger = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread listener = new Thread(() -> {
            try {
                while (true) {
                    Socket socket = stranger.accept();
                    connections.incrementAndGet();
                    socket.close();
                }
            } catch (java.io.IOException e) {
                // the test is over
            }
        }, "stranger");
        listener.setDaemon(true);
        listener.start();
        bridge = RunningBridge.start(Map.of());
        inbox = new RawMail.Inbox(Integer.parseInt(bridge.property("bridge.imap.port")), "bridge", "bridge");
        support = bridge.mailbox("bridge.mail.support");
        notices = bridge.mailbox("bridge.mail.dead-letters");
        customer = bridge.sandbox().phone("+15551230051");
        customer.send(SHOP, "Hello");
        asked = await().until(support::mails, mails -> !mails.isEmpty()).get(0).getMessageID();
    }

    @AfterAll
    static void stop() throws Exception {
        bridge.close();
        stranger.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {VICTIM, "true", "false", "Object", "Map", "nonsense"})
    void nothingMoves(String value) throws Exception {
        String orders = SteeringNames.lines((name, lower) -> lower.contains("host") ? "127.0.0.1"
                : lower.contains("port") ? String.valueOf(stranger.getLocalPort()) : value);
        int mails = inbox.seen().size();
        int messages = customer.received().size();
        int notes = support.mails().size();
        int noticed = notices.mails().size();

        inbox.put("From: support@example.com\nMessage-ID: <" + value.replace(":", "") + "@example.com>\nIn-Reply-To: " + asked
                + "\n" + orders + "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nYes\n"
                + "--x\nContent-Type: application/x-msdownload\nContent-Disposition: attachment; filename=run.exe\n\nno\n--x--\n");
        await().untilAsserted(() -> assertThat(customer.received()).hasSize(messages + 1));
        await().untilAsserted(() -> assertThat(support.mails()).hasSize(notes + 1));

        inbox.put("From: stranger@example.net\n" + orders + "\nIs anybody there?\n");
        kept("The mail answers no conversation that is known here.");
        inbox.put("From: robot@example.net\nAuto-Submitted: auto-replied\n" + orders + "\nI am away.\n");
        kept("No person wrote the mail: it is marked as Auto-Submitted.");
        inbox.put("From: MAILER-DAEMON@example.net\n" + orders
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=r\n\n"
                + "--r\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nAction: failed\nStatus: 5.1.1\n\n"
                + "--r\nContent-Type: text/rfc822-headers\n\nMessage-ID: " + asked + "\n--r--\n");
        kept("It reports that the mail of message");

        await().untilAsserted(() -> assertThat(notices.mails()).hasSize(noticed + 1));
        assertThat(inbox.seen()).as("all mails lie where they lay").hasSize(mails + 4).containsOnly(true);
        assertThat(connections).as("connections to the stranger").hasValue(0);
        nothingLiesOn(VICTIM);
        List<MimeMessage> told = support.mails();
        assertThat(told.get(notes).getSubject()).isEqualTo("Attachments were not sent");
    }

    @Test
    void aHeaderOfAnyLengthOrNameIsKeptWhereItBelongs() throws Exception {
        for (String header : List.of("X-Long: " + "x".repeat(110_000), "CamelLong: " + "x".repeat(110_000), "X+Spam: 1",
                "1X: 1", "X/Y: 1", "Über: 1")) {
            inbox.put("From: stranger@example.net\n" + header + "\n\nIs anybody there?\n");
            kept("The mail answers no conversation that is known here.");
        }
        await().untilAsserted(() -> assertThat(inbox.seen()).containsOnly(true));
        nothingLiesOn("conversations.dead-letters");
    }

    private static void kept(String reason) throws Exception {
        try (JMSContext jms = bridge.connectionFactory().createContext();
                JMSConsumer consumer = jms.createConsumer(jms.createQueue("conversations.dead-letters"))) {
            Message dead = consumer.receive(20_000);
            assertThat(dead).as("a dead letter").isInstanceOf(BytesMessage.class);
            assertThat(dead.getStringProperty("BridgeReason")).startsWith(reason);
            assertThat(dead.getStringProperty("BridgeRoute")).isEqualTo("email-to-conversation");
            assertThat(dead.getStringProperty("BridgeReplay")).isEqualTo("conversations.mails");
            assertThat(Collections.list(dead.getPropertyNames()))
                    .allSatisfy(name -> assertThat(name.toString()).matches("Bridge.*|JMSXDeliveryCount|_AMQ_LARGE_SIZE"));
            assertThat(new String(dead.getBody(byte[].class), StandardCharsets.UTF_8)).startsWith("From: ");
        }
    }

    private static void nothingLiesOn(String queue) {
        try (JMSContext jms = bridge.connectionFactory().createContext();
                JMSConsumer consumer = jms.createConsumer(jms.createQueue(queue))) {
            assertThat(consumer.receiveNoWait()).as(queue).isNull();
        }
    }
}
