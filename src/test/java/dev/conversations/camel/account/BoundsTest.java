// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.account;

import static dev.conversations.camel.account.HostileServer.OK;
import static dev.conversations.camel.account.HostileServer.path;
import static dev.conversations.camel.account.HostileServer.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.conversations.camel.ConversationsComponent;
import dev.conversations.camel.account.HostileServer.Behaviour;
import dev.conversations.camel.options.ConversationsConfiguration;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes, time and memory of a call, a file and a token have ends that no server can move. */
@Timeout(60)
class BoundsTest {

    private static final String SERVICE = "IS" + "0".repeat(32);
    private static final String MEDIA = "ME" + "0".repeat(32);

    /** More than the 10 MB of a reply, with what lies in the buffers of both sides. */
    private static final long SOME = 40L * 1024 * 1024;
    private static final byte[] BLOCK = new byte[64 * 1024];

    @TempDir
    private Path folder;

    private final CamelContext context = new DefaultCamelContext();
    private ConversationsConfiguration options;
    private HostileServer server;

    @BeforeEach
    void start() {
        options = context.getComponent("twilio-conversations", ConversationsComponent.class).getConfiguration();
        options.setAccountSid("AC" + "a".repeat(32));
        options.setAuthToken("token");
        options.setMaxRetries(0);
        options.setRequestTimeout(20_000);
        context.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        context.stop();
    }

    /** What is sent for ever, and what the error says. */
    static Stream<Arguments> floods() {
        return Stream.of(
                arguments("announced", OK + "Content-Length: 10737418240\r\n\r\n", "longer than"),
                arguments("unannounced", OK + "\r\n", "longer than"),
                arguments("gzip", OK + "Content-Encoding: gzip\r\n\r\n", "longer than"),
                arguments("headers", OK, "no HTTP reply"),
                arguments("header", OK + "X-Long: ", "no HTTP reply"),
                arguments("blank lines", "", "no HTTP reply"),
                arguments("interim", "", "no HTTP reply"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("floods")
    void aReplyWithoutEndIsNotReadOn(String kind, String begin, String error) throws Exception {
        server = new HostileServer((in, out) -> flood(in, out, kind, begin));
        aims();
        assertEndsEarly(send("conversations/fetch?sid=CH1", null), error);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("floods")
    void aTokenWithoutEndIsNotReadOn(String kind, String begin, String error) throws Exception {
        server = new HostileServer((in, out) -> flood(in, out, kind, begin));
        aims();
        oauth();
        assertEndsEarly(send("conversations/create", null), error.equals("longer than") ? "too long" : error);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("floods")
    void aFileWithoutEndIsNotReadOn(String kind, String begin, String error) throws Exception {
        server = new HostileServer(described((in, out) -> flood(in, out, kind, begin)));
        aims();
        assertEndsEarly(send("media/download?maxSize=1000&sid=" + MEDIA, null), error);
    }

    @Test
    void aPlaceThatIsGoneIsNotReadOn() throws Exception {
        server = new HostileServer(described((in, out) -> flood(in, out, "", "HTTP/1.1 404 Not Found\r\n\r\n")));
        aims();
        assertEndsEarly(send("media/download?sid=" + MEDIA, null), "404");
    }

    /** What comes at first, before bytes drop in. */
    static Stream<String> drips() {
        return Stream.of("", "HTTP/1.1 200 OK\r\nX-Slow: ", OK + "Content-Length: 1000\r\n\r\n", OK + "\r\n{",
                OK + "Transfer-Encoding: chunked\r\n\r\n3e8\r\n", "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 102 ");
    }

    @ParameterizedTest
    @MethodSource("drips")
    void aServerThatDripsEndsAtTheRequestTimeout(String begin) throws Exception {
        server = new HostileServer((in, out) -> drip(in, out, begin));
        aims();
        options.setRequestTimeout(300);
        assertEndsInTime(send("conversations/fetch?sid=CH1", null));
        assertEndsInTime(send("media/fetch?sid=" + MEDIA, null));
    }

    @ParameterizedTest
    @MethodSource("drips")
    void aTokenEndpointThatDripsEndsAtTheRequestTimeout(String begin) throws Exception {
        server = new HostileServer((in, out) -> drip(in, out, begin));
        aims();
        options.setRequestTimeout(300);
        oauth();
        assertEndsInTime(send("conversations/create", null));
    }

    @ParameterizedTest
    @MethodSource("drips")
    void aFileThatDripsEndsAtTheTotalTimeout(String begin) throws Exception {
        server = new HostileServer(described((in, out) -> drip(in, out, begin)));
        aims();
        options.setTotalTimeout(300);
        options.setRequestTimeout(250);
        assertEndsInTime(send("media/download?sid=" + MEDIA, null));
    }

    @Test
    void anUploadThatNobodyReadsEndsAtTheTotalTimeout() throws Exception {
        server = new HostileServer((in, out) -> server.isClosedWithin(60_000));
        aims();
        options.setTotalTimeout(300);
        options.setRequestTimeout(250);
        Path file = Files.write(folder.resolve("large"), new byte[32 * 1024 * 1024]);
        assertThat(send("media/upload", file).getException()).hasMessageContaining("within 300 ms");
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void aHandshakeThatDripsEndsAtTheRequestTimeout() throws Exception {
        server = new HostileServer((in, out) -> drip(in, out, "\u0016\u0003\u0003\u0040\u0000\u0002\u0000\u0030\u0000"));
        options.setBaseUri("https://localhost:" + server.port());
        options.setRequestTimeout(300);
        assertEndsInTime(send("conversations/fetch?sid=CH1", null));
    }

    @Test
    void aConnectionThatTheServerClosedWhileItRestedIsNoFailureOfACreate() throws Exception {
        server = new HostileServer((in, out) -> {
            path(in);
            write(out, OK + "Content-Length: 13\r\n\r\n{\"sid\":\"CH1\"}");
        });
        aims();
        for (int call = 1; call <= 5; call++) {
            assertThat(send("conversations/create?friendlyName=x", null).getException()).isNull();
            int calls = call;
            Awaitility.await().pollDelay(Duration.ofMillis(30)).atMost(Duration.ofSeconds(10))
                    .until(() -> server.ended() == calls);
        }
        assertThat(server.connections()).isEqualTo(5);
    }

    private void aims() {
        options.setBaseUri("http://localhost:" + server.port());
        options.setMediaBaseUri(options.getBaseUri());
    }

    private void oauth() {
        options.setOauthClientId("OQ1");
        options.setOauthClientSecret("secret");
    }

    private void flood(InputStream in, OutputStream out, String kind, String begin) throws IOException {
        path(in);
        write(out, begin);
        switch (kind) {
            case "headers" -> endless(out, "X-More: of it\r\n");
            case "blank lines" -> endless(out, "\r\n");
            case "interim" -> endless(out, "HTTP/1.1 102 Processing\r\n\r\n");
            case "gzip" -> endless(new GZIPOutputStream(out), " ");
            default -> endless(out, "x");
        }
    }

    private void endless(OutputStream out, String text) throws IOException {
        byte[] block = text.repeat(BLOCK.length / text.length()).getBytes();
        while (!server.isClosedWithin(0)) {
            out.write(block);
        }
    }

    private void drip(InputStream in, OutputStream out, String begin) throws IOException {
        path(in);
        write(out, begin);
        server.drip(out, "7".repeat(1000));
    }

    private static Behaviour described(Behaviour content) {
        String json = "{\"sid\":\"ME1\",\"links\":{\"content_direct_temporary\":\"/content\"}}";
        return (in, out) -> {
            for (String path = path(in); path != null; path = path(in)) {
                if (path.equals("/content")) {
                    content.to(new SequenceInputStream(new ByteArrayInputStream("GET / \r\n\r\n".getBytes()), in), out);
                    return;
                }
                write(out, OK + "Content-Length: " + json.length() + "\r\n\r\n" + json);
            }
        };
    }

    private void assertEndsEarly(Exchange exchange, String error) {
        assertThat(exchange.getException()).isNotNull();
        assertThat(exchange.getException()).hasMessageContaining(error);
        Awaitility.await().atMost(10, TimeUnit.SECONDS).until(() -> server.ended() == server.connections());
        assertThat(server.written()).isLessThan(SOME);
    }

    private void assertEndsInTime(Exchange exchange) {
        assertThat(exchange.getException()).isNotNull().hasMessageContaining("No whole reply came within");
        assertThat(exchange.getClock().elapsed()).isLessThan(5000);
    }

    private Exchange send(String operation, Object body) {
        String service = operation.startsWith("media") ? (operation.contains("?") ? "&" : "?") + "chatServiceSid=" + SERVICE : "";
        return context.createProducerTemplate().send("twilio-conversations:" + operation + service,
                exchange -> exchange.getMessage().setBody(body));
    }
}
