// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.SandboxOptions;
import dev.conversations.sandbox.WebhookCatcher;
import dev.conversations.sandbox.Wire;
import dev.conversations.webhook.Signature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WebhooksTest {

    private static final String SHOP = "+15550000001";
    private static final String ANNA = "+15551230001";

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withWebhookLimit(Duration.ofMillis(500)));
    private final Wire wire = new Wire(sandbox);
    private final WebhookCatcher catcher = new WebhookCatcher();

    @AfterEach
    void stop() {
        sandbox.close();
        catcher.close();
    }

    @Test
    void anOpeningTellsItsStoryInOrderAndSigned() {
        listen("onConversationAdd", "onConversationAdded", "onParticipantAdded", "onMessageAdd", "onMessageAdded");
        String sid = sandbox.phone(ANNA).send(SHOP, "Grüße & more").conversationSid();
        await().until(() -> catcher.caught().size() == 4);
        assertThat(catcher.events())
                .containsExactly("onConversationAdd", "onConversationAdded", "onParticipantAdded", "onMessageAdded");
        for (WebhookCatcher.Caught event : catcher.caught()) {
            assertThat(event.verb()).isEqualTo("POST");
            assertThat(event.header("Content-Type")).isEqualTo("application/x-www-form-urlencoded; charset=utf-8");
            assertThat(event.header("User-Agent")).isEqualTo("TwilioProxy/1.1");
            assertThat(event.header("I-Twilio-Idempotency-Token")).hasSize(36);
            assertThat(event.parameters()).containsEntry("AccountSid", List.of(sandbox.accountSid()))
                    .containsEntry("Source", List.of("SMS")).containsEntry("RetryCount", List.of("0"));
            assertThat(Signature.verify(List.of(sandbox.authToken()), event.url(), event.parameters(),
                    event.header("X-Twilio-Signature"))).isTrue();
        }
        WebhookCatcher.Caught before = catcher.first("onConversationAdd");
        assertThat(before.get("MessageBody")).isEqualTo("Grüße & more");
        assertThat(before.get("MessagingBinding.Address")).isEqualTo(ANNA);
        assertThat(before.get("MessagingBinding.ProxyAddress")).isEqualTo(SHOP);
        assertThat(before.parameters()).doesNotContainKey("ConversationSid");
        WebhookCatcher.Caught message = catcher.first("onMessageAdded");
        assertThat(message.get("ConversationSid")).isEqualTo(sid);
        assertThat(message.get("Body")).isEqualTo("Grüße & more");
        assertThat(message.get("Author")).isEqualTo(ANNA);
        assertThat(message.get("Index")).isEqualTo("0");
        assertThat(message.get("DateCreated")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(message.get("ChatServiceSid")).isEqualTo(sandbox.chatServiceSid());
        assertThat(message.get("MessagingServiceSid")).startsWith("MG");
        assertThat(catcher.first("onParticipantAdded").get("ParticipantSid")).isEqualTo(message.get("ParticipantSid"));
        assertThat(catcher.first("onParticipantAdded").get("MessagingBinding.Type")).isEqualTo("sms");
    }

    @Test
    void theNextMessageIsAskedAboutAndTold() {
        listen("onConversationAdd", "onMessageAdd", "onMessageAdded");
        sandbox.phone(ANNA).send(SHOP, "one");
        sandbox.phone(ANNA).send(SHOP, "two");
        await().until(() -> catcher.caught().size() == 4);
        assertThat(catcher.events()).containsOnlyOnce("onConversationAdd", "onMessageAdd");
        assertThat(catcher.first("onMessageAdd").parameters()).doesNotContainKeys("MessageSid", "Index")
                .containsEntry("Body", List.of("two"));
    }

    @Test
    void aCallOfTheApiIsSilentUnlessItSaysOtherwise() {
        listen("onMessageAdded");
        String path = "/v1/Conversations/" + wire.post("/v1/Conversations").text("sid") + "/Messages";
        wire.post(path, "Body", "silent");
        wire.post(path, "Body", "silent too", "X-Twilio-Webhook-Enabled", "false");
        wire.post(path, "Body", "told", "X-Twilio-Webhook-Enabled", "True");
        await().until(() -> !catcher.caught().isEmpty());
        assertThat(catcher.caught()).singleElement().satisfies(event -> {
            assertThat(event.get("Body")).isEqualTo("told");
            assertThat(event.get("Source")).isEqualTo("API");
            assertThat(event.parameters()).doesNotContainKey("ParticipantSid");
        });
    }

    @Test
    void deliveryIsToldOfStepByStepEvenOfASilentCall() {
        listen("onDeliveryUpdated");
        String path = "/v1/Conversations/" + sandbox.phone(ANNA).send(SHOP, "Hello?").conversationSid() + "/Messages";
        String message = wire.post(path, "Body", "Hi").text("sid");
        await().until(() -> catcher.caught().size() == 2);
        assertThat(catcher.caught()).extracting(event -> event.get("Status")).containsExactly("sent", "delivered");
        assertThat(catcher.caught()).allSatisfy(event -> {
            assertThat(event.get("MessageSid")).isEqualTo(message);
            assertThat(event.get("DeliveryReceiptSid")).startsWith("DY");
            assertThat(event.get("ChannelMessageSid")).startsWith("SM");
            assertThat(event.parameters()).doesNotContainKeys("ErrorCode", "Source");
        });
    }

    @Test
    void getPutsAllInTheQueryThatIsSigned() {
        listen("onMessageAdded");
        wire.post("/v1/Configuration/Webhooks", "Method", "GET");
        sandbox.phone(ANNA).send(SHOP, "a b&c");
        await().until(() -> !catcher.caught().isEmpty());
        WebhookCatcher.Caught event = catcher.caught().get(0);
        assertThat(event.verb()).isEqualTo("GET");
        assertThat(event.get("Body")).isEqualTo("a b&c");
        assertThat(event.body()).isEmpty();
        assertThat(Signature.verify(List.of(sandbox.authToken()), event.url(), Map.of(),
                event.header("X-Twilio-Signature")))
                .isTrue();
    }

    @Test
    void theWebhookOfAServiceTakesThePlaceOfTheAccounts() {
        listen("onMessageAdded");
        String service = "/v1/Services/" + sandbox.chatServiceSid();
        wire.post(service + "/Configuration/Webhooks", "PostWebhookUrl", catcher.url("/service"), "Filters",
                "onMessageAdded");
        sandbox.phone(ANNA).send(SHOP, "Hello?");
        await().until(() -> !catcher.caught().isEmpty());
        assertThat(catcher.caught()).extracting(WebhookCatcher.Caught::url).containsExactly(catcher.url("/service"));
    }

    @Test
    void webhooksOfAConversationHearWhatTheyFilterAndTriggerOn() {
        listen();
        String path = "/v1/Conversations/" + sandbox.phone(ANNA).send(SHOP, "Hello?").conversationSid();
        wire.post(path + "/Webhooks", "Target", "webhook", "Configuration.Url", catcher.url("/filter"),
                "Configuration.Filters", "onMessageUpdated", "Configuration.Method", "get");
        wire.post(path + "/Webhooks", "Target", "trigger", "Configuration.Url", catcher.url("/trigger"),
                "Configuration.Triggers", "help", "Configuration.Triggers", "stop");
        String message = sandbox.phone(ANNA).send(SHOP, "I need HELP").messageSid();
        sandbox.phone(ANNA).send(SHOP, "or not");
        wire.post(path + "/Messages/" + message, "Body", "edited", "X-Twilio-Webhook-Enabled", "true");
        await().until(() -> catcher.caught().size() == 2);
        assertThat(catcher.caught()).anySatisfy(event -> {
            assertThat(event.url()).isEqualTo(catcher.url("/trigger"));
            assertThat(event.get("Body")).isEqualTo("I need HELP");
        }).anySatisfy(event -> {
            assertThat(event.url()).startsWith(catcher.url("/filter?"));
            assertThat(event.get("Body")).isEqualTo("edited");
        });
    }

    @Test
    void anAddressGivesItsConversationsAWebhookOfTheirOwn() {
        wire.post("/v1/Configuration/Addresses", "Type", "sms", "Address", SHOP, "AutoCreation.Enabled", "true",
                "AutoCreation.Type", "webhook", "AutoCreation.WebhookUrl", catcher.url("/address"),
                "AutoCreation.WebhookMethod", "POST", "AutoCreation.WebhookFilters", "onMessageAdded");
        String sid = sandbox.phone(ANNA).send(SHOP, "Hello?").conversationSid();
        await().until(() -> !catcher.caught().isEmpty());
        assertThat(catcher.caught().get(0).get("Body")).isEqualTo("Hello?");
        assertThat(wire.get("/v1/Conversations/" + sid + "/Webhooks").items("webhooks")).hasSize(1);
    }

    @Test
    void theOrderOfAConversationIsKept() {
        listen("onMessageAdded");
        IntStream.range(0, 30).forEach(i -> sandbox.phone(ANNA).send(SHOP, "m" + i));
        await().until(() -> catcher.caught().size() == 30);
        assertThat(catcher.caught()).extracting(event -> event.get("Index"))
                .containsExactlyElementsOf(IntStream.range(0, 30).mapToObj(Integer::toString).toList());
    }

    @Test
    void credentialsInTheAddressAreSentSignedAndNotShown() {
        listen("onMessageAdded");
        String url = catcher.url("/hook?x=1#rc=2").replace("http://", "http://user:pass@");
        wire.post("/v1/Configuration/Webhooks", "PostWebhookUrl", url);
        sandbox.phone(ANNA).send(SHOP, "Hello?");
        await().until(() -> !catcher.caught().isEmpty());
        WebhookCatcher.Caught event = catcher.caught().get(0);
        assertThat(event.header("Authorization")).startsWith("Basic ");
        assertThat(event.url()).isEqualTo(catcher.url("/hook?x=1"));
        assertThat(Signature.verify(List.of(sandbox.authToken()), url.replace("#rc=2", ""), event.parameters(),
                event.header("X-Twilio-Signature"))).isTrue();
        await().until(() -> !sandbox.webhooks().isEmpty());
        assertThat(sandbox.webhooks().get(0).target()).isEqualTo(catcher.url("/hook"));
    }

    @Test
    void whatWasSentCanBeLookedUp() {
        listen("onMessageAdded");
        String sid = sandbox.phone(ANNA).send(SHOP, "Hello?").conversationSid();
        await().until(() -> !sandbox.webhooks().isEmpty());
        assertThat(wire.get("/sandbox/webhooks").items("webhooks")).singleElement().satisfies(sent -> assertThat(sent)
                .containsEntry("event", "onMessageAdded").containsEntry("status", 200)
                        .containsEntry("outcome", "answered")
                .containsEntry("conversation_sid", sid).containsEntry("target", catcher.url("/account")));
    }

    @Test
    void aReceiverThatHangsDoesNotKeepTheSandboxFromClosing() {
        CountDownLatch end = new CountDownLatch(1);
        listen("onMessageAdded");
        catcher.answers(event -> {
            awaitQuietly(end);
            return new WebhookCatcher.Reply(200, "");
        });
        sandbox.phone(ANNA).send(SHOP, "Hello?");
        await().until(() -> !catcher.caught().isEmpty());
        long start = System.nanoTime();
        sandbox.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        end.countDown();
    }

    private void listen(String... events) {
        wire.post("/v1/Configuration/Addresses", "Type", "sms", "Address", SHOP, "AutoCreation.Enabled", "true");
        List<String> form = new ArrayList<>(List.of("PreWebhookUrl", catcher.url("/account"), "PostWebhookUrl",
                catcher.url("/account")));
        Stream.of(events).forEach(event -> form.addAll(List.of("Filters", event)));
        assertThat(wire.post("/v1/Configuration/Webhooks", form.toArray(new String[0])).status()).isEqualTo(200);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
