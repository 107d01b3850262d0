// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.call;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.conversations.api.operation.Operations;
import dev.conversations.api.text.Json;
import dev.conversations.camel.ConversationsHeaders;
import dev.conversations.model.Conversation;
import dev.conversations.model.Participant;
import dev.conversations.webhook.WebhookEvent;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** URI, body and headers together. */
class ArgumentsTest {

    private static final String SERVICE = "IS" + "0".repeat(32);
    private static final CamelContext CONTEXT = new DefaultCamelContext();

    @Test
    void aHeaderBeatsTheBodyAndTheBodyBeatsTheUri() {
        Map<String, Object> uri = Map.of("conversationSid", "CH1", "author", "uri", "subject", "uri");
        Map<String, Object> body = Map.of("author", "body", "body", "body");
        Map<String, Object> headers = Map.of(ConversationsHeaders.BODY, "header");
        assertThat(call("messages/create", uri, body, headers).arguments()).isEqualTo(
                Map.of("conversationSid", "CH1", "subject", "uri", "author", "body", "body", "header"));
    }

    @Test
    void theServiceOfTheComponentIsBeatenByAll() {
        String other = SERVICE.replace('0', '1');
        assertThat(new Arguments(Operations.find("users", "list").orElseThrow(), new HashMap<>(), SERVICE)
                .of(message(null, Map.of())).arguments()).containsEntry("chatServiceSid", SERVICE);
        assertThat(new Arguments(
                Operations.find("users", "list").orElseThrow(), new HashMap<>(Map.of("chatServiceSid", other)), SERVICE)
                .of(message(null, Map.of())).arguments()).containsEntry("chatServiceSid", other);
        assertThat(new Arguments(Operations.find("services", "list").orElseThrow(), new HashMap<>(), SERVICE)
                .of(message(null, Map.of())).arguments()).isEmpty();
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> bodies() throws Exception {
        return Stream.of(
                arguments("messages/create", "Hello", Map.of("body", "Hello")),
                arguments("messages/create", "Hällo".getBytes(UTF_8), Map.of("body", "Hällo")),
                arguments("messages/create", new ByteArrayInputStream("Hello".getBytes(UTF_8)),
                        Map.of("body", "Hello")),
                arguments("messages/create", 42, Map.of("body", "42")),
                arguments("messages/create", TextNode.valueOf("Hello"), Map.of("body", "Hello")),
                arguments("messages/create", null, Map.of()),
                arguments("messages/create",
                        new ObjectMapper().readTree("{\"author\":\"me\",\"attributes\":{\"a\":[1]}}"),
                        Map.of("author", "me", "attributes", Map.of("a", List.of(1)))),
                arguments("messages/fetch", "left over from the step before", Map.of()),
                arguments("messages/list", List.of("left over"), Map.of()),
                arguments("roles/update", List.of("sendMessage", "leaveConversation"),
                        Map.of("permission", List.of("sendMessage", "leaveConversation"))),
                arguments("conversation-with-participants/create", List.of(Map.of("identity", "ann")),
                        Map.of("participant", List.of(Map.of("identity", "ann")))),
                arguments("conversations/update", record(Map.of("sid", "CH1", "friendly_name", "Order 7", "state", "active",
                        "unknown", 1, "bindings", Map.of("email", Map.of("address", "a@example.com")))),
                        Map.of("sid", "CH1")),
                arguments("participants/update", Json.fromMap(Map.of("sid", "MB1", "conversation_sid", "CH1",
                        "messaging_binding", Map.of("type", "sms", "proxy_address", "+15550000001")), Participant.class),
                        Map.of("sid", "MB1", "conversationSid", "CH1")),
                arguments("messages/fetch", record(Map.of("sid", "CH1")), Map.of()));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void aBodyIsOptionsOrOneValue(String operation, Object body, Map<String, Object> expected) {
        assertThat(call(operation, Map.of(), body, Map.of()).arguments()).isEqualTo(expected);
    }

    static Stream<org.junit.jupiter.params.provider.Arguments> unfit() {
        return Stream.of(
                arguments("messages/create", Map.of("text", "Hello"), "The body's key 'text' is no option of messages/create;"
                        + " there are conversationSid, chatServiceSid, author, body"),
                arguments("messages/fetch", Map.of("body", "Hello"), "The body's key 'body' is no option of messages/fetch"),
                arguments("messages/create", Map.of(1, "Hello"), "The body's key '(no name)' is no option of messages/create"),
                arguments("messages/create", Map.of("+15551230001", "Hello"), "The body's key '(no name)' is no option of"),
                arguments("messages/create", record(Map.of("sid", "CH1")),
                        "messages/create takes a text as body or a map of options as body, no Conversation; a part of it would be"
                                + " ${body.body}"),
                arguments("messages/create", new WebhookEvent(Map.of("Body", List.of("Hello"))), "no WebhookEvent"),
                arguments("messages/create", List.of("Hello"), "messages/create takes a text as body"));
    }

    @ParameterizedTest
    @MethodSource("unfit")
    void aBodyThatFitsNotIsRefusedByName(String operation, Object body, String reason) {
        assertThatIllegalArgumentException().isThrownBy(() -> call(operation, Map.of(), body, Map.of()))
                .withMessageContaining(reason).withMessageNotContaining("Hello");
    }

    @Test
    void aBodyThatAHeaderReplacesNeedNotFit() {
        Map<String, Object> headers = Map.of(ConversationsHeaders.BODY, "Hi");
        assertThat(call("messages/create", Map.of(), record(Map.of("sid", "CH1")), headers).arguments())
                .isEqualTo(Map.of("body", "Hi"));
    }

    @Test
    void aListTakesItsLimitFromAnywhereAndAsksForNoMoreThanThat() {
        assertThat(call("messages/list", Map.of(), null, Map.of()))
                .isEqualTo(new Call(Map.of(), Long.MAX_VALUE, false));
        assertThat(call("messages/list", Map.of("limit", "7"), null, Map.of()))
                .isEqualTo(new Call(Map.of("pageSize", 7L), 7, false));
        Map<String, Object> body = Map.of("limit", 9, "streaming", true);
        assertThat(call("messages/list", Map.of("limit", "7", "pageSize", "3"), body, Map.of()))
                .isEqualTo(new Call(Map.of("pageSize", "3"), 9, true));
        assertThat(call("messages/list", Map.of(), null, Map.of("CamelTwilioConversationsLimit", 500)))
                .isEqualTo(new Call(Map.of(), 500, false));
    }

    @Test
    void headersOfOtherOperationsPassBy() {
        Map<String, Object> headers = Map.of(ConversationsHeaders.BODY, "Hi", "Body", "Ho");
        assertThat(call("messages/fetch", Map.of(), null, headers).arguments()).isEmpty();
    }

    private static Call call(String operation, Map<String, Object> uri, Object body, Map<String, Object> headers) {
        return new Arguments(Operations.all().get(operation), new HashMap<>(uri), null).of(message(body, headers));
    }

    private static Message message(Object body, Map<String, Object> headers) {
        Message message = new DefaultExchange(CONTEXT).getMessage();
        message.setBody(body);
        headers.forEach(message::setHeader);
        return message;
    }

    private static Conversation record(Map<String, Object> fields) {
        return Json.fromMap(fields, Conversation.class);
    }
}
