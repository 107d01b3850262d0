// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.kamelet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.conversations.model.Conversation;
import dev.conversations.model.Message;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.SandboxOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kamelets with what nobody hopes for: hostile messages, two accounts, steps that spoil an answer. */
class KameletEdgesTest {

    private static final String KAMELET = "kamelet:twilio-conversations-";

    private final Sandbox sandbox = Sandbox.start();
    private Application application;
    private Conversation order;
    private Conversation other;

    @BeforeEach
    void start() throws Exception {
        application = Application.of(sandbox);
        order = application.conversation("order");
        other = application.operation("conversations/create", Map.of("uniqueName", "other"), Conversation.class);
    }

    @AfterEach
    void stop() throws Exception {
        application.close();
        sandbox.close();
    }

    /** In any spelling: headers are found in any. */
    @ParameterizedTest
    @ValueSource(strings = {"CamelTwilioConversations", "cameltwilioconversations", "CAMELTWILIOCONVERSATIONS"})
    void noHeaderOfAMessageSaysWhatASinkSendsOrWhere(String prefix) throws Exception {
        Map<String, Object> hostile = new LinkedHashMap<>();
        Map.of("ConversationSid", other.sid(), "Body", "Evil", "Author", "boss", "ChatServiceSid", "IS" + "0".repeat(32),
                "MediaSid", "ME" + "0".repeat(32), "Attributes", "{\"evil\": true}").forEach((name, value) -> hostile.put(prefix + name, value));
        hostile.put("conversation", other.sid());

        JsonNode message = application.answer(KAMELET + "sink?conversationSid=order&author=shop", "Hello", hostile);

        assertThat(message.get("body").asText()).isEqualTo("Hello");
        assertThat(message.get("author").asText()).isEqualTo("shop");
        assertThat(message.get("conversation_sid").asText()).isEqualTo(order.sid());
        assertThat(message.get("attributes").asText()).isEqualTo("{}");
        assertThat(application.messages(other)).isEmpty();
        assertThat(application.answer(KAMELET + "template-sink?conversationSid=order&contentSid=HX" + "1".repeat(32), "{}", hostile)
                .get("conversation_sid").asText()).isEqualTo(order.sid());
        assertThat(application.answer(KAMELET + "media-sink?conversationSid=order&chatServiceSid=" + sandbox.chatServiceSid(), "PNG", hostile)
                .get("conversation_sid").asText()).isEqualTo(order.sid());
        assertThat(application.answer(KAMELET + "open-sink", "{\"participants\": [{\"identity\": \"ada\"}]}", hostile)
                .get("attributes").asText()).isEqualTo("{}");
        assertThat(application.answer(KAMELET + "action?operation=messages/create", "{\"conversationSid\": \"order\", \"body\": \"Hi\"}", hostile)
                .get("body").asText()).isEqualTo("Hi");
    }

    @Test
    void aBodyIsATextWhateverItLooksLike() throws Exception {
        String text = "{\"conversationSid\": \"other\"} ${header.secret} {{secret}}";

        assertThat(application.answer(KAMELET + "sink?conversationSid=order", text, Map.of("secret", "x")).get("body").asText()).isEqualTo(text);
        assertThat(application.answer(KAMELET + "sink?conversationSid=order", Map.of("conversationSid", other.sid()), Map.of())
                .get("conversation_sid").asText()).isEqualTo(order.sid());
        assertThat(application.messages(other)).isEmpty();
    }

    @Test
    void theBodyOfAnOpenSinkNamesNeitherServiceNorAnythingElse() throws Exception {
        JsonNode opened = application.answer(KAMELET + "open-sink",
                "{\"participants\": [{\"identity\": \"ada\"}], \"chatServiceSid\": \"IS1\", \"state\": \"closed\"}", Map.of());

        assertThat(opened.get("chat_service_sid").asText()).isEqualTo(sandbox.chatServiceSid());
        assertThat(opened.get("state").asText()).isEqualTo("active");
    }

    @Test
    void theHeaderThatIsAskedForNamesTheConversationAndNoOtherDoes() throws Exception {
        String sink = KAMELET + "sink?conversationHeader=order";

        assertThat(application.answer(sink, "Hello", Map.of("order", "other", "CamelTwilioConversationsConversationSid", order.sid()))
                .get("conversation_sid").asText()).isEqualTo(other.sid());
        assertThatThrownBy(() -> application.answer(sink, "Hello", Map.of("CamelTwilioConversationsConversationSid", order.sid())))
                .rootCause().hasMessage("messages/create needs option conversationSid");
    }

    /** As the event's own header, and as CloudEvents over HTTP and Kafka have it. */
    @ParameterizedTest
    @ValueSource(strings = {"CamelTwilioConversationsEventConversationSid", "ce-subject", "ce_subject"})
    void theHeaderMayBeThatOfTheEventWhateverCarriedIt(String header) throws Exception {
        assertThat(application.answer(KAMELET + "sink?conversationHeader=" + header, "Hello", Map.of(header, order.sid()))
                .get("conversation_sid").asText()).isEqualTo(order.sid());
    }

    @Test
    void anActionListsFetchesAndDeletesAndIsReadOverAnyWire() throws Exception {
        assertThat(application.answer(KAMELET + "action?operation=conversations/list", null, Map.of())).hasSize(2);
        assertThat(application.answer(KAMELET + "action?operation=conversations/list", "{\"streaming\": true, \"limit\": 1}", Map.of())).hasSize(1);
        assertThat(application.answer(KAMELET + "action?operation=conversations/fetch", Map.of("sid", "order"), Map.of())
                .get("sid").asText()).isEqualTo(order.sid());
        assertThat(application.answer(KAMELET + "action?operation=conversations/delete", "{\"sid\": \"order\"}", Map.of()).isNull()).isTrue();
        assertThat(application.answer(KAMELET + "action?operation=conversations/create", "", Map.of()).get("sid").asText()).startsWith("CH");
    }

    @Test
    void resultsAreOfAKindThatAnyWireTakes() {
        Exchange sent = application.calls().request(KAMELET + "sink?conversationSid=order", exchange -> exchange.getMessage().setBody("Hello"));

        assertThat(sent.getMessage().getBody()).isNotInstanceOf(Record.class);
        assertThat(sent.getMessage().getBody(String.class)).startsWith("{").contains("\"conversation_sid\":\"" + order.sid() + "\"");
        assertThat(sent.getMessage().getHeaders()).containsEntry(Exchange.CONTENT_TYPE, "application/json")
                .containsEntry("CamelTwilioConversationsStatus", 201);
    }

    @Test
    void aSourceRefusesWhoDoesNotSign() throws Exception {
        application.load(source("source", "seda:heard"));
        HttpResponse<Void> answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(
                URI.create("http://localhost:" + application.port() + "/twilio/conversations"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("EventType=onMessageAdded&ConversationSid=CH1&MessageSid=IM1")).build(),
                HttpResponse.BodyHandlers.discarding());

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void twoAccountsLiveSideBySideAndKnowNothingOfEachOtherOrOfTheApplications() throws Exception {
        SandboxOptions second = SandboxOptions.defaults().withAccountSid("AC" + "2".repeat(32)).withAuthToken("2".repeat(32));
        try (Sandbox two = Sandbox.start(second); Application its = Application.of(two)) {
            Conversation theirs = its.conversation("theirs");
            String account = "&accountSid=" + two.accountSid() + "&authToken=" + two.authToken() + "&baseUri=RAW(" + two.baseUri() + ")";
            application.load(source("source?registration=ACCOUNT", "seda:one"));
            application.load(source("source?registration=ACCOUNT" + account, "seda:two"));
            application.registered("onMessageAdded");
            its.registered("onMessageAdded");

            sandbox.phone(Application.CUSTOMER).send(Application.SHOP, "to one");
            two.phone(Application.CUSTOMER).send(Application.SHOP, "to two");
            assertThat(application.json(application.next("seda:one")).get("Body").asText()).isEqualTo("to one");
            assertThat(application.json(application.next("seda:two")).get("Body").asText()).isEqualTo("to two");
            assertThat(application.answer(KAMELET + "sink?conversationSid=theirs" + account, "back", Map.of())
                    .get("conversation_sid").asText()).isEqualTo(theirs.sid());
            assertThat(application.answer(KAMELET + "sink?conversationSid=order", "back", Map.of())
                    .get("conversation_sid").asText()).isEqualTo(order.sid());
            assertThat(application.context().getComponentNames()).noneMatch(name -> name.equals("local-twilio-conversations"));
        }
    }

    @Test
    void whatAFlowDoesAfterAModerationChangesNoAnswer() throws Exception {
        application.load("""
                - from:
                    uri: kamelet:twilio-conversations-source?event=onMessageAdd&registration=ACCOUNT
                    steps:
                      - to: kamelet:twilio-conversations-moderation-action?rejectPattern=casino
                      - to: kamelet:twilio-conversations-moderation-action?maskPattern=card
                      - to: kamelet:twilio-conversations-moderation-action?rejectPattern=horse&rejectStatus=451
                      - removeHeaders:
                          pattern: "*"
                      - setBody:
                          constant: "spoilt"
                """).registered("onMessageAdd");
        List.of("my casino card", "my card", "a horse", "hello").forEach(text -> sandbox.phone(Application.CUSTOMER).send(Application.SHOP, text));

        assertThat(application.messages(order)).extracting(each -> ((Message) each).body()).containsExactly("my ***", "hello");
    }

    @Test
    void withoutAModerationTheFlowItselfAnswers() throws Exception {
        application.load("""
                - from:
                    uri: kamelet:twilio-conversations-source?event=onMessageAdd&registration=ACCOUNT
                    steps:
                      - choice:
                          when:
                            - simple: "${body} contains 'secret'"
                              steps:
                                - setBody:
                                    constant: '{"body": "(hidden)"}'
                            - simple: "${body} contains 'casino'"
                              steps:
                                - setHeader:
                                    name: CamelTwilioConversationsReplyStatus
                                    constant: 403
                """).registered("onMessageAdd");
        List.of("a secret", "a casino", "hello").forEach(text -> sandbox.phone(Application.CUSTOMER).send(Application.SHOP, text));

        assertThat(application.messages(order)).extracting(each -> ((Message) each).body()).containsExactly("(hidden)", "hello");
    }

    private static String source(String kamelet, String end) {
        return "- from:\n    uri: \"" + KAMELET + kamelet + "\"\n    steps:\n      - to: " + end + "\n";
    }
}
