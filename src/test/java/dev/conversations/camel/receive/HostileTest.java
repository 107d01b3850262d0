// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers may send: the answer is 4xx, no route runs, and the application lives. */
class HostileTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";

    private static Webhooks webhooks;

    @BeforeAll
    static void start() throws Exception {
        webhooks = Webhooks.from("all?maxBodySize=100000");
    }

    @AfterAll
    static void stop() throws Exception {
        webhooks.close();
    }

    @AfterEach
    void theApplicationLives() throws Exception {
        assertThat(webhooks.mock("events").getReceivedCounter()).isZero();
        assertThat(webhooks.tell(Webhooks.event("onMessageAdded")).statusCode()).isEqualTo(200);
        webhooks.mock("events").reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "GET", "PUT", "DELETE", "HEAD", "OPTIONS"})
    void everyMethod(String method) throws Exception {
        assertThat(send(method + " " + Webhooks.PATH + " HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n"))
                .isBetween(400, 499);
    }

    @Test
    void tenThousandFields() throws Exception {
        String body = IntStream.range(0, 10_000).mapToObj(i -> "a" + i + "=").collect(Collectors.joining("&"));

        assertThat(post(FORM, body)).isEqualTo(400);
        assertThat(send("GET " + Webhooks.PATH + "?" + body + " HTTP/1.1\r\nHost: h\r\n\r\n")).isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a=%", "a=%4", "%zz=1", "a=%C3", "a=%ff%fe", "&&&&", "=", "a\u0000=\u0001"})
    void malformedForms(String body) throws Exception {
        assertThat(post(FORM, body)).isBetween(400, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[", "[1,", "\"", "nul", "{\"a\":}", "[[[[[[", "\u0000"})
    void brokenJson(String body) throws Exception {
        assertThat(post(JSON, body)).isEqualTo(403);
        assertThat(post(JSON, body.repeat(1000))).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "text/plain", "multipart/form-data; boundary=x", ";", "application/xml", "a/b, c/d", "\u00ff"
    })
    void wrongContentTypes(String type) throws Exception {
        assertThat(post("Content-Type: " + type + "\r\n", "EventType=onMessageAdded")).isBetween(400, 415);
    }

    @Test
    void bodiesLargerThanSaidOrAllowed() throws Exception {
        assertThat(post(FORM, "a".repeat(100_001))).isEqualTo(413);
        assertThat(send("POST " + Webhooks.PATH + " HTTP/1.1\r\nHost: h\r\n" + FORM
                + "Transfer-Encoding: chunked\r\n\r\n"
                + ("ffff\r\n" + "a".repeat(0xffff) + "\r\n").repeat(2) + "0\r\n\r\n")).isEqualTo(413);
    }

    @Test
    void whatIsTooLongOrTooSlowIsTheLastOfItsConnection() throws Exception {
        String next = "GET /next HTTP/1.1\r\nHost: h\r\n\r\n";
        for (String request : List.of(
                head(FORM, 100_001) + "a".repeat(100_001) + next, head(FORM, 1_000_000) + "a".repeat(200_000), head(FORM, 10) + "a")) {
            try (Socket socket = connect()) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

                assertThat(answers).containsOnlyOnce("HTTP/1.1 ").containsPattern("HTTP/1.1 4(08|13) ").containsIgnoringCase("connection: close");
            }
        }
    }

    @Test
    void slowBodiesDoNotKeepOthersWaiting() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                Socket socket = connect();
                socket.getOutputStream().write(head(FORM, 1000).getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().write('a');
                slow.add(socket);
            }
            long start = System.nanoTime();
            assertThat(webhooks.tell(Webhooks.event("onMessageAdded")).statusCode()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            for (Socket socket : slow) {
                assertThat(status(socket.getInputStream())).isEqualTo(408);
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
            webhooks.mock("events").reset();
        }
    }

    @Test
    void bodiesThatNeverEnd() throws Exception {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(head(FORM, 1000).getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            assertThat(status(socket.getInputStream())).isIn(-1, 400, 408);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anythingAtAll(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            String signature = "X-Twilio-Signature: " + text(random, 40) + "\r\n";
            String head = List.of(FORM, JSON, signature).get(random.nextInt(3));
            String body = random.nextBoolean() ? text(random, 2000) : mutated(random);

            assertThat(post(head, body)).as("seed %d, request %d", seed, i).isBetween(400, 499);
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 10);
    }

    /** A good form with some characters replaced. */
    private static String mutated(Random random) {
        StringBuilder form = new StringBuilder(Webhooks.form(Webhooks.event("onMessageAdded", "Body", "Hi")));
        for (int i = random.nextInt(5); i >= 0; i--) {
            form.setCharAt(random.nextInt(form.length()), (char) random.nextInt(256));
        }
        return form.toString();
    }

    private static String text(Random random, int max) {
        return random.ints(random.nextInt(max), 0x21, 0x7f)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int post(String headers, String body) throws IOException {
        return send(head(headers, body.length()) + body);
    }

    private static String head(String headers, int length) {
        return "POST " + Webhooks.PATH + " HTTP/1.1\r\nHost: h\r\n" + headers
                + "Content-Length: " + length + "\r\n\r\n";
    }

    /** The status of the answer; bytes are what the characters are in Latin-1. */
    private static int send(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return status(socket.getInputStream());
        }
    }

    private static Socket connect() throws IOException {
        URI server = URI.create(webhooks.url("/"));
        Socket socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        return socket;
    }

    private static int status(InputStream answer) throws IOException {
        String line = new String(answer.readNBytes("HTTP/1.1 200".length()), StandardCharsets.ISO_8859_1);
        return line.length() < 12 ? -1 : Integer.parseInt(line.substring(9));
    }
}
