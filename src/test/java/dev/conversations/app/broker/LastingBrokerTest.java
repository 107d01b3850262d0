// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.conversations.app.BridgeProcess;
import dev.conversations.app.RunningBridge;
import dev.conversations.app.start.Port;
import dev.conversations.app.start.Services;
import dev.conversations.app.start.Settings;
import dev.conversations.app.start.StartFailure;
import dev.conversations.testing.FreePort;
import dev.conversations.webhook.Signature;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the embedded broker holds when Twilio is the real one. */
class LastingBrokerTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final Map<String, String> TWILIO = Map.of(
            "TWILIO_ACCOUNT_SID", "AC0123456789abcdef0123456789abcdef", "TWILIO_AUTH_TOKEN", TOKEN,
            "TWILIO_BASE_URI", "http://localhost:1", "PUBLIC_URL", "https://bridge.shop.example",
            "MAIL_EMBEDDED", "true");

    @TempDir
    private Path directory;

    @Test
    void whatTwilioWasThankedForSurvivesAKill() throws Exception {
        Map<String, String> environment = new TreeMap<>(TWILIO);
        environment.put("HTTP_PORT", String.valueOf(FreePort.next()));
        try (BridgeProcess bridge = BridgeProcess.start(directory, environment)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> bridge.out().contains("The bridge is up."));
            assertThat(bridge.out()).contains(", embedded, kept in data/broker");
            assertThat(webhook(environment.get("HTTP_PORT"))).isEqualTo(200);
            bridge.kill();
        }

        try (Held held = new Held(directory.resolve("data/broker"))) {
            assertThat(held.next("conversations.messages").getBody(String.class)).contains("\"Body\":\"Hello\"");
        }
    }

    @Test
    void whatWasPutIsThereAfterAStopInItsOrderAndOnlyUntilTaken() throws Exception {
        try (Held held = new Held(directory)) {
            for (String text : List.of("1", "2", "3")) {
                held.put(text, 0);
            }
        }
        try (Held held = new Held(directory)) {
            assertThat(held.next("some").getBody(String.class)).isEqualTo("1");
        }
        try (Held held = new Held(directory)) {
            assertThat(held.next("some").getBody(String.class)).isEqualTo("2");
            assertThat(held.next("some").getBody(String.class)).isEqualTo("3");
        }
    }

    @Test
    void whatWasRolledBackComesAgainAfterASecond() throws Exception {
        try (Held held = new Held(directory);
                JMSContext jms = held.factory.createContext(JMSContext.SESSION_TRANSACTED);
                JMSConsumer consumer = jms.createConsumer(jms.createQueue("some"))) {
            held.put("again", 0);
            assertThat(consumer.receive(5000)).isNotNull();
            long since = System.nanoTime();
            jms.rollback();

            assertThat(consumer.receive(5000).getJMSRedelivered()).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - since)).isGreaterThan(Duration.ofMillis(900));
            jms.commit();
        }
    }

    @Test
    void whatExpiresIsADeadLetterEvenIfNobodyHasEverLookedForOne() throws Exception {
        try (Held held = new Held(directory)) {
            held.put("late", 1);
            try (JMSContext jms = held.factory.createContext();
                    JMSConsumer consumer = jms.createConsumer(jms.createQueue("some"))) {
                assertThat(consumer.receive(50)).isNull();
            }
            assertThat(held.next("dead").getBody(String.class)).isEqualTo("late");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseOnTheMachineReadsWhatPeopleWrote() throws Exception {
        Path data = directory.resolve("data/broker");
        try (Held held = new Held(data)) {
            held.put("Hello", 0);

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data))).isEqualTo("rwx------");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatOthersCouldReadIsTakenFromThemBeforeAnythingIsWritten() throws Exception {
        Path data = Files.createDirectory(directory.resolve("empty"));
        opened(data);
        try (Held held = new Held(data)) {
            held.put("Hello", 0);
            assertThat(directories(data)).hasSizeGreaterThan(4).allMatch(path -> permissions(path).equals("rwx------"));
        }
        try (Stream<Path> all = Files.walk(data)) {
            all.forEach(LastingBrokerTest::opened);
        }
        try (BrokerData again = BrokerData.claim(RunningBridge.settings(Map.of("BROKER_DATA", data.toString())));
                Stream<Path> all = Files.walk(again.directory())) {
            assertThat(all).hasSizeGreaterThan(5).allMatch(path -> permissions(path).endsWith("------"));
        }
        try (Held held = new Held(data)) {
            assertThat(held.next("some").getBody(String.class)).isEqualTo("Hello");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDirectoryWithOtherThingsInItIsNotTakenFromAnybody() throws Exception {
        Path shared = Files.createDirectory(directory.resolve("shared"));
        Path other = Files.createFile(shared.resolve("other"));
        opened(shared);
        opened(other);

        assertThatThrownBy(() -> new Held(shared))
                .isInstanceOf(StartFailure.class)
                .hasMessage("bridge.broker.data (BROKER_DATA) is '" + shared + "': others may read it, and other things"
                        + " lie there. Choose a directory of its own, or say chmod -R go= for this one.");
        assertThat(permissions(shared)).isEqualTo("rwxr-xr-x");
        assertThat(directories(shared)).containsExactly(shared);
    }

    private static void opened(Path path) {
        try {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> directories(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    @Test
    void twoBridgesDoNotShareADirectory() throws Exception {
        try (Held held = new Held(directory)) {
            assertThatThrownBy(() -> new Held(directory))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("bridge.broker.data (BROKER_DATA) is '" + directory
                            + "': another bridge keeps its queues there. Stop that one, or choose another directory.");
            assertThat(held).isNotNull();
        }
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsNamedWithAWayOut() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> RunningBridge.start(
                RunningBridge.settings(TWILIO).with(Map.of("bridge.broker.data", file.toString()))))
                .isInstanceOf(StartFailure.class)
                .hasMessage("bridge.broker.data (BROKER_DATA) is '" + file + "': it cannot be written."
                        + " Choose another directory, or a broker with bridge.broker.url (BROKER_URL).");
    }

    private static int webhook(String port) throws Exception {
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "AccountSid", TWILIO.get("TWILIO_ACCOUNT_SID"), "EventType", "onMessageAdded", "Source", "SMS",
                "ConversationSid", "CH0123456789abcdef0123456789abcdef",
                "MessageSid", "IM0123456789abcdef0123456789abcdef", "Attributes", "{}",
                "Author", "+15551230001", "Body", "Hello"));
        Map<String, List<String>> signed = new TreeMap<>();
        parameters.forEach((name, value) -> signed.put(name, List.of(value)));
        String form = parameters.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/twilio/conversations"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-Twilio-Signature", Signature.sign(
                                TOKEN, TWILIO.get("PUBLIC_URL") + "/twilio/conversations", signed))
                        .POST(BodyPublishers.ofString(form)).build(),
                BodyHandlers.discarding()).statusCode();
    }

    /** A broker with what a directory holds. */
    private static final class Held implements AutoCloseable {
        private final Services services = new Services();
        private final ActiveMQConnectionFactory factory;

        Held(Path directory) throws Exception {
            Settings settings = RunningBridge.settings(Map.of("BROKER_DATA", directory.toString()));
            BrokerData data = services.started(BrokerData.claim(settings));
            EmbeddedBroker broker = services.started(EmbeddedBroker.start(
                    Port.claim(settings, "bridge.broker.port", "the broker"), "dead", Optional.of(data)));
            factory = services.started(new ActiveMQConnectionFactory(broker.url()));
        }

        void put(String text, long millisToLive) {
            try (JMSContext jms = factory.createContext()) {
                jms.createProducer().setTimeToLive(millisToLive).send(jms.createQueue("some"), text);
            }
        }

        Message next(String queue) {
            try (JMSContext jms = factory.createContext();
                    JMSConsumer consumer = jms.createConsumer(jms.createQueue(queue))) {
                Message message = consumer.receive(10_000);
                assertThat(message).as("a message on " + queue).isNotNull();
                return message;
            }
        }

        @Override
        public void close() {
            services.close();
        }
    }
}
