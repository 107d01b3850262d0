package dev.conversations.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.api.list.Page;
import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.api.text.Json;
import dev.conversations.model.Message;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioClientTest {

    private static final String CONVERSATION = "CH" + "0".repeat(32);
    private static final Operation CREATE = Operations.find("messages", "create").orElseThrow();
    private static final Operation LIST = Operations.find("messages", "list").orElseThrow();
    private static final Operation DELETE = Operations.find("messages", "delete").orElseThrow();

    private StubServer server;
    private PoolingHttpClientConnectionManager pool;
    private CloseableHttpClient http;
    private TwilioClient client;

    @BeforeEach
    void start() throws IOException {
        server = new StubServer();
        pool = new PoolingHttpClientConnectionManager();
        pool.setMaxTotal(1);
        http = HttpClientBuilder.create().setConnectionManager(pool).disableAutomaticRetries().disableRedirectHandling().build();
        client = new TwilioClient(http, server.base(), Credentials.basic("AC1", "token"));
    }

    @AfterEach
    void everyConnectionIsGivenBack() throws IOException {
        assertThat(pool.getTotalStats().getLeased()).isZero();
        http.close();
        server.close();
    }

    @Test
    void aReplyIsARecordThatKeepsWhatItDoesNotKnow() throws IOException {
        server.then(201, Map.of("Twilio-Request-Id", "RQ1"), """
                {"sid":"IM1","index":7,"media":[{"sid":"ME1","size":3}],"author":null,"tone":{"mood":"good"}}""");
        Result result = create(Map.of());
        assertThat(result.status()).isEqualTo(201);
        assertThat(result.requestId()).isEqualTo("RQ1");
        Message message = (Message) result.body();
        assertThat(message.sid()).isEqualTo("IM1");
        assertThat(message.index()).isEqualTo(7);
        assertThat(message.media()).containsExactly(Map.of("sid", "ME1", "size", 3));
        assertThat(message.extra()).isEqualTo(Map.of("tone", Map.of("mood", "good")));
        assertThat(Json.toMap(message)).containsEntry("tone", Map.of("mood", "good")).containsEntry("index", 7L);
        assertThat(Json.fromMap(Json.toMap(message), Message.class)).isEqualTo(message);
    }

    @Test
    void aRecordShowsItsSidsOnly() throws IOException {
        server.then(201, "{\"sid\":\"IM1\",\"body\":\"hello\",\"author\":\"+15551230001\"}");
        assertThat(create(Map.of()).body()).asString().contains("IM1").doesNotContain("hello").doesNotContain("555");
    }

    @Test
    void aDeleteBringsNothing() throws IOException {
        server.then(new StubServer.Stub(204, Map.of(), new byte[0], 0));
        assertThat(client.call(DELETE, Map.of("conversationSid", CONVERSATION, "sid", "IM" + "0".repeat(32))).body()).isNull();
    }

    @Test
    void aListIsAPageThatKnowsTheNext() throws IOException {
        server.then(200, """
                {"messages":[{"sid":"IM1"},{"sid":"IM2"}],
                 "meta":{"key":"messages","next_page_url":"https://conversations.twilio.com/v1/Conversations/CH1/Messages?PageToken=x"}}""");
        Page page = list();
        assertThat(page.items()).extracting(item -> ((Message) item).sid()).containsExactly("IM1", "IM2");
        server.then(200, "{\"messages\":[],\"meta\":{\"next_page_url\":null}}");
        Page last = (Page) client.follow(LIST, page.next(), Map.of()).body();
        assertThat(last.items()).isEmpty();
        assertThat(last.next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://evil.example//evil.example/v1/x", "https://evil.example/other", "mailto:a@b", "https://evil.example"})
    void aPageOutsideTheApiIsNeverFollowed(String url) {
        server.then(200, "{\"messages\":[],\"meta\":{\"next_page_url\":\"" + url + "\"}}");
        assertThatExceptionOfType(TwilioException.class).isThrownBy(this::list).withMessageContaining("outside the API");
    }

    @Test
    void aPageOnAnotherHostIsFetchedFromOurs() throws IOException {
        server.then(200, "{\"messages\":[],\"meta\":{}}");
        client.follow(LIST, URI.create("https://evil.example/v1/Conversations/CH1/Messages?PageToken=x"), Map.of());
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aRefusalTellsEverythingButWhatIsPersonal() {
        server.then(400, Map.of("Twilio-Request-Id", "RQ9", "Retry-After", "3"), """
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

    @Test
    void aRedirectIsNotFollowed() {
        server.then(302, Map.of("Location", "https://evil.example/"), "moved");
        assertThatExceptionOfType(TwilioException.class).isThrownBy(() -> create(Map.of()))
                .withMessageContaining("redirect").satisfies(e -> assertThat(e.getStatus()).isEqualTo(302));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>welcome</html>", "", "[]", "null", "{\"sid\":", "{\"index\":{}}", "{} trailing"})
    void aReplyThatIsNoRecordIsAClearErrorThatRepeatsNoneOfIt(String body) {
        server.then(new StubServer.Stub(200, Map.of(), body.getBytes(), body.isEmpty() ? 0 : body.length()));
        assertThatExceptionOfType(TwilioException.class).isThrownBy(() -> create(Map.of()))
                .withMessageStartingWith("messages/create: 200 Twilio accepted the request, but the reply cannot be read")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("welcome"));
    }

    @Test
    void aReplyThatIsCutOffIsAnIoException() {
        server.then(new StubServer.Stub(200, Map.of(), "{\"sid\"".getBytes(), 100));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> create(Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            messages/create      | messages/create may have been made at HOST, but no whole answer came: Premature end of
            conversations/update | conversations/update may have been done at HOST, but no whole answer came: Premature end of
            conversations/fetch  | conversations/fetch got no whole answer of HOST: Premature end of
            """)
    void whoGetsNoWholeAnswerHearsWhatMayHaveBeenDone(String operation, String message) {
        server.then(new StubServer.Stub(200, Map.of(), "{\"sid\"".getBytes(), 100));
        assertThatExceptionOfType(NoReply.class).isThrownBy(() -> call(operation))
                .withMessageStartingWith(message.replace("HOST", server.base().getAuthority()))
                .withCauseInstanceOf(IOException.class);
    }

    @Test
    void whatWasNeverSentIsSaidToBe() {
        server.close();
        assertThatExceptionOfType(NoReply.class).isThrownBy(() -> create(Map.of()))
                .withMessageStartingWith("messages/create was not sent to " + server.base().getAuthority() + ": ")
                .withMessageEndingWith("Connection refused").withCauseInstanceOf(ConnectException.class)
                .satisfies(e -> assertThat(RetryPolicy.wasNeverSent(e)).isTrue());
    }

    @ParameterizedTest
    @CsvSource({"AC1, accountSid (AC1) and authToken", "SK1, apiKeySid (SK1) and apiKeySecret"})
    void whoIsUnknownHearsWhichOptionsToLookAt(String user, String options) {
        server.then(401, "{\"code\":20003,\"message\":\"Authenticate\"}");
        assertThatExceptionOfType(TwilioException.class).isThrownBy(() -> new TwilioClient(
                http, server.base(), Credentials.basic(user, "hush")).call(CREATE, Map.of("conversationSid", CONVERSATION)))
                .withMessage("messages/create: 401 (code 20003) Authenticate: check " + options
                        + ", and that they are of the region that is called");
    }

    private Result call(String operation) throws IOException {
        return client.call(Operations.all().get(operation), operation.startsWith("messages")
                ? Map.of("conversationSid", CONVERSATION) : Map.of("sid", CONVERSATION));
    }

    @Test
    void aReplyThatNeverEndsIsNotReadToTheEnd() {
        byte[] huge = new byte[TwilioClient.MAX_REPLY_BYTES * 2];
        server.then(new StubServer.Stub(200, Map.of(), huge, huge.length));
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> create(Map.of())).withMessageContaining("longer than");
    }

    @Test
    void aRefusedTokenIsRenewedOnce() throws IOException {
        Credentials renewing = new Credentials() {
            private String token = "Bearer old";

            @Override
            public String authorization() {
                return token;
            }

            @Override
            public boolean refused(String authorization) {
                token = "Bearer new";
                return true;
            }
        };
        server.then(401, "{\"code\":20003}").then(201, "{\"sid\":\"IM1\"}");
        new TwilioClient(http, server.base(), renewing).call(CREATE, Map.of("conversationSid", CONVERSATION));
        assertThat(server.requests()).extracting(headers -> headers.getFirst("Authorization"))
                .containsExactly("Bearer old", "Bearer new");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", " ", ""})
    void aPathThatNamesNothingIsRefusedBeforeAnythingIsSent(String sid) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.call(CREATE, Map.of("conversationSid", sid))).withMessageContaining("conversationSid");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aMissingOrUnknownOptionIsNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> client.call(CREATE, Map.of()))
                .withMessage("messages/create needs option conversationSid");
        assertThatIllegalArgumentException().isThrownBy(() -> client.call(LIST, Map.of("body", "x")))
                .withMessageStartingWith("messages/list has no option body; it takes conversationSid");
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
                    http, URI.create("http://localhost:" + socket.getLocalPort()), Credentials.basic("AC1", "token"));

            assertThatThrownBy(() -> wild.call(DELETE, Map.of("conversationSid", CONVERSATION, "sid", "IM" + "0".repeat(32))))
                    .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("anna"));
            socket.close();
            served.handle((done, e) -> done).join();
        }
    }

    private static String stackTrace(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private Result create(Map<String, Object> more) throws IOException {
        Map<String, Object> arguments = new HashMap<>(more);
        arguments.put("conversationSid", CONVERSATION);
        return client.call(CREATE, arguments);
    }

    private Page list() throws IOException {
        return (Page) client.call(LIST, Map.of("conversationSid", CONVERSATION)).body();
    }
}
