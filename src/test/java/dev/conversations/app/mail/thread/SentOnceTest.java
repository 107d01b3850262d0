// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.app.Queues;
import dev.conversations.app.RunningBridge;
import dev.conversations.app.broker.Broker;
import dev.conversations.app.mail.server.RawMail;
import dev.conversations.app.start.Services;
import dev.conversations.sandbox.Phone;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail is sent once, whether the bridge keeps its keys itself or looks at Twilio since others may read the same queues. */
class SentOnceTest {
    private static final String SHOP = "+15559990000";
    private static final String FILE = "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/csv\n"
            + "Content-Disposition: attachment; filename=a.csv\n\n%s\n--b--\n";

    private final Services running = new Services();
    private RunningBridge bridge;
    private RawMail.Inbox inbox;
    private Phone customer;
    private String asked;

    @AfterEach
    void stop() {
        running.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMailMarkedAsUnreadAfterManyMessagesIsNotSentAgain(boolean ownBroker) throws Exception {
        start(ownBroker);
        inbox.put(mail("<one@shop.example>", "Date: Mon, 1 Jan 2024 10:00:00 +0000\n", "\nYes, Tuesday."));
        await().untilAsserted(() -> assertThat(texts()).containsExactly("Yes, Tuesday."));
        for (int i = 0; i < 55; i++) {
            customer.send(SHOP, "Message " + i);
        }
        await().until(() -> inbox.seen().stream().allMatch(seen -> seen));

        inbox.forget();
        inbox.put(mail("<two@shop.example>", "", "\nAt ten."));

        await().untilAsserted(() -> assertThat(texts()).containsExactly("Yes, Tuesday.", "At ten."));
        await().until(() -> inbox.seen().stream().allMatch(seen -> seen));
        assertThat(texts()).hasSize(2);
        assertThat(new Queues(bridge).waiting("conversations.dead-letters")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anotherMailWithAUsedMessageIdIsKeptWithTheReason(boolean ownBroker) throws Exception {
        start(ownBroker);
        inbox.put(mail("<same@shop.example>", "", "\nYes."));
        await().untilAsserted(() -> assertThat(texts()).containsExactly("Yes."));
        inbox.put(mail("<same@shop.example>", "Received: by a list; Mon, 1 Jan 2024 10:00:00 +0000\n", "\nYes."));
        inbox.put(mail("<same@shop.example>", "", "\nNo."));

        Queues.Dead dead = new Queues(bridge).dead();
        assertThat(dead.reason()).startsWith("Another mail with the same Message-ID was sent before");
        assertThat(dead.body()).contains("No.");
        assertThat(texts()).containsExactly("Yes.");
        assertThat(new Queues(bridge).waiting("conversations.dead-letters")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void soIsOneThatBringsFilesOnly(boolean ownBroker) throws Exception {
        start(ownBroker);
        inbox.put(mail("<file@shop.example>", "", FILE.formatted("1,2,3")));
        await().until(() -> customer.received().size() == 1);
        inbox.put(mail("<file@shop.example>", "", FILE.formatted("4,5,6")));

        assertThat(new Queues(bridge).dead().reason()).startsWith("Another mail with the same Message-ID was sent before");
        assertThat(customer.received()).hasSize(1);
    }

    private void start(boolean ownBroker) throws Exception {
        Broker elsewhere = running.started(Broker.start(RunningBridge.settings(Map.of()), false));
        bridge = running.started(RunningBridge.start(
                ownBroker ? Map.of() : Map.of("BROKER_URL", elsewhere.properties().get("bridge.broker.url"))));
        inbox = new RawMail.Inbox(Integer.parseInt(bridge.property("bridge.imap.port")), "bridge", "bridge");
        customer = bridge.sandbox().phone("+15551230071");
        customer.send(SHOP, "Hello");
        List<MimeMessage> mails =
                await().until(() -> bridge.mailbox("bridge.mail.support").mails(), all -> !all.isEmpty());
        asked = mails.get(0).getMessageID();
    }

    private String mail(String id, String headers, String body) {
        return "From: support@example.com\nMessage-ID: " + id + "\nIn-Reply-To: " + asked + "\n" + headers + body + "\n";
    }

    private List<String> texts() {
        return customer.received().stream().map(Phone.Received::body).toList();
    }
}
