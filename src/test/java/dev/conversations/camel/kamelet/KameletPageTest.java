// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.kamelet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.conversations.model.Conversation;
import dev.conversations.model.Message;
import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page says what the Kamelets say, and its examples do what it says: as a route, and as a Pipe. */
class KameletPageTest {

    private static final String PREFIX = "twilio-conversations-";
    private static final String ORDER = "order-4711";

    private Sandbox sandbox;
    private Application application;

    private enum Form { ROUTE, PIPE }

    @BeforeEach
    void start() throws Exception {
        sandbox = Sandbox.start();
        application = Application.of(sandbox);
    }

    @AfterEach
    void stop() throws Exception {
        application.close();
        sandbox.close();
    }

    @Test
    void itSaysWhatTheKameletsSay() {
        String page = KameletPage.text();
        assertThat(Kamelet.all()).allSatisfy(kamelet -> {
            assertThat(page).contains(KameletPage.line(kamelet)).contains(KameletPage.section(kamelet));
            assertThat(KameletPage.examples(kamelet.name())).hasSize(2);
            if (kamelet.properties().containsKey("accountSid")) {
                assertThat(page).contains(KameletPage.connection(kamelet));
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void theSourceHearsWhatACustomerWrites(Form form) throws Exception {
        Conversation order = application.conversation(ORDER);
        load(form, "source").registered("onMessageAdded");
        sandbox.phone(Application.CUSTOMER).send(Application.SHOP, "Where is it? ü+%");

        Exchange heard = application.next("seda:crm");
        JsonNode event = application.json(heard);
        assertThat(event.get("EventType").asText()).isEqualTo("onMessageAdded");
        assertThat(event.get("Body").asText()).isEqualTo("Where is it? ü+%");
        assertThat(event.get("ConversationSid").asText()).isEqualTo(order.sid());
        assertThat(heard.getMessage().getHeaders()).containsEntry("CamelTwilioConversationsEventConversationSid", order.sid());
        if (form == Form.PIPE) {
            assertThat(heard.getMessage().getHeaders()).containsEntry("CamelCloudEventType", "com.twilio.conversations.message.added")
                    .containsEntry("CamelCloudEventSubject", order.sid());
        }
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void theDeliverySourceHearsWhyAMessageFailed(Form form) throws Exception {
        Conversation order = application.conversation(ORDER);
        load(form, "delivery-source").registered("onDeliveryUpdated");
        sandbox.phone(Application.CUSTOMER).failing(30005);
        Message sent = application.operation("messages/create?conversationSid=" + order.sid(), "Hello", Message.class);

        Exchange heard = application.next("seda:crm");
        while (!"undelivered".equals(heard.getMessage().getHeader("CamelTwilioConversationsEventStatus"))) {
            heard = application.next("seda:crm");
        }
        JsonNode receipt = application.json(heard);
        assertThat(receipt.get("Status").asText()).isEqualTo("undelivered");
        assertThat(receipt.get("ErrorCode").asText()).isEqualTo("30005");
        assertThat(receipt.get("MessageSid").asText()).isEqualTo(sent.sid());
        assertThat(heard.getMessage().getHeaders()).containsEntry("CamelTwilioConversationsEventErrorCode", 30005)
                .containsEntry("CamelTwilioConversationsEventFinal", true).containsEntry("CamelTwilioConversationsEventRetry", "NEVER");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void theModerationRejectsAndMasksBeforeAMessageIsThere(Form form) throws Exception {
        Conversation order = application.conversation(ORDER);
        load(form, "moderation-action").registered("onMessageAdd");
        Phone customer = sandbox.phone(Application.CUSTOMER);
        customer.send(Application.SHOP, "Visit my Casino!");
        customer.send(Application.SHOP, "My card is 1234567812345678.");
        customer.send(Application.SHOP, "Thank you!");

        assertThat(application.next("seda:crm").getMessage().getHeaders()).containsEntry("CamelTwilioConversationsReplyStatus", 403);
        assertThat(application.json(application.next("seda:crm")).get("Body").asText()).isEqualTo("My card is ***.");
        assertThat(application.json(application.next("seda:crm")).get("Body").asText()).isEqualTo("Thank you!");
        assertThat(application.messages(order)).extracting(each -> ((Message) each).body())
                .containsExactly("My card is ***.", "Thank you!");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void thePollSourceTakesWhatIsThereAndWhatComes(Form form) throws Exception {
        Conversation order = application.conversation(ORDER);
        application.operation("messages/create?conversationSid=" + order.sid(), "One", Message.class);
        load(form, "poll-source");

        assertThat(application.json(application.next("seda:crm")).get("body").asText()).isEqualTo("One");
        application.operation("messages/create?conversationSid=" + order.sid(), "Two", Message.class);
        JsonNode item = application.json(application.next("seda:crm"));
        assertThat(item.get("body").asText()).isEqualTo("Two");
        assertThat(item.get("conversation_sid").asText()).isEqualTo(order.sid());
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void theSinkSendsAText(Form form) throws Exception {
        Conversation order = application.conversation(ORDER);
        load(form, "sink");
        JsonNode message = application.answer("direct:start", "It is on its way: ü+%", Map.of());

        assertThat(message.get("sid").asText()).startsWith("IM");
        assertThat(message.get("author").asText()).isEqualTo("shop");
        assertThat(application.messages(order)).extracting(each -> ((Message) each).body()).containsExactly("It is on its way: ü+%");
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void theTemplateSinkSendsATemplateWithItsVariables(Form form) throws Exception {
        Conversation order = application.conversation(ORDER);
        load(form, "template-sink");
        JsonNode message = application.answer("direct:start", "{\"1\": \"Ada\"}", Map.of("order", ORDER));

        assertThat(message.get("conversation_sid").asText()).isEqualTo(order.sid());
        assertThat(message.get("content_sid").asText()).isEqualTo("HX0123456789abcdef0123456789abcdef");
        assertThat(application.answer("direct:start", null, Map.of("order", ORDER)).get("body")).isNull();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void theMediaSinkUploadsAFileAndAttachesIt(Form form) throws Exception {
        Conversation order = application.conversation(ORDER);
        load(form, "media-sink");
        JsonNode message = application.answer("direct:start", "PNG".getBytes(StandardCharsets.UTF_8),
                Map.of(Exchange.CONTENT_TYPE, "image/png", Exchange.FILE_NAME, "parcel.png"));

        JsonNode file = message.get("media").get(0);
        assertThat(file.get("content_type").asText()).isEqualTo("image/png");
        assertThat(file.get("filename").asText()).isEqualTo("parcel.png");
        assertThat(message.get("conversation_sid").asText()).isEqualTo(order.sid());
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void theOpenSinkOpensAConversationWithItsParticipants(Form form) throws Exception {
        load(form, "open-sink");
        JsonNode opened = application.answer("direct:start", """
                {"participants": [{"messaging_binding": {"address": "%s", "proxy_address": "%s"}}, {"identity": "ada"}],
                 "friendlyName": "Order 4711", "attributes": {"total": 12.30}}""".formatted(Application.CUSTOMER, Application.SHOP), Map.of());

        assertThat(opened.get("friendly_name").asText()).isEqualTo("Order 4711");
        assertThat(opened.get("attributes").asText()).isEqualTo("{\"total\":12.30}");
        assertThat(application.list("participants/list?conversationSid=" + opened.get("sid").asText())).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void theActionCallsAnOperation(Form form) throws Exception {
        Conversation order = application.conversation(ORDER);
        load(form, "action");
        application.calls().sendBody("seda:commands", "{\"conversationSid\": \"%s\", \"identity\": \"ada\"}".formatted(ORDER));

        JsonNode participant = application.json(application.next("seda:results"));
        assertThat(participant.get("identity").asText()).isEqualTo("ada");
        assertThat(participant.get("conversation_sid").asText()).isEqualTo(order.sid());
    }

    /** The example as it stands, but for the sandbox's service. */
    private Application load(Form form, String kamelet) throws Exception {
        return application.load(KameletPage.examples(PREFIX + kamelet).get(form.ordinal())
                .replace("IS0123456789abcdef0123456789abcdef", sandbox.chatServiceSid()));
    }
}
