// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.conversations.api.list.Page;
import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.api.text.Json;
import dev.conversations.model.Message;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call sends, and what it brings. */
class CallTest {

    private static final String CONVERSATION = "CH" + "0".repeat(32);
    private static final Operation CREATE = Operations.find("messages", "create").orElseThrow();
    private static final Operation LIST = Operations.find("messages", "list").orElseThrow();
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
    void aReplyIsARecordThatKeepsWhatItDoesNotKnow() throws IOException {
        stubbed.server.then(201, Map.of("Twilio-Request-Id", "RQ1"), """
                {"sid":"IM1","index":7,"media":[{"sid":"ME1","size":3}],"author":null,"tone":{"mood":"good"}}""");
        Result result = create();
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
        stubbed.server.then(201, "{\"sid\":\"IM1\",\"body\":\"hello\",\"author\":\"+15551230001\"}");
        assertThat(create().body()).asString().contains("IM1").doesNotContain("hello").doesNotContain("555");
    }

    @Test
    void aDeleteBringsNothing() throws IOException {
        stubbed.server.then(new StubServer.Stub(204, Map.of(), new byte[0], 0));
        assertThat(stubbed.client.call(DELETE, Map.of("conversationSid", CONVERSATION, "sid", "IM" + "0".repeat(32))).body()).isNull();
    }

    @Test
    void aListIsAPageThatKnowsTheNext() throws IOException {
        stubbed.server.then(200, """
                {"messages":[{"sid":"IM1"},{"sid":"IM2"}],
                 "meta":{"key":"messages","next_page_url":"https://conversations.twilio.com/v1/Conversations/CH1/Messages?PageToken=x"}}""");
        Page page = list();
        assertThat(page.items()).extracting(item -> ((Message) item).sid()).containsExactly("IM1", "IM2");
        stubbed.server.then(200, "{\"messages\":[],\"meta\":{\"next_page_url\":null}}");
        Page last = (Page) stubbed.client.follow(LIST, page.next(), Map.of()).body();
        assertThat(last.items()).isEmpty();
        assertThat(last.next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "https://evil.example//evil.example/v1/x", "https://evil.example/other", "mailto:a@b", "https://evil.example"})
    void aPageOutsideTheApiIsNeverFollowed(String url) {
        stubbed.server.then(200, "{\"messages\":[],\"meta\":{\"next_page_url\":\"" + url + "\"}}");
        assertThatExceptionOfType(TwilioException.class).isThrownBy(this::list).withMessageContaining("outside the API");
    }

    @Test
    void aPageOnAnotherHostIsFetchedFromOurs() throws IOException {
        stubbed.server.then(200, "{\"messages\":[],\"meta\":{}}");
        stubbed.client.follow(LIST, URI.create("https://evil.example/v1/Conversations/CH1/Messages?PageToken=x"), Map.of());
        assertThat(stubbed.server.requests()).hasSize(1);
    }

    @Test
    void aRedirectIsNotFollowed() {
        stubbed.server.then(302, Map.of("Location", "https://evil.example/"), "moved");
        assertThatExceptionOfType(TwilioException.class).isThrownBy(() -> create())
                .withMessageContaining("redirect").satisfies(e -> assertThat(e.getStatus()).isEqualTo(302));
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
        stubbed.server.then(401, "{\"code\":20003}").then(201, "{\"sid\":\"IM1\"}");
        new TwilioClient(stubbed.http, stubbed.server.base(), renewing).call(CREATE, Map.of("conversationSid", CONVERSATION));
        assertThat(stubbed.server.requests()).extracting(headers -> headers.getFirst("Authorization"))
                .containsExactly("Bearer old", "Bearer new");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", " ", ""})
    void aPathThatNamesNothingIsRefusedBeforeAnythingIsSent(String sid) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stubbed.client.call(CREATE, Map.of("conversationSid", sid))).withMessageContaining("conversationSid");
        assertThat(stubbed.server.requests()).isEmpty();
    }

    @Test
    void aMissingOrUnknownOptionIsNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> stubbed.client.call(CREATE, Map.of()))
                .withMessage("messages/create needs option conversationSid");
        assertThatIllegalArgumentException().isThrownBy(() -> stubbed.client.call(LIST, Map.of("body", "x")))
                .withMessageStartingWith("messages/list has no option body; it takes conversationSid");
    }

    private Result create() throws IOException {
        return stubbed.client.call(CREATE, Map.of("conversationSid", CONVERSATION));
    }

    private Page list() throws IOException {
        return (Page) stubbed.client.call(LIST, Map.of("conversationSid", CONVERSATION)).body();
    }
}
