// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.WebhookCatcher;
import dev.conversations.sandbox.Wire;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the page gets to see. */
class ViewTest {

    private static final String SHOP = "+15550000001";
    private static final String ANNA = "+15551230001";

    private final Sandbox sandbox = Sandbox.start();
    private final Wire wire = new Wire(sandbox);
    private final WebhookCatcher catcher = new WebhookCatcher();

    @BeforeEach
    void listen() {
        assertThat(wire.post("/sandbox/addresses", "Address", SHOP).status()).isEqualTo(201);
    }

    @AfterEach
    void stop() {
        sandbox.close();
        catcher.close();
    }

    @Test
    void aPhoneShowsWhatItSentAndReceivedAndHowFarItCame() {
        String sid = sandbox.phone(ANNA).send(SHOP, "Hello?").conversationSid();
        wire.post("/v1/Conversations/" + sid + "/Messages", "Author", "maria", "Body", "Hi, Anna");
        await().until(() -> phone(ANNA).size() == 2 && phone(ANNA).get(1).get("status").equals("delivered"));
        assertThat(phone(ANNA)).extracting(
                        line -> line.get("mine"), line -> line.get("other"), line -> line.get("body"),
                        line -> line.get("status"))
                .containsExactly(tuple(true, SHOP, "Hello?", "sent"), tuple(false, SHOP, "Hi, Anna", "delivered"));
        assertThat(phone("+15559999999")).isEmpty();
    }

    @Test
    void whatIsReadIsShownAsRead() {
        wire.post("/sandbox/addresses", "Address", "whatsapp:" + SHOP);
        Phone ben = sandbox.phone("whatsapp:+15551230002");
        String sid = ben.send("whatsapp:" + SHOP, "Hello?").conversationSid();
        wire.post("/v1/Conversations/" + sid + "/Messages", "Body", "Hi");
        await().until(() -> phone(ben.address()).size() == 2);
        await().until(() -> {
            ben.read();
            return phone(ben.address()).get(1).get("status").equals("read");
        });
    }

    @Test
    void whatAWebhookRefusesIsShownAsRefused() {
        catcher.answers(event -> new WebhookCatcher.Reply(403, ""));
        wire.post("/v1/Configuration/Webhooks", "PreWebhookUrl", catcher.url("/"), "Filters", "onMessageAdd",
                "Filters", "onConversationAdd");
        sandbox.phone(ANNA).send(SHOP, "Hello?");
        assertThat(phone(ANNA)).singleElement()
                .satisfies(line -> assertThat(line).containsEntry("status", "refused").containsEntry("body", "Hello?"));
    }

    @Test
    void aConversationShowsWhoSaysWhatAndWhomItReached() {
        String sid = sandbox.phone(ANNA).send(SHOP, "Hello?").conversationSid();
        wire.post("/v1/Conversations/" + sid + "/Participants", "Identity", "maria");
        sandbox.phone(ANNA).reachable(false);
        wire.post("/v1/Conversations/" + sid + "/Messages", "Author", "maria", "Body", "Hi, Anna");
        await().untilAsserted(() -> assertThat(thread().get(1)).containsEntry("author", "maria")
                .containsEntry("body", "Hi, Anna").containsEntry("receipts",
                        List.of(Map.of("to", ANNA, "status", "undelivered", "error", 30003))));
        assertThat(state("").object("conversation")).containsEntry("sid", sid).containsEntry("state", "active")
                .containsEntry("people", List.of(ANNA, "maria"));
        assertThat(participants()).extracting(
                        one -> one.get("name"), one -> one.get("channel"), one -> one.get("through"))
                .containsExactly(tuple(ANNA, "sms", SHOP), tuple("maria", "chat", null));
        wire.post("/v1/Conversations/" + sid, "State", "closed");
        assertThat(state("").items("conversations").get(0)).containsEntry("state", "closed");
    }

    @Test
    void aGroupTextShowsAllItsMembers() {
        sandbox.phone(ANNA).sendToGroup(List.of("+15551230002", SHOP), "Lunch?");
        assertThat(participants()).extracting(one -> one.get("name")).containsExactly(ANNA, "+15551230002", SHOP);
        assertThat(phone(ANNA).get(0)).containsEntry("other", "+15551230002, " + SHOP);
    }

    @Test
    void theNewestComesFirstAndAnyMayBeChosen() {
        String first = wire.post("/v1/Conversations", "FriendlyName", "first").text("sid");
        String second = wire.post("/v1/Conversations", "FriendlyName", "second").text("sid");
        assertThat(state("").items("conversations")).extracting(one -> one.get("name"))
                .containsExactly("second", "first");
        assertThat(state("&Conversation=" + first).object("conversation")).containsEntry("sid", first);
        for (String none : List.of("", "CH1", sandbox.chatServiceSid())) {
            assertThat(state("&Conversation=" + none).object("conversation")).containsEntry("sid", second);
        }
    }

    @Test
    void webhooksComeNewestFirstWithWhatBecameOfThem() {
        catcher.answers(event -> new WebhookCatcher.Reply(event.get("Body").equals("bad") ? 500 : 200, ""));
        wire.post("/v1/Configuration/Webhooks", "PostWebhookUrl", catcher.url("/x"), "Filters", "onMessageAdded");
        sandbox.phone(ANNA).send(SHOP, "bad");
        sandbox.phone(ANNA).send(SHOP, "good");
        await().until(() -> state("").items("webhooks").size() == 2);
        assertThat(state("").items("webhooks")).extracting(
                        one -> one.get("event"), one -> one.get("status"), one -> one.get("outcome"),
                        one -> one.get("target"))
                .containsExactly(tuple("onMessageAdded", 200, "answered", catcher.url("/x")),
                        tuple("onMessageAdded", 500, "answered", catcher.url("/x")));
    }

    @Test
    void whoSawTheVersionHearsOfNothingElseUntilSomethingChanges() {
        sandbox.phone(ANNA).send(SHOP, "Hello?");
        String version = state("").text("version");
        Wire.Reply same = state("&Since=" + version);
        assertThat(same.body()).isEqualTo(Map.of("version", version));
        assertThat(same.header("Cache-Control")).isEqualTo("no-store");
        sandbox.phone(ANNA).send(SHOP, "Anybody?");
        assertThat(state("&Since=" + version).body()).containsKeys("phone", "conversations", "webhooks");
    }

    @Test
    void onlyTheNewestAreSent() {
        sandbox.phone(ANNA).send(SHOP, "Hello?");
        IntStream.range(0, 60).forEach(i -> wire.post("/v1/Conversations", "FriendlyName", "c" + i));
        assertThat(state("").items("conversations")).hasSize(50).first()
                .satisfies(one -> assertThat(one).containsEntry("name", "c59"));
        wire.post("/v1/Configuration/Webhooks", "PostWebhookUrl", catcher.url("/x"), "Filters", "onMessageAdded");
        String sid = sandbox.phone(ANNA).send(SHOP, "Anybody?").conversationSid();
        IntStream.range(0, 110).forEach(i -> sandbox.phone(ANNA).send(SHOP, "m" + i));
        await().until(() -> sandbox.webhooks().size() == 111);
        Wire.Reply state = state("&Conversation=" + sid);
        assertThat(state.items("webhooks")).hasSize(100);
        assertThat(state.items("phone")).hasSize(100).last()
                .satisfies(line -> assertThat(line).containsEntry("body", "m109"));
        assertThat(state.object("conversation")).containsEntry("messages", 112)
                .satisfies(one -> assertThat((List<?>) one.get("thread")).hasSize(100));
    }

    @Test
    void noSecretIsShown() {
        sandbox.phone(ANNA).send(SHOP, "Hello?");
        assertThat(new String(state("").http().body())).doesNotContain(sandbox.authToken());
    }

    @Test
    void anAddressIsMadeToListenOnce() {
        assertThat(state("").items("addresses")).containsExactly(Map.of("address", SHOP, "opens", true));
        assertThat(wire.post("/sandbox/addresses", "Address", SHOP).status()).isEqualTo(400);
        assertThat(wire.post("/sandbox/addresses", "Address", "Anna").text("message")).contains("+15550000001");
        assertThat(wire.post("/sandbox/addresses").text("message")).contains("Address");
    }

    private Wire.Reply state(String more) {
        return wire.get("/sandbox/state?Phone=%2B15551230001" + more);
    }

    private List<Map<String, Object>> phone(String address) {
        return wire.get("/sandbox/state?Phone=" + address.replace("+", "%2B")).items("phone");
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> thread() {
        return (List<Map<String, Object>>) state("").object("conversation").get("thread");
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> participants() {
        return (List<Map<String, Object>>) state("").object("conversation").get("participants");
    }
}
