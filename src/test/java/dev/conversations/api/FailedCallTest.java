// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of a call that brings nothing to go on with. */
class FailedCallTest {

    private static final String CONVERSATION = "CH" + "0".repeat(32);
    private static final Operation CREATE = Operations.find("messages", "create").orElseThrow();
    private static final Operation DELETE = Operations.find("messages", "delete").orElseThrow();

    private StubbedClient stubbed;

    @BeforeEach
    void start() throws IOException {
        stubbed = new StubbedClient();
    }

    @AfterEach
    void everyConnectionIsGivenBack() throws IOException {
        stubbed.close();
    }

    @Test
    void aRefusalTellsEverythingButWhatIsPersonal() {
        stubbed.server.then(400, Map.of("Twilio-Request-Id", "RQ9", "Retry-After", "3"), """
                {"code":50407,"message":"Address +15551230001 of ann@example.org is invalid for 'Hello Ann'",
                 "more_info":"https://www.twilio.com/docs/errors/50407","status":400}""");
        assertThatThrownBy(() -> create(Map.of("body", "Hello Ann"))).isInstanceOfSatisfying(TwilioException.class, e -> {
            assertThat(e.getOperation()).isEqualTo("messages/create");
            assertThat(e.getStatus()).isEqualTo(400);
            assertThat(e.getCode()).isEqualTo(50407);
            assertThat(e.getMoreInfo()).isEqualTo("https://www.twilio.com/docs/errors/50407");
            assertThat(e.getRequestId()).isEqualTo("RQ9");
            assertThat(e.getRetryAfter()).contains(Duration.ofSeconds(3));
            assertThat(e.getMessage()).contains("messages/create", "400", "50407", "invalid", "RQ9")
                    .doesNotContain("555").doesNotContain("example.org").doesNotContain("Hello Ann");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>welcome</html>", "", "[]", "null", "{\"sid\":", "{\"index\":{}}", "{} trailing"})
    void aReplyThatIsNoRecordIsAClearErrorThatRepeatsNoneOfIt(String body) {
        stubbed.server.then(new StubServer.Stub(200, Map.of(), body.getBytes(), body.isEmpty() ? 0 : body.length()));
        assertThatExceptionOfType(TwilioException.class).isThrownBy(() -> create(Map.of()))
                .withMessageStartingWith("messages/create: 200 Twilio accepted the request, but the reply cannot be read")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("welcome"));
    }

    @Test
    void aReplyThatIsCutOffIsAnIoException() {
        stubbed.server.then(new StubServer.Stub(200, Map.of(), "{\"sid\"".getBytes(), 100));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> create(Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            messages/create      | messages/create may have been made at HOST, but no whole answer came: Premature end of
            conversations/update | conversations/update may have been done at HOST, but no whole answer came: Premature end of
            conversations/fetch  | conversations/fetch got no whole answer of HOST: Premature end of
            """)
    void whoGetsNoWholeAnswerHearsWhatMayHaveBeenDone(String operation, String message) {
        stubbed.server.then(new StubServer.Stub(200, Map.of(), "{\"sid\"".getBytes(), 100));
        assertThatExceptionOfType(NoReply.class).isThrownBy(() -> call(operation))
                .withMessageStartingWith(message.replace("HOST", stubbed.server.base().getAuthority()))
                .withCauseInstanceOf(IOException.class);
    }

    @Test
    void whatWasNeverSentIsSaidToBe() {
        stubbed.server.close();
        assertThatExceptionOfType(NoReply.class).isThrownBy(() -> create(Map.of()))
                .withMessageStartingWith("messages/create was not sent to " + stubbed.server.base().getAuthority() + ": ")
                .withMessageEndingWith("Connection refused").withCauseInstanceOf(ConnectException.class)
                .satisfies(e -> assertThat(RetryPolicy.wasNeverSent(e)).isTrue());
    }

    @ParameterizedTest
    @CsvSource({"AC1, accountSid (AC1) and authToken", "SK1, apiKeySid (SK1) and apiKeySecret"})
    void whoIsUnknownHearsWhichOptionsToLookAt(String user, String options) {
        stubbed.server.then(401, "{\"code\":20003,\"message\":\"Authenticate\"}");
        assertThatExceptionOfType(TwilioException.class).isThrownBy(() -> new TwilioClient(
                stubbed.http, stubbed.server.base(), Credentials.basic(user, "hush")).call(CREATE, Map.of("conversationSid", CONVERSATION)))
                .withMessage("messages/create: 401 (code 20003) Authenticate: check " + options
                        + ", and that they are of the region that is called");
    }

    @Test
    void aReplyThatNeverEndsIsNotReadToTheEnd() {
        byte[] huge = new byte[TwilioClient.MAX_REPLY_BYTES * 2];
        stubbed.server.then(new StubServer.Stub(200, Map.of(), huge, huge.length));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> create(Map.of())).withMessageContaining("longer than");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "HTTP/1.1 anna@example.org\r\n\r\n",
        "anna@example.org says no\r\n\r\n",
        "HTTP/1.1 200 OK\r\nanna@example.org\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: anna@example.org\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: anna@example.org\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nanna@example.org\r\n",
    })
    void whatIsNoHttpIsNotRepeated(String reply) throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = CompletableFuture.runAsync(() -> {
                try (Socket peer = socket.accept()) {
                    peer.getInputStream().read();
                    peer.getOutputStream().write(reply.getBytes(StandardCharsets.US_ASCII));
                    peer.shutdownOutput();
                    peer.getInputStream().readAllBytes();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            TwilioClient wild = new TwilioClient(
                    stubbed.http, URI.create("http://localhost:" + socket.getLocalPort()), Credentials.basic("AC1", "token"));

            assertThatThrownBy(() -> wild.call(DELETE, Map.of("conversationSid", CONVERSATION, "sid", "IM" + "0".repeat(32))))
                    .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("anna"));
            socket.close();
            served.handle((done, e) -> done).join();
        }
    }

    private Result call(String operation) throws IOException {
        return stubbed.client.call(Operations.all().get(operation), operation.startsWith("messages")
                ? Map.of("conversationSid", CONVERSATION) : Map.of("sid", CONVERSATION));
    }

    private static String stackTrace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private Result create(Map<String, Object> more) throws IOException {
        Map<String, Object> arguments = new HashMap<>(more);
        arguments.put("conversationSid", CONVERSATION);
        return stubbed.client.call(CREATE, arguments);
    }
}
