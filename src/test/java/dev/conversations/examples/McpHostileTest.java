// SPDX-License-Identifier: Apache-2.0
package dev.conversations.examples;


import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
/** The example, met by who would be a client, and by clients that ask for what must not be. */
class McpHostileTest extends McpExample {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            no_such_tool         | {}                                                     | There is no such tool
            credentials_create   | {"type":"fcm"}                                         | There is no such tool
            messages_list        | []                                                     | The arguments must be an object
            messages_list        | {}                                                     | conversationSid is missing
            messages_list        | {"conversationSid":7}                                  | conversationSid must be a text
            messages_list        | {"conversationSid":null}                               | conversationSid must be a text
            messages_list        | {"conversationSid":["CH1"]}                            | conversationSid must be a text
            messages_list        | {"conversationSid":"a","limit":"5"}                    | limit must be a whole number
            messages_list        | {"conversationSid":"a","limit":1.5}                    | limit must be a whole number
            messages_list        | {"conversationSid":"a","limit":100000}                 | limit must be from 1 to 1000
            messages_list        | {"conversationSid":"a","order":"up"}                   | order must be one of [asc, desc]
            messages_list        | {"conversationSid":"a","baseUri":"http://evil"}        | baseUri is no argument
            messages_list        | {"conversationSid":"a","accountSid":"AC1"}             | accountSid is no argument
            messages_list        | {"conversationSid":"a","CamelHttpUri":"http://evil"}   | CamelHttpUri is no argument
            messages_list        | {"conversationSid":"a","chatServiceSid":"IS/../../x"}  | chatServiceSid must match
            messages_fetch       | {"conversationSid":"..","sid":"x"}                     | sid must match
            conversations_create | {"attributes":"{}"}                                    | attributes must be an object
            conversations_create | {"webhookEnabled":"yes"}                               | webhookEnabled must be true or false
            """)
    void whatDoesNotFitIsToldAndNeverCalled(String tool, String arguments, String told) throws Exception {
        int waiting = waiting().size();
        JsonNode answer = call(tool, arguments);
        assertThat(answer.at("/error/message").asText() + answer.at("/result/content/0/text").asText()).contains(told);
        assertThat(answer.has("error") || answer.at("/result/isError").asBoolean()).isTrue();
        assertThat(waiting()).hasSize(waiting);
    }

    @ParameterizedTest
    @CsvSource({"../../Services", "${camelContext.stop}", "{{mcp.token}}", "CH1?x=y#z", "RAW(a)&baseUri=http://evil", "%2e%2e", "a/b"})
    void anIdSteersNothing(String id) throws Exception {
        JsonNode answer = call("conversations_fetch", JSON.writeValueAsString(Map.of("sid", id)));
        assertThat(answer.at("/result/isError").asBoolean()).isTrue();
        assertThat(answer.at("/result/content/0/text").asText()).startsWith("conversations/fetch: 404").doesNotContain(MODEL);
        assertThat(main.getCamelContext().isStarted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            no json                                                            | 400 | -32700
            [{"jsonrpc":"2.0","id":1,"method":"ping"}]                         | 400 | -32700
            {"jsonrpc":"1.0","id":1,"method":"ping"}                           | 400 | -32600
            {"jsonrpc":"2.0","id":{},"method":"ping"}                          | 400 | -32600
            {"jsonrpc":"2.0","id":1,"method":7}                                | 400 | -32600
            {"jsonrpc":"2.0","id":1,"method":"tools/list","params":[]}         | 400 | -32600
            {"jsonrpc":"2.0","id":1,"method":"resources/list"}                 | 200 | -32601
            {"jsonrpc":"2.0","id":"a","method":"tools/call","params":{}}       | 200 | -32602
            {"jsonrpc":"2.0","method":"notifications/initialized"}             | 202 | 0
            {"jsonrpc":"2.0","method":"tools/call","params":{"name":"conversations_delete"}} | 202 | 0
            {"jsonrpc":"2.0","id":1,"result":{}}                               | 202 | 0
            {"jsonrpc":"2.0","id":1,"method":"ping"}                           | 200 | 0
            """)
    void messagesAreReadAsTheProtocolHasThem(String message, int status, int code) throws Exception {
        HttpResponse<String> answer = mcp(message);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body().isEmpty() ? 0 : JSON.readTree(answer.body()).at("/error/code").asInt()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"Authorization,,401", "Authorization,Bearer wrong,401", "Authorization,Bearer the-token-of-a-person,401",
            "Origin,https://evil.example,403", "Content-Type,text/plain,415", "Content-Type,application/x-www-form-urlencoded,415",
            "MCP-Protocol-Version,1999-01-01,400", "MCP-Protocol-Version,2025-06-18,200", "CamelHttpResponseCode,599,200"})
    void whoeverIsNoClientStaysOut(String header, String value, int status) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url("/mcp")))
                .setHeader("Content-Type", "application/json").setHeader("Authorization", "Bearer " + MODEL)
                .POST(BodyPublishers.ofString("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}"));
        request.setHeader(header, value == null ? "" : value);
        assertThat(HTTP.send(request.build(), BodyHandlers.ofString()).statusCode()).isEqualTo(status);
    }

    @Test
    void noStreamsAreServed() throws Exception {
        assertThat(HTTP.send(HttpRequest.newBuilder(URI.create(url("/mcp"))).header("Authorization", "Bearer " + MODEL)
                .header("Accept", "text/event-stream").build(), BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }
}
