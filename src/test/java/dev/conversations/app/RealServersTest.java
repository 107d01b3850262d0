// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.conversations.app.broker.Broker;
import dev.conversations.app.mail.server.Mailbox;
import dev.conversations.app.start.Port;
import dev.conversations.app.start.Settings;
import dev.conversations.webhook.Signature;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same routes with a Twilio, a broker and a mail server of somebody else. */
class RealServersTest {
    private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    private static final String CONVERSATION = "CH0123456789abcdef0123456789abcdef";
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String AWKWARD = "p&ss w=rd+%41#{{x}}?)";

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final TwilioStandIn twilio = new TwilioStandIn();
    private final Queue<Integer> trouble = twilio.trouble();
    private final Queue<String> created = twilio.created();
    private GreenMail mail;
    private Broker broker;
    private ActiveMQConnectionFactory queues;
    private RunningBridge bridge;

    @BeforeEach
    void start() throws Exception {
        twilio.start();
        running.push(twilio);

        Settings free = RunningBridge.settings(Map.of());
        broker = Broker.start(free, false);
        running.push(broker);
        String url = broker.properties().get("bridge.broker.url");
        queues = new ActiveMQConnectionFactory(url);
        running.push(queues);
        Port smtp = Port.claim(free, "bridge.smtp.port", "SMTP");
        Port imap = Port.claim(free, "bridge.imap.port", "IMAP");
        mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(smtp.number(), "127.0.0.1", "smtp"), new ServerSetup(imap.number(), "127.0.0.1", "imap")
        });
        mail.getUserManager().setSieveIgnoreDetail(true);
        mail.setUser("desk@shop.example", "desk", "desk");
        mail.setUser("bridge@shop.example", "bridge+shop@shop.example", AWKWARD);
        mail.setUser("lost@shop.example", "lost", "lost");
        mail.start();
        running.push(mail::stop);

        Map<String, String> environment = new TreeMap<>(Map.of(
                "TWILIO_ACCOUNT_SID", ACCOUNT,
                "TWILIO_AUTH_TOKEN", TOKEN,
                "TWILIO_BASE_URI", twilio.base(),
                "BROKER_URL", url,
                "MAIL_SECRET", "a secret",
                "MAIL_SUPPORT", "desk@shop.example",
                "MAIL_BRIDGE", "bridge@shop.example",
                "MAIL_DEAD_LETTERS", "lost@shop.example",
                "PUBLIC_URL", "https://bridge.shop.example"));
        for (Port port : List.of(smtp, imap)) {
            String name = Settings.variable(port.setting()).replace("PORT", "");
            environment.putAll(Map.of(name + "HOST", "localhost", name + "PORT", String.valueOf(port.number()),
                    name + "SECURITY", "none",
                    name + "USERNAME", "bridge+shop@shop.example", name + "PASSWORD", AWKWARD));
        }
        bridge = RunningBridge.start(environment);
        running.push(bridge);
    }

    @AfterEach
    void stop() throws Exception {
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }

    @Test
    void nothingIsEmbeddedAndTheRoutesAreTheSame() throws Exception {
        assertThat(bridge.surroundings().sandbox()).isEmpty();
        assertThat(webhook(Map.of("Author", "+15551230001", "Body", "Hello"))).isEqualTo(200);
        assertThat(mail.waitForIncomingEmail(5000, 1)).isTrue();
        MimeMessage received = mail.getReceivedMessagesForDomain("desk@shop.example")[0];
        assertThat(received.getContent().toString()).startsWith("Hello");
        assertThat(next("conversations.messages").getBody(String.class)).contains("\"Body\":\"Hello\"");

        new Mailbox("desk@shop.example", mail.getSmtp().getPort(), mail.getImap().getPort())
                .answer(received, "Welcome");

        await().until(() -> !created.isEmpty());
        assertThat(created.poll())
                .startsWith("/v1/Conversations/" + CONVERSATION + "/Messages?")
                .contains("Body=Welcome", "Author=desk%40shop.example");
    }

    @Test
    void anAnswerWaitsWhileTwilioIsTooBusy() {
        trouble.addAll(List.of(429, 429));
        answer();

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() ->
                assertThat(created).singleElement().asString().contains("Body=Welcome"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anAnswerWhoseFateIsUnknownIsLookedForAndSentOnce(boolean wasCreated) {
        twilio.createsDespiteTrouble(wasCreated);
        trouble.add(500);
        answer();

        await().untilAsserted(() -> assertThat(created).hasSize(1));
        answer("Thanks");
        await().untilAsserted(() -> assertThat(created).hasSize(2));
        assertThat(created).first().asString().contains("Body=Welcome");
    }

    @Test
    void anAnswerThatTwilioKeepsFailingOnIsKeptWithTheWayBack() throws Exception {
        trouble.addAll(Collections.nCopies(30, 500));
        answer();

        Message dead = next("conversations.dead-letters");
        assertThat(dead.getStringProperty("BridgeReason")).startsWith("messages/create: 500");
        assertThat(dead.getStringProperty("BridgeReplay")).isEqualTo("conversations.replies");
        assertThat(trouble).as("of 30 tries, five of the first delivery and of each of three more").hasSize(10);
        assertThat(created).isEmpty();
    }

    @Test
    void anAnswerByMailStaysInTheMailboxWhileTwilioIsOutOfService() throws Exception {
        assertThat(webhook(Map.of("Author", "+15551230001", "Body", "Hello"))).isEqualTo(200);
        assertThat(mail.waitForIncomingEmail(5000, 1)).isTrue();
        trouble.addAll(Collections.nCopies(10, 503));
        new Mailbox("desk@shop.example", mail.getSmtp().getPort(), mail.getImap().getPort())
                .answer(mail.getReceivedMessagesForDomain("desk@shop.example")[0], "Welcome");

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() ->
                assertThat(created).singleElement().asString().contains("Body=Welcome"));
        try (JMSContext jms = queues.createContext();
                JMSConsumer consumer = jms.createConsumer(jms.createQueue("conversations.dead-letters"))) {
            assertThat(consumer.receiveNoWait()).isNull();
        }
    }

    @Test
    void aMessageThatCannotBeMailedIsKeptOnAQueueAndAcknowledged() throws Exception {
        mail.getSmtp().stopService();

        assertThat(webhook(Map.of("Author", "+15551230001", "Body", "Hello"))).isEqualTo(200);

        Message dead = next("conversations.dead-letters");
        assertThat(dead.getStringProperty("BridgeRoute")).isEqualTo("queue-to-email");
        assertThat(dead.getStringProperty("BridgeReplay")).isEqualTo("conversations.email");
        assertThat(dead.getStringProperty("BridgeReason")).isNotBlank();
        assertThat(dead.getBody(String.class)).contains("\"Body\":\"Hello\"");
    }

    @Test
    void aMessageThatNobodyTakesIsNotAcknowledged() throws Exception {
        mail.getSmtp().stopService();
        broker.close();

        assertThat(webhook(Map.of("Author", "+15551230001", "Body", "Hello"))).isEqualTo(500);
    }

    private void answer() {
        answer("Welcome");
    }

    private void answer(String text) {
        try (JMSContext jms = queues.createContext()) {
            jms.createProducer().send(jms.createQueue("conversations.replies"),
                    "{\"conversationSid\":\"" + CONVERSATION + "\",\"body\":\"" + text + "\"}");
        }
    }

    private int webhook(Map<String, String> more) throws Exception {
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "AccountSid", ACCOUNT, "EventType", "onMessageAdded", "Source", "SMS", "ConversationSid", CONVERSATION,
                "MessageSid", "IM0123456789abcdef0123456789abcdef", "Attributes", "{}"));
        parameters.putAll(more);
        String form = parameters.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        Map<String, List<String>> signed = new TreeMap<>();
        parameters.forEach((name, value) -> signed.put(name, List.of(value)));
        String signature = Signature.sign(TOKEN, "https://bridge.shop.example/twilio/conversations", signed);
        String port = bridge.property("bridge.http.port");
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/twilio/conversations"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-Twilio-Signature", signature)
                        .POST(BodyPublishers.ofString(form)).build(),
                BodyHandlers.ofString()).statusCode();
    }

    private Message next(String queue) {
        try (JMSContext jms = queues.createContext();
                JMSConsumer consumer = jms.createConsumer(jms.createQueue(queue))) {
            Message message = consumer.receive(10_000);
            assertThat(message).as("a message on " + queue).isNotNull();
            return message;
        }
    }
}
