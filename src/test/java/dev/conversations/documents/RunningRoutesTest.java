// SPDX-License-Identifier: Apache-2.0
package dev.conversations.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.model.Conversation;
import dev.conversations.model.Message;
import dev.conversations.sandbox.Phone;
import dev.conversations.webhook.WebhookEvent;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route of README, guide, recipes and the component's page does what is said beside it. */
class RunningRoutesTest {

    private static final String SHOP = RunningRoutes.SHOP;

    @TempDir
    private static Path folder;

    private static RunningRoutes routes;
    private static ProducerTemplate sender;
    private static ConsumerTemplate receiver;
    private static Conversation conversation;

    @BeforeAll
    static void start() throws Exception {
        routes = RunningRoutes.start(folder);
        sender = routes.context().createProducerTemplate();
        receiver = routes.context().createConsumerTemplate();
        conversation = routes.conversation();
    }

    @AfterAll
    static void stop() {
        try (RunningRoutes all = routes) {
            assertThat(all.never()).as("routes that no test has run").isEmpty();
        }
    }

    @Test
    void aMessageIsSentFromJavaAndYaml() {
        for (String route : List.of("welcome", "greet")) {
            Message message = sender.requestBody("direct:" + route, conversation.sid(), Message.class);

            assertThat(message.body()).isEqualTo("Welcome! How can we help?");
            assertThat(message.author()).isEqualTo("shop");
        }
    }

    @Test
    void aConversationIsOpenedWithItsParticipants() {
        Conversation opened = sender.requestBody("direct:opening", null, Conversation.class);

        assertThat(opened.friendlyName()).isEqualTo("Order 4711");
        assertThat(sender.requestBody("twilio-conversations:participants/list?conversationSid=" + opened.sid(), null, List.class)).hasSize(2);
    }

    @Test
    void whatIsNotThereIsToldOf() {
        assertThat(sender.requestBodyAndHeader("direct:look", null, "CamelTwilioConversationsSid", RunningRoutes.SOME_CONVERSATION))
                .isEqualTo("no such conversation");
        assertThat(sender.requestBodyAndHeader("direct:look", null, "CamelTwilioConversationsSid", conversation.sid()))
                .isInstanceOf(Conversation.class);
    }

    @Test
    void aRefundIsToldOnce() {
        for (int i = 0; i < 2; i++) {
            sender.sendBodyAndHeader("seda:refunds?waitForTaskToComplete=Always", "Refunded", "refundId", "7");
        }
        assertThat(sender.requestBody("twilio-conversations:messages/list?conversationSid=" + conversation.sid(), null, List.class))
                .extracting("body").containsOnlyOnce("Refunded");
    }

    @Test
    void aListIsRead() {
        assertThat(sender.requestBody("direct:list", "", List.class)).extracting("sid").contains(conversation.sid());
    }

    @Test
    void oldConversationsAreClosedFromEachLanguage() {
        for (String route : List.of("closing", "closing-in-xml", "closing-in-yaml")) {
            Conversation old = sender.requestBody("twilio-conversations:conversations/create",
                    Map.of("dateCreated", "2019-05-06T07:08:09Z"), Conversation.class);
            sender.sendBody("direct:" + route, null);

            assertThat(sender.requestBody("twilio-conversations:conversations/fetch", Map.of("sid", old.sid()), Conversation.class).state())
                    .as(route).isEqualTo("closed");
        }
        assertThat(sender.requestBody("twilio-conversations:conversations/fetch", Map.of("sid", conversation.sid()), Conversation.class)
                .state()).isEqualTo("active");
    }

    @Test
    void otherAccountsAreCalledByAComponentAndByAnEndpointOfTheirOwn() {
        for (String route : List.of("sales", "service")) {
            assertThat(sender.requestBody("direct:" + route, "Order", Conversation.class).accountSid())
                    .isEqualTo(routes.sandbox(route).accountSid());
        }
    }

    @Test
    void anEventIsReceivedAndOnePreActionAnswerChangesAndOneRejects() {
        Phone customer = routes.sandbox().phone("+15551230001");
        Phone.Sent first = customer.send(SHOP, "Hello");
        assertThat(next("crm", WebhookEvent.class).messageSid()).isEqualTo(first.messageSid());

        customer.send(SHOP, "My card is 4111111111111111");
        assertThat(next("crm", WebhookEvent.class).body()).isEqualTo("(card number removed)");

        assertThat(customer.send(SHOP, "Cheap spam").messageSid()).isNull();
    }

    @Test
    void whoJoinsIsToldOfInEachLanguageAndByARouteOfSeveralEvents() {
        Phone.Sent sent = routes.sandbox().phone("+15551230002").send(SHOP, "Hello");

        for (String queue : List.of("joined", "joined-in-xml", "joined-in-yaml", "several")) {
            await().until(() -> sent.conversationSid().equals(next(queue, WebhookEvent.class).conversationSid()));
        }
    }

    @Test
    void aRouteThatRegistersIsToldOfAnEventThatNobodyElseAskedFor() {
        Phone.Sent sent = routes.sandbox().phone("+15551230003").send(SHOP, "Hello");

        await().until(() -> sent.conversationSid().equals(next("registered", WebhookEvent.class).conversationSid()));
    }

    @Test
    void aNumberOpensConversationsOnceItIsMadeTo() {
        sender.sendBody("direct:number", "+15559990007");

        assertThat(routes.sandbox().phone("+15551230004").send("+15559990007", "Hello").conversationSid()).isNotNull();
    }

    @Test
    void whatNoWebhookToldOfIsFound() throws Exception {
        Message silent = sender.requestBody("direct:welcome", conversation.sid(), Message.class);
        routes.context().getRouteController().stopRoute("missed");
        routes.context().getRouteController().startRoute("missed");

        await().until(() -> silent.sid().equals(next("missed", WebhookEvent.class).messageSid()));
    }

    @Test
    void whetherAMessageArrivedIsHeard() {
        Conversation own = sender.requestBody("twilio-conversations:conversations/create", "Order 4712", Conversation.class);
        sender.requestBody("twilio-conversations:participants/create", Map.of("conversationSid", own.sid(),
                "messagingBindingAddress", "whatsapp:US.13491208655302741918", "messagingBindingProxyAddress", "whatsapp:" + SHOP));
        Phone customer = routes.sandbox().phone("whatsapp:US.13491208655302741918");
        Map.of(63018, "again", 63016, "template").forEach((code, queue) -> {
            customer.failing(code);
            Message message = sender.requestBody("twilio-conversations:messages/create",
                    Map.of("conversationSid", own.sid(), "body", "Hello"), Message.class);

            WebhookEvent lost = next(queue, WebhookEvent.class);
            assertThat(lost.messageSid()).isEqualTo(message.sid());
            assertThat(lost.errorCode()).isEqualTo(code);
        });
    }

    @Test
    void listsArePolled() {
        sender.requestBody("twilio-conversations:messages/create",
                Map.of("conversationSid", conversation.sid(), "body", "To be archived"));
        await().until(() -> "To be archived".equals(next("archive", Message.class).body()));

        Conversation newcomer = sender.requestBody("twilio-conversations:conversations/create", "New", Conversation.class);
        await().until(() -> newcomer.sid().equals(next("newcomers", Conversation.class).sid()));
    }

    @Test
    void aFileIsSentAndWhatPeopleSendIsKept() {
        Message message = sender.requestBodyAndHeader("direct:picture", "a picture".getBytes(StandardCharsets.UTF_8),
                "CamelTwilioConversationsConversationSid", conversation.sid(), Message.class);
        assertThat(message.body()).isEqualTo("Your parcel");
        assertThat(message.media()).singleElement().hasFieldOrPropertyWithValue("filename", "parcel.png");

        routes.sandbox().phone("+15551230005").send(SHOP, null,
                new Phone.Attachment("image/png", "receipt.png", "another picture".getBytes(StandardCharsets.UTF_8)));
        await().untilAsserted(() -> assertThat(folder.resolve("files/receipt.png")).content().isEqualTo("another picture"));
        assertThat(Files.exists(folder.resolve("files"))).isTrue();
    }

    @Test
    void healthIsToldOfAtThePortOfManagement() throws Exception {
        for (String path : List.of("/observe/health", "/observe/health/live", "/observe/health/ready")) {
            await().untilAsserted(() -> assertThat(HttpClient.newHttpClient().send(
                    HttpRequest.newBuilder(routes.management(path)).build(), BodyHandlers.ofString()).body())
                    .contains("\"status\"", "UP", path.endsWith("live") ? "context" : "twilio-conversations"));
        }
    }

    private static <T> T next(String queue, Class<T> type) {
        return receiver.receiveBody("seda:" + queue, 10_000, type);
    }
}
