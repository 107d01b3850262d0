// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.Timing;
import dev.conversations.app.RunningBridge;
import dev.conversations.app.mail.arrival.DeadLetter;
import dev.conversations.app.mail.server.Mailbox;
import dev.conversations.app.scene.Transcript.Line;
import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.Sandbox;
import jakarta.jms.JMSContext;
import jakarta.jms.QueueBrowser;
import jakarta.jms.TextMessage;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SceneTest {
    private static final String CUSTOMER = "+15551230001";
    private static final String SHOP = "+15559990000";
    private static final String QUESTION = "Hello! My order 4711 has not arrived yet.";
    private static final String MAILED = "Good morning! It left our house yesterday, you will have it tomorrow.";
    private static final String QUEUED = "Parcel 4711: out for delivery, between 9 and 12 o'clock.";

    private static final ByteArrayOutputStream CONSOLE = new ByteArrayOutputStream();

    private static RunningBridge bridge;
    private static Transcript transcript;
    private static String conversation;
    private static Sandbox sandbox;

    @BeforeAll
    static void play() throws Exception {
        transcript = new Transcript(new PrintStream(CONSOLE), Timing.SYSTEM);
        bridge = RunningBridge.start(RunningBridge.settings(Map.of()), transcript);
        sandbox = bridge.sandbox();
        conversation = new Scene(bridge.stage(), transcript).play();
    }

    @AfterAll
    static void stop() {
        bridge.close();
    }

    @Test
    void theTranscriptTellsWhoSaidWhatToWhomOnWhichChannel() {
        List<Line> lines = transcript.lines();

        assertThat(lines).extracting(Line::from, Line::channel, Line::to, Line::text).containsSubsequence(
                tuple(CUSTOMER, "SMS", SHOP, QUESTION),
                tuple("\"+15551230001 (SMS)\" <bridge@example.com>", "mail", "support@example.com", QUESTION),
                tuple("support@example.com", "mail", "bridge@example.com", MAILED),
                tuple(SHOP, "SMS", CUSTOMER, MAILED),
                tuple(SHOP, "SMS", CUSTOMER, QUEUED));
        assertThat(lines).extracting(Line::from, Line::channel, Line::to)
                .contains(
                        tuple("bridge", "queue", "conversations.messages"),
                        tuple("a program", "queue", "conversations.replies"));
        assertThat(lines).filteredOn(line -> line.channel().equals("queue"))
                .allSatisfy(line -> assertThat(line.text()).startsWith("{\""));
        assertThat(CONSOLE.toString()).contains("+15551230001  --SMS-->  +15559990000", QUESTION, MAILED, QUEUED);
    }

    @Test
    void whatReachesPeopleIsNamedBySids() {
        assertThat(transcript.lines()).filteredOn(line -> line.channel().equals("SMS"))
                .allSatisfy(line -> assertThat(line.ids()).startsWith(conversation + " IM"));
        assertThat(transcript.lines()).filteredOn(line -> line.to().equals(CUSTOMER))
                .allSatisfy(line -> assertThat(line.ids()).contains(" DY").endsWith(" delivered"));
    }

    @Test
    void theCustomerReceivesBothAnswers() {
        assertThat(sandbox.phone(CUSTOMER).received())
                .extracting(Phone.Received::from, Phone.Received::body, Phone.Received::conversationSid)
                .contains(tuple(SHOP, MAILED, conversation), tuple(SHOP, QUEUED, conversation));
    }

    @Test
    void theSupportTeamHasTheMailAndTheQueueTheJson() throws Exception {
        MimeMessage mail = bridge.mailbox("bridge.mail.support").mails().get(0);
        assertThat(mail.getMessageID()).startsWith("<" + conversation + ".IM");
        assertThat(mail.getContent().toString()).startsWith(QUESTION);

        try (JMSContext jms = bridge.connectionFactory().createContext();
                QueueBrowser queue = jms.createBrowser(jms.createQueue("conversations.messages"))) {
            TextMessage message = (TextMessage) Collections.list(queue.getEnumeration()).get(0);
            assertThat(message.getText()).contains("\"ConversationSid\":\"" + conversation + "\"", QUESTION);
            assertThat(message.getStringProperty("JMSXGroupID")).isEqualTo(conversation);
        }
    }

    @Test
    void theWebhooksWereSignedAndAccepted() {
        assertThat(sandbox.webhooks()).isNotEmpty().allSatisfy(webhook -> assertThat(webhook.status()).isEqualTo(200));
    }

    @Test
    void everyCommandThatIsPrintedWorks() throws Exception {
        assumeThat(shell("command -v curl").status()).as("curl is installed").isZero();
        Mailbox deadLetters = bridge.mailbox("bridge.mail.dead-letters");
        MimeMessage lost = new MimeMessage((Session) null);
        lost.setFrom("stranger@example.com");
        lost.setRecipients(Message.RecipientType.TO, "bridge@example.com");
        lost.setText("Is anybody there?");
        deadLetters.send(lost);
        await().until(() -> !deadLetters.mails().isEmpty());

        List<String> said = new ArrayList<>();
        for (String command : new Playground(bridge.stage(), conversation).commands()) {
            Shell shell = shell(command);
            assertThat(shell.status()).as(command + "\n" + shell.output()).isZero();
            said.add(shell.output());
        }

        assertThat(said).hasSize(9);
        assertThat(said.get(0)).contains("IM");
        assertThat(said.get(1)).contains(MAILED);
        assertThat(said.get(2)).contains("Message-ID: <" + conversation);
        assertThat(said.get(4)).contains(QUESTION);
        assertThat(said.get(6)).contains(DeadLetter.REASON + ": The mail answers no conversation");
        assertThat(said.get(7)).contains("Is anybody there?", "BridgeReason");
        assertThat(said.get(8)).contains("\"replayed\":1");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(sandbox.phone(CUSTOMER).received())
                .filteredOn(received -> "The yellow one.".equals(received.body()))
                .hasSize(2));
    }

    private record Shell(int status, String output) {}

    private static Shell shell(String command) throws Exception {
        Process process = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes());
        return new Shell(process.waitFor(), output);
    }
}
