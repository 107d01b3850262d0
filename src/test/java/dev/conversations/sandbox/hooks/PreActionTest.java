// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.SandboxOptions;
import dev.conversations.sandbox.WebhookCatcher;
import dev.conversations.sandbox.Wire;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PreActionTest {

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
    void theAnswerChangesWhatIsPublished() {
        listen("onConversationAdd", "onMessageAdd");
        catcher.answers(event -> new WebhookCatcher.Reply(200, event.event().equals("onMessageAdd")
                ? "{\"body\":\"***\",\"author\":\"censor\",\"attributes\":\"{\\\"a\\\":1}\",\"index\":9}"
                : "{\"friendly_name\":\"From a text\"}"));
        String path = "/v1/Conversations/" + sandbox.phone(ANNA).send(SHOP, "one").conversationSid();
        sandbox.phone(ANNA).send(SHOP, "damn");
        assertThat(wire.get(path).text("friendly_name")).isEqualTo("From a text");
        assertThat(wire.get(path + "/Messages?Order=desc").items("messages").get(0))
                .containsEntry("body", "***").containsEntry("author", "censor").containsEntry("attributes", "{\"a\":1}")
                .containsEntry("index", 1);
    }

    @Test
    void aRefusalStopsTheAction() {
        listen("onConversationAdd", "onMessageAdd", "onMessageAdded");
        catcher.answers(event -> new WebhookCatcher.Reply(event.event().equals("onMessageAdded") ? 200 : 403, ""));
        assertThat(sandbox.phone(ANNA).send(SHOP, "Hello?")).isEqualTo(new Phone.Sent(null, null));
        assertThat(wire.get("/v1/Conversations").items("conversations")).isEmpty();
        String path = "/v1/Conversations/" + wire.post("/v1/Conversations").text("sid") + "/Messages";
        Wire.Reply refused = wire.post(path, "Body", "Hi", "X-Twilio-Webhook-Enabled", "true");
        assertThat(refused.code()).isEqualTo(50056);
        assertThat(wire.get(path).items("messages")).isEmpty();
        assertThat(catcher.events()).doesNotContain("onMessageAdded");
    }

    @Test
    void aBadValueInTheAnswerFailsTheAction() {
        listen("onMessageAdd");
        catcher.answers(event -> new WebhookCatcher.Reply(200, "{\"attributes\":\"{\"}"));
        String path = "/v1/Conversations/" + wire.post("/v1/Conversations").text("sid") + "/Messages";
        assertThat(wire.post(path, "Body", "Hi", "X-Twilio-Webhook-Enabled", "true").code()).isEqualTo(50304);
        assertThat(wire.get(path).items("messages")).isEmpty();
    }

    @Test
    void noAnswerInTimeLetsTheActionPass() {
        CountDownLatch end = new CountDownLatch(1);
        listen("onConversationAdd");
        catcher.answers(event -> {
            awaitQuietly(end);
            return new WebhookCatcher.Reply(403, "");
        });
        assertThat(sandbox.phone(ANNA).send(SHOP, "Hello?").messageSid()).isNotNull();
        assertThat(sandbox.webhooks()).singleElement().satisfies(sent -> {
            assertThat(sent.outcome()).isEqualTo("timeout");
            assertThat(sent.status()).isZero();
        });
        end.countDown();
    }

    @Test
    void whoAnswersBeforeAnActionMayCallTheApiMeanwhile() {
        listen("onMessageAdd");
        String path = "/v1/Conversations/" + wire.post("/v1/Conversations").text("sid");
        catcher.answers(event -> new WebhookCatcher.Reply(200,
                "{\"author\":\"" + wire.get(path).status() + "\"}"));
        assertThat(wire.post(path + "/Messages", "Body", "Hi", "X-Twilio-Webhook-Enabled", "true").text("author"))
                .isEqualTo("200");
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
