// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.WebhookCatcher;
import dev.conversations.sandbox.Wire;
import dev.conversations.webhook.Signature;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelsTest {

    private static final String SHOP = "+15550000001";
    private static final String ANNA = "+15551230001";

    private final Sandbox sandbox = Sandbox.start();
    private final Wire wire = new Wire(sandbox);

    @BeforeEach
    void configure() {
        wire.post("/v1/Configuration/Addresses", "Type", "sms", "Address", SHOP, "AutoCreation.Enabled", "true");
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aFirstMessageOpensAConversationAndTheNextGoesToIt() {
        Phone anna = sandbox.phone(ANNA);
        Phone.Sent first = anna.send(SHOP, "Hello?");
        Phone.Sent second = anna.send(SHOP, "Anybody?");
        assertThat(second.conversationSid()).isEqualTo(first.conversationSid());
        String path = "/v1/Conversations/" + first.conversationSid();
        Map<String, Object> participant = wire.get(path + "/Participants").items("participants").get(0);
        assertThat(participant).containsEntry("identity", null)
                .containsEntry("messaging_binding", Map.of("type", "sms", "address", ANNA, "proxy_address", SHOP));
        assertThat(wire.get(path + "/Messages").items("messages")).extracting(
                        m -> m.get("index"), m -> m.get("author"), m -> m.get("body"),
                        m -> m.get("participant_sid"), m -> m.get("delivery"))
                .containsExactly(
                        tuple(0, ANNA, "Hello?", participant.get("sid"), null),
                        tuple(1, ANNA, "Anybody?", participant.get("sid"), null));
        assertThat(anna.received()).isEmpty();
    }

    @Test
    void anAnswerReachesThePhoneAndItsReceiptTellsSo() {
        Phone anna = sandbox.phone(ANNA);
        String path = "/v1/Conversations/" + anna.send(SHOP, "Hello?").conversationSid();
        Wire.Reply answer = wire.post(path + "/Messages", "Author", "agent", "Body", "Hi, Anna");
        assertThat(answer.object("delivery")).containsEntry("total", 1).containsEntry("delivered", "none");
        String message = path + "/Messages/" + answer.text("sid");
        await().until(() -> wire.get(message).object("delivery").get("delivered").equals("all"));
        assertThat(wire.get(message).object("delivery")).containsEntry("sent", "all").containsEntry("read", "none");
        assertThat(anna.received()).extracting(Phone.Received::from, Phone.Received::body, Phone.Received::messageSid)
                .containsExactly(tuple(SHOP, "Hi, Anna", answer.text("sid")));
        Map<String, Object> receipt = wire.get(message + "/Receipts").items("delivery_receipts").get(0);
        assertThat(receipt).containsEntry("status", "delivered").containsEntry("error_code", 0);
        assertThat(wire.get(message + "/Receipts/" + receipt.get("sid")).body()).isEqualTo(receipt);
    }

    @Test
    void aPhoneOutOfReachLeavesTheMessageUndelivered() {
        Phone anna = sandbox.phone(ANNA);
        String path = "/v1/Conversations/" + anna.send(SHOP, "Hello?").conversationSid();
        anna.reachable(false);
        String message = path + "/Messages/" + wire.post(path + "/Messages", "Body", "Hi").text("sid");
        await().until(() -> wire.get(message).object("delivery").get("undelivered").equals("all"));
        assertThat(wire.get(message + "/Receipts").items("delivery_receipts").get(0))
                .containsEntry("error_code", 30003);
        assertThat(anna.received()).isEmpty();
    }

    @Test
    void aMessageMayFailForAnyReasonUntilItDoesNot() {
        Phone anna = sandbox.phone(ANNA);
        String path = "/v1/Conversations/" + anna.send(SHOP, "Hello?").conversationSid();
        anna.failing(63016);
        String lost = path + "/Messages/" + wire.post(path + "/Messages", "Body", "a").text("sid") + "/Receipts";
        await().until(() -> "undelivered".equals(wire.get(lost).items("delivery_receipts").get(0).get("status")));
        assertThat(wire.get(lost).items("delivery_receipts").get(0)).containsEntry("error_code", 63016);
        anna.failing(0);
        wire.post(path + "/Messages", "Body", "b");
        await().until(() -> anna.received().size() == 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "whatsapp:US.13491208655302741918", "whatsapp:BR.a1B2c3D4e5", "whatsapp:DE.ENT.11815799212886844830", "messenger:7391"})
    void whoHasNoNumberWritesAndIsAnsweredLikeAnybody(String address) {
        String shop = address.replaceFirst(":.*", ":+15550000002");
        try (WebhookCatcher catcher = new WebhookCatcher()) {
            wire.post("/v1/Configuration/Webhooks", "PreWebhookUrl", catcher.url("/"), "PostWebhookUrl", catcher.url("/"),
                    "Filters", "onConversationAdd", "Filters", "onConversationAdded", "Filters", "onMessageAdd", "Filters", "onMessageAdded",
                    "Filters", "onParticipantAdded");
            wire.post("/sandbox/addresses", "Address", shop);
            Phone person = sandbox.phone(address);
            person.knownAs("US.1", "US.ENT.2");
            String path = "/v1/Conversations/" + person.send(shop, "Hello").conversationSid();
            assertThat(person.send(shop, "Again").conversationSid()).isEqualTo(path.substring(path.lastIndexOf('/') + 1));
            wire.post(path + "/Messages", "Author", "agent", "Body", "Hi");
            await().until(() -> person.received().size() == 1 && catcher.caught().size() >= 6);

            assertThat(wire.get(path + "/Participants").items("participants")).singleElement().extracting("messaging_binding")
                    .isEqualTo(Map.of("type", address.replaceFirst(":.*", ""), "address", address, "proxy_address", shop));
            assertThat(catcher.caught()).filteredOn(event -> event.get("ExternalUserId") != null)
                    .extracting(WebhookCatcher.Caught::event, event -> event.get("ParentExternalUserId"))
                    .contains(tuple("onConversationAdd", "US.ENT.2"), tuple("onConversationAdded", "US.ENT.2"),
                            tuple("onMessageAdd", "US.ENT.2"), tuple("onMessageAdded", "US.ENT.2"));
            assertThat(catcher.first("onMessageAdded").get("Author")).isEqualTo(address);
            assertThat(catcher.first("onParticipantAdded").get("MessagingBinding.Address")).isEqualTo(address);
        }
    }

    @Test
    void idsCanBeGivenOverHttpAndAreToldOnlyWhereGiven() {
        try (WebhookCatcher catcher = new WebhookCatcher()) {
            wire.post("/v1/Configuration/Webhooks", "PostWebhookUrl", catcher.url("/"), "Filters", "onMessageAdded");
            wire.post("/sandbox/addresses", "Address", "whatsapp:+15550000002");
            wire.post("/sandbox/messages", "From", "whatsapp:US.77", "To", "whatsapp:+15550000002", "Body", "a");
            wire.post("/sandbox/messages", "From", "whatsapp:US.77", "To", "whatsapp:+15550000002", "Body", "b",
                    "ExternalUserId", "US.77");
            await().until(() -> catcher.caught().size() == 2);
            assertThat(catcher.caught()).extracting(event -> event.get("ExternalUserId"), event -> event.get("ParentExternalUserId"))
                    .containsExactly(tuple(null, null), tuple("US.77", null));
        }
    }

    @Test
    void whoReadsOnWhatsAppTellsIt() {
        String ben = "whatsapp:+15551230002";
        wire.post("/v1/Configuration/Addresses", "Type", "whatsapp", "Address", "whatsapp:" + SHOP,
                "AutoCreation.Enabled", "true");
        Phone phone = sandbox.phone(ben);
        String path = "/v1/Conversations/" + phone.send("whatsapp:" + SHOP, "Hello?").conversationSid();
        String message = path + "/Messages/" + wire.post(path + "/Messages", "Body", "Hi").text("sid");
        await().until(() -> wire.get(message).object("delivery").get("delivered").equals("all"));
        phone.read();
        assertThat(wire.get(message).object("delivery")).containsEntry("read", "all").containsEntry("delivered", "all");
    }

    @Test
    void aMessageToTheOthersOfAConversationIsPassedOn() {
        String path = "/v1/Conversations/" + sandbox.phone(ANNA).send(SHOP, "Hello?").conversationSid();
        wire.post(path + "/Participants",
                "MessagingBinding.Address", "+15551230009", "MessagingBinding.ProxyAddress", SHOP);
        sandbox.phone(ANNA).send(SHOP, "All here?");
        await().until(() -> sandbox.phone("+15551230009").received().size() == 1);
        assertThat(sandbox.phone("+15551230009").received().get(0).body()).isEqualTo("All here?");
    }

    @Test
    void aPairOfAddressesIsInOneOpenConversationOnly() {
        String first = sandbox.phone(ANNA).send(SHOP, "Hello?").conversationSid();
        String other = "/v1/Conversations/" + wire.post("/v1/Conversations").text("sid");
        Wire.Reply refused = wire.post(other + "/Participants",
                "MessagingBinding.Address", ANNA, "MessagingBinding.ProxyAddress", SHOP);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo(50416);
        assertThat(refused.text("message")).contains(first);
        wire.post("/v1/Conversations/" + first, "State", "closed");
        assertThat(wire.post(other + "/Participants",
                "MessagingBinding.Address", ANNA, "MessagingBinding.ProxyAddress", SHOP).status()).isEqualTo(201);
        assertThat(sandbox.phone(ANNA).send(SHOP, "Again").conversationSid())
                .isEqualTo(other.substring(other.indexOf("CH")));
    }

    @Test
    void anAddressThatNobodyConfiguredRefusesClearly() {
        assertThatThrownBy(() -> sandbox.phone(ANNA).send("+15559999999", "Hello?"))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("addresses/create");
        Wire.Reply refused = wire.post("/sandbox/messages", "From", ANNA, "To", "+15559999999", "Body", "Hello?");
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.text("message")).contains("not configured").doesNotContain("5559999999");
    }

    @Test
    void aGroupTextIsOneConversationWhoeverOfItWrites() {
        String ben = "+15551230002";
        Phone.Sent first = sandbox.phone(ANNA).sendToGroup(List.of(ben, SHOP), "Lunch?");
        Phone.Sent second = sandbox.phone(ben).sendToGroup(List.of(SHOP, ANNA), "Yes");
        assertThat(second.conversationSid()).isEqualTo(first.conversationSid());
        assertThat(sandbox.phone(ANNA).send(SHOP, "For you alone").conversationSid()).isNotEqualTo(first.conversationSid());
        String path = "/v1/Conversations/" + first.conversationSid();
        assertThat(wire.get(path + "/Participants").items("participants")).extracting(p -> p.get("messaging_binding"))
                .containsExactly(Map.of("type", "sms", "address", ANNA), Map.of("type", "sms", "address", ben),
                        Map.of("type", "sms", "projected_address", SHOP));
        wire.post(path + "/Messages", "Author", SHOP, "Body", "At noon");
        await().until(() -> sandbox.phone(ANNA).received().size() == 2 && sandbox.phone(ben).received().size() == 2);
        assertThat(sandbox.phone(ben).received()).extracting(Phone.Received::from, Phone.Received::body)
                .containsExactly(tuple(SHOP, "Lunch?"), tuple(SHOP, "At noon"));
        Wire.Reply refused = wire.post("/v1/ConversationWithParticipants", "Participant", binding("address", ANNA),
                "Participant", binding("address", ben), "Participant", binding("projected_address", SHOP));
        assertThat(refused.code()).isEqualTo(50438);
        assertThat(refused.text("message")).contains(first.conversationSid());
    }

    @Test
    void aGroupTextCanBeSentOverHttpAndItsOpeningNamesAllAddresses() {
        try (WebhookCatcher catcher = new WebhookCatcher()) {
            wire.post("/v1/Configuration/Webhooks", "PreWebhookUrl", catcher.url("/"), "Filters", "onConversationAdd");
            wire.post("/sandbox/messages", "From", ANNA, "To", "+15551230002", "To", SHOP, "Body", "Lunch?");
            WebhookCatcher.Caught event = catcher.caught().get(0);
            assertThat(event.parameters()).containsEntry("MessagingBinding.Address", List.of(ANNA, "+15551230002"))
                    .containsEntry("MessagingBinding.ProjectedAddress", List.of(SHOP));
            assertThat(Signature.verify(List.of(sandbox.authToken()), event.url(), event.parameters(),
                    event.header("X-Twilio-Signature"))).isTrue();
        }
    }

    @Test
    void aTextTooLongIsRefused() {
        assertThatThrownBy(() -> sandbox.phone(ANNA).send(SHOP, "x".repeat(32769))).hasMessageContaining("too long");
    }

    @Test
    void addressesOfDifferentChannelsDoNotTalk() {
        assertThatThrownBy(() -> sandbox.phone("whatsapp:" + ANNA).send(SHOP, "Hello?"))
                .hasMessageContaining("same channel");
        assertThatThrownBy(() -> sandbox.phone("Anna").send(SHOP, "Hello?")).hasMessageContaining("same channel");
    }

    @Test
    void aPersonCanBePlayedOverHttp() {
        Wire.Reply sent = wire.post("/sandbox/messages", "From", ANNA, "To", SHOP, "Body", "Hello?");
        assertThat(sent.status()).isEqualTo(201);
        assertThat(sent.body()).containsEntry("accepted", true);
        wire.post("/v1/Conversations/" + sent.text("conversation_sid") + "/Messages", "Body", "Hi");
        await().until(() -> sandbox.phone(ANNA).received().size() == 1);
        assertThat(wire.get("/sandbox/phones/" + ANNA).items("received")).extracting(m -> m.get("body"))
                .containsExactly("Hi");
        assertThat(wire.get("/sandbox/phones/%2B15551230001").items("received")).hasSize(1);
        assertThat(wire.post("/sandbox/messages", "From", ANNA).text("message")).contains("To");
        assertThat(wire.get("/sandbox/messages").status()).isEqualTo(405);
        assertThat(wire.get("/sandbox/elsewhere").text("message")).contains("/sandbox/phones/");
    }

    private static String binding(String name, String address) {
        return "{\"messaging_binding\":{\"" + name + "\":\"" + address + "\"}}";
    }

    @Test
    void anotherServiceMayTakeTheConversations() {
        String service = wire.post("/v1/Services", "FriendlyName", "Other").text("sid");
        wire.post("/v1/Configuration/Addresses", "Type", "sms", "Address", "+15550000002",
                "AutoCreation.Enabled", "true", "AutoCreation.ConversationServiceSid", service);
        String sid = sandbox.phone(ANNA).send("+15550000002", "Hello?").conversationSid();
        assertThat(wire.get("/v1/Services/" + service + "/Conversations/" + sid).status()).isEqualTo(200);
        assertThat(wire.get("/v1/Conversations/" + sid).status()).isEqualTo(404);
    }
}
