// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.text.Json;
import dev.conversations.app.Queues;
import dev.conversations.app.RunningBridge;
import dev.conversations.app.delivery.Payload;
import dev.conversations.app.mail.server.Mailbox;
import dev.conversations.model.Conversation;
import dev.conversations.model.Message;
import dev.conversations.sandbox.Phone;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A template goes in place of an answer outside WhatsApp's 24 hours, where a setting names one. */
class TemplateTest {
    private static final String SHOP = "whatsapp:+15559990000";
    private static final String TEMPLATE = "HX0123456789abcdef0123456789abcdef";

    private static RunningBridge bridge;
    private static Queues queues;

    @BeforeAll
    static void start() throws Exception {
        bridge = RunningBridge.start(Map.of("WHATSAPP_TEMPLATE", TEMPLATE, "WHATSAPP_TEMPLATE_VARIABLE", "1",
                "MAIL_ARRIVALS", "true"));
        queues = new Queues(bridge);
    }

    @AfterAll
    static void stop() {
        bridge.close();
    }

    @Test
    void theTemplateGoesOnceAndIsNotSentForItself() throws Exception {
        Phone customer = bridge.sandbox().phone("whatsapp:+15551230001");
        String conversation = conversation(customer);
        customer.failing(63016);
        reply(conversation, "shop", "On its\nway");

        Map<String, Object> failure = failure(conversation);
        assertThat(failure).containsEntry("ErrorCode", "63016").containsEntry("Retry", "CHANGED");
        assertThat(failure(conversation)).isNotEqualTo(failure).containsEntry("ErrorCode", "63016");
        queues.put("conversations.outcomes", Json.text(failure));
        queues.put("conversations.outcomes", Json.text(failure));
        reply(conversation, "shop", "The last word");

        await().until(() -> messages(conversation).size() == 5);
        List<Message> messages = messages(conversation);
        assertThat(messages.stream().filter(message -> TEMPLATE.equals(message.contentSid())))
                .hasSize(2).extracting(message -> Answers.attributes(message).get("inPlaceOf"))
                .containsExactlyElementsOf(messages.stream().filter(message -> message.contentSid() == null)
                        .filter(Answers::isByBridge).map(Message::sid).toList());
    }

    @Test
    void otherFailuresAndOthersMessagesGetNone() throws Exception {
        Phone customer = bridge.sandbox().phone("whatsapp:+15551230002");
        String conversation = conversation(customer);
        customer.failing(63024);
        reply(conversation, "shop", "One");
        assertThat(failure(conversation)).containsEntry("ErrorCode", "63024");
        customer.failing(63016);
        call("messages/create", Map.of("conversationSid", conversation, "author", "anna", "body", "Two"));
        assertThat(failure(conversation)).containsEntry("ErrorCode", "63016");

        customer.failing(0);
        reply(conversation, "shop", "Three");
        await().until(() -> customer.received().size() == 1);
        assertThat(messages(conversation)).noneMatch(message -> message.contentSid() != null);
    }

    @Test
    void arrivalsAreMailedToWhoAsksForThem() throws Exception {
        Phone customer = bridge.sandbox().phone("whatsapp:+15551230003");
        String conversation = conversation(customer);
        Mailbox support = bridge.mailbox("bridge.mail.support");
        await().until(() -> texts(support, conversation).count() == 1);
        reply(conversation, "support@example.com", "Here");
        await().until(() -> customer.received().size() == 1);
        await().until(() -> texts(support, conversation).anyMatch(text -> text.startsWith("Your answer was delivered.")));
        customer.read();

        await().until(() -> texts(support, conversation).anyMatch(text -> text.startsWith("Your answer was read.")));
        assertThat(texts(support, conversation)).hasSize(3);
    }

    private static Stream<String> texts(Mailbox mailbox, String conversation) throws Exception {
        Stream.Builder<String> texts = Stream.builder();
        for (MimeMessage mail : mailbox.mails()) {
            if (mail.getHeader("References", " ").contains(conversation)) {
                texts.add(mail.getContent().toString());
            }
        }
        return texts.build();
    }

    private static String conversation(Phone customer) throws Exception {
        Conversation conversation = (Conversation) call("conversations/create", Map.of());
        call("participants/create", Map.of("conversationSid", conversation.sid(),
                "messagingBindingAddress", customer.address(), "messagingBindingProxyAddress", SHOP));
        customer.send(SHOP, "Hello");
        return conversation.sid();
    }

    private static void reply(String conversation, String author, String text) {
        queues.put("conversations.replies",
                Json.text(Map.of("conversationSid", conversation, "author", author, "body", text)));
    }

    private static Map<String, Object> failure(String conversation) throws Exception {
        while (true) {
            Map<String, Object> status = Json.readObject(Payload.of(queues.next("conversations.status")));
            if (status.containsKey("ErrorCode") && conversation.equals(status.get("ConversationSid"))) {
                return status;
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Message> messages(String conversation) throws Exception {
        return List.copyOf((List<Message>) call("messages/list", Map.of("conversationSid", conversation)));
    }

    private static Object call(String operation, Map<String, Object> options) throws Exception {
        try (ProducerTemplate twilio = bridge.camel().createProducerTemplate()) {
            return twilio.requestBody("twilio-conversations:" + operation, options);
        }
    }
}
