// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.text.Json;
import dev.conversations.app.RunningBridge;
import dev.conversations.app.start.Port;
import dev.conversations.app.start.Settings;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.Message;
import jakarta.jms.Queue;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedServersTest {
    private static final Settings SETTINGS = RunningBridge.settings(Map.of());

    private static EmbeddedBroker broker;
    private static ActiveMQConnectionFactory factory;
    private static QueueWindow window;
    private static URI url;

    @BeforeAll
    static void open() throws Exception {
        broker = EmbeddedBroker.start(Port.claim(SETTINGS, "bridge.broker.port", "the broker"), "dead", Optional.empty());
        factory = new ActiveMQConnectionFactory(broker.url());
        Port port = Port.claim(SETTINGS, "bridge.broker.http-port", "the window");
        window = QueueWindow.open(port, factory, Set.of("in", "out", "many", "large"), broker::count,
                new ReplayCommand("dead", "again"));
        url = URI.create("http://localhost:" + port.number() + "/queues/");
    }

    @AfterAll
    static void close() throws Exception {
        window.close();
        factory.close();
        broker.close();
    }

    @Test
    void theWindowShowsWhatWaitsAndLeavesIt() throws Exception {
        try (JMSContext jms = factory.createContext()) {
            jms.createProducer().setProperty("BridgeReason", "why").send(jms.createQueue("out"), "{\"a\":1}");
            jms.createProducer().send(jms.createQueue("out"), "text".getBytes());
        }

        for (int times = 0; times < 2; times++) {
            assertThat(send("out", HttpRequest.newBuilder()).body())
                    .isEqualTo("[{\"BridgeReason\":\"why\",\"body\":{\"a\":1}},{\"body\":\"text\"}]");
        }
    }

    @Test
    void ofALongQueueTheWindowShowsAPageAndSaysHowManyThereAre() throws Exception {
        fill("many", 7_000, "{\"text\":\"Hello\"}");
        List<Object> shown = new ArrayList<>();
        String next = "many";
        while (next != null) {
            HttpResponse<String> answer = send(next, HttpRequest.newBuilder());
            List<?> page = (List<?>) Json.readObject(("{\"page\":" + answer.body() + "}").getBytes()).get("page");
            Map<?, ?> note = (Map<?, ?>) page.get(page.size() - 1);
            assertThat(note.get("messages")).as("messages on the queue").hasToString("7000");
            assertThat(note.get("from")).hasToString(String.valueOf(shown.size()));
            assertThat(note.get("shown")).hasToString("1000");
            assertThat(answer.headers().map()).containsEntry("queue-messages", List.of("7000"))
                    .containsEntry("queue-shown", List.of("1000"));
            shown.addAll(page.subList(0, page.size() - 1));
            next = (String) note.get("next");
        }
        assertThat(shown).hasSize(7_000);
        assertThat(send("many?to=3", HttpRequest.newBuilder()).statusCode()).isEqualTo(400);
    }

    @Test
    void aClientThatDoesNotReadOrWriteOnHoldsUpNoOther() throws Exception {
        fill("large", 1_000, "{\"text\":\"" + "x".repeat(6_000) + "\"}");
        try (Socket silent = new Socket(InetAddress.getLoopbackAddress(), url.getPort());
                Socket slow = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
            silent.getOutputStream().write("POST /queues/in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n".getBytes());
            slow.setReceiveBufferSize(1_000);
            slow.getOutputStream().write("GET /queues/large HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes());
            assertThat(slow.getInputStream().read()).isEqualTo('H');

            assertThat(send("out", HttpRequest.newBuilder().timeout(Duration.ofSeconds(10))).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theWindowPutsJsonOnAQueue() throws Exception {
        HttpResponse<String> answer = send("in", post("application/json", "{\"b\":2}"));

        assertThat(answer.statusCode()).isEqualTo(202);
        try (JMSContext jms = factory.createContext()) {
            assertThat(jms.createConsumer(jms.createQueue("in")).receiveBody(String.class, 5000))
                    .isEqualTo("{\"b\":2}");
        }
    }

    @Test
    void theWindowSendsDeadLettersBackToBeTriedAgain() throws Exception {
        try (JMSContext jms = factory.createContext()) {
            jms.createProducer().setProperty("BridgeReplay", "in").send(jms.createQueue("dead"), "one");
            jms.createProducer().send(jms.createQueue("dead"), "two");

            assertThat(send("replay", post("application/json", "{}")).body()).isEqualTo("{\"replayed\":2}");
            assertThat(send("replay", post("application/json", "{}")).body()).isEqualTo("{\"replayed\":0}");
            JMSConsumer again = jms.createConsumer(jms.createQueue("again"));
            Message first = again.receive(5000);
            assertThat(first.getBody(String.class)).isEqualTo("one");
            assertThat(first.getStringProperty("BridgeReplay")).isEqualTo("in");
            assertThat(again.receiveBody(String.class, 5000)).isEqualTo("two");
        }
        assertThat(send("replay", HttpRequest.newBuilder()).statusCode()).isEqualTo(405);
        assertThat(send("replay", post("text/plain", "{}")).statusCode()).isEqualTo(415);
    }

    @Test
    void noWebPageCanUseTheWindow() throws Exception {
        assertThat(send("in", post("text/plain", "{}")).statusCode()).isEqualTo(415);
        assertThat(Json.readObject(send("elsewhere", HttpRequest.newBuilder()).body().getBytes()))
                .containsKey("queues");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Host: evil.example", "Host: evil.example:80", "Host: localhost.evil.example", "Host: 127.0.0.1.evil.example", "Host: 127.1",
        "Host: localhost\r\nOrigin: https://evil.example", "Host: localhost\r\nOrigin: null", "Host: localhost\r\nOrigin: http://localhost:3000",
    })
    void noPageOfAnotherNameOrOriginReadsOrWritesThere(String headers) throws Exception {
        for (String request : List.of("GET /queues/in", "GET /queues/elsewhere", "POST /queues/in", "POST /queues/replay")) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
                socket.getOutputStream().write((request + " HTTP/1.1\r\n" + headers
                        + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}").getBytes());
                assertThat(new String(socket.getInputStream().readAllBytes())).as(request).startsWith("HTTP/1.1 403")
                        .containsIgnoringCase("X-Content-Type-Options: nosniff").doesNotContain("Access-Control");
            }
        }
    }

    @Test
    void nobodyReachesThemFromAnotherMachine() throws Exception {
        List<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();

        for (int port : new int[] {URI.create(broker.url()).getPort(), url.getPort()}) {
            assertThat(outside).allSatisfy(address ->
                    assertThatThrownBy(() -> new Socket(address, port).close()).isInstanceOf(ConnectException.class));
        }
    }

    /** Puts so many messages on a queue that is empty. */
    private static void fill(String queue, int messages, String text) {
        try (JMSContext jms = factory.createContext()) {
            Queue filled = jms.createQueue(queue);
            for (int i = 0; i < messages; i++) {
                jms.createProducer().setDeliveryMode(DeliveryMode.NON_PERSISTENT).send(filled, text);
            }
        }
        await().until(() -> broker.count(queue) == messages);
    }

    private static HttpRequest.Builder post(String type, String body) {
        return HttpRequest.newBuilder().header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static HttpResponse<String> send(String queue, HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.uri(url.resolve(queue)).build(), BodyHandlers.ofString());
    }
}
