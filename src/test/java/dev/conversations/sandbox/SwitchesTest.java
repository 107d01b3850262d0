// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.conversations.webhook.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be made to go wrong. */
class SwitchesTest {

    private static final String SHOP = "+15550000001";

    private final Sandbox sandbox = Sandbox.start();
    private final Wire wire = new Wire(sandbox);
    private final WebhookCatcher catcher = new WebhookCatcher();

    @BeforeEach
    void listen() {
        wire.post("/v1/Configuration/Addresses", "Type", "sms", "Address", SHOP, "AutoCreation.Enabled", "true");
        wire.post("/v1/Configuration/Webhooks", "PostWebhookUrl", catcher.url("/"), "Filters", "onMessageAdded");
    }

    @AfterEach
    void stop() {
        sandbox.close();
        catcher.close();
    }

    @Test
    void callsAreThrottledAsManyAsWished() {
        sandbox.throttle(2, Duration.ofSeconds(7));
        Wire.Reply refused = wire.post("/v1/Conversations");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.code()).isEqualTo(20429);
        assertThat(refused.http().headers().firstValue("Retry-After")).contains("7");
        assertThat(wire.get("/v1/Conversations").status()).isEqualTo(429);
        assertThat(wire.get("/v1/Conversations").items("conversations")).isEmpty();
    }

    @Test
    void copiesOfAWebhookShareTheirToken() {
        sandbox.disturb(Disturbance.NONE.withCopies(2));
        send(1);
        await().until(() -> catcher.caught().size() == 2);
        assertThat(catcher.caught()).extracting(event -> event.header("I-Twilio-Idempotency-Token"))
                .doesNotContainNull()
                .containsOnly(catcher.caught().get(0).header("I-Twilio-Idempotency-Token"));
    }

    @Test
    void everyThirdIsLost() {
        sandbox.disturb(Disturbance.NONE.withDropEvery(3));
        send(6);
        await().until(() -> catcher.caught().size() == 4);
        assertThat(bodies()).containsExactly("m0", "m1", "m3", "m4");
        assertThat(sandbox.webhooks()).extracting(SentWebhook::outcome).filteredOn("dropped"::equals).hasSize(2);
    }

    @Test
    void twoChangePlacesAndOneAloneFollows() {
        sandbox.disturb(Disturbance.NONE.withReorder(true));
        send(3);
        await().until(() -> catcher.caught().size() == 3);
        assertThat(bodies()).containsExactly("m1", "m0", "m2");
    }

    @Test
    void allComeLater() {
        sandbox.disturb(Disturbance.NONE.withDelay(Duration.ofMillis(200)));
        Instant start = Instant.now();
        send(2);
        await().until(() -> catcher.caught().size() == 2);
        assertThat(Duration.between(start, Instant.now())).isGreaterThan(Duration.ofMillis(200));
        assertThat(bodies()).containsExactly("m0", "m1");
    }

    @Test
    void theSwitchesCanBeSetOverHttp() {
        Instant before = sandbox.now();
        assertThat(wire.post("/sandbox/switches", "Throttle", "1", "Copies", "3", "Advance", "PT1H",
                "OpeningMillis", "20", "Sink", catcher.url("/sink")).status()).isEqualTo(200);
        assertThat(sandbox.now()).isAfter(before.plus(Duration.ofMinutes(59)));
        assertThat(wire.get("/v1/Conversations").status()).isEqualTo(429);
        assertThat(wire.post("/v1/ConversationWithParticipants").status()).isEqualTo(202);
        send(1);
        await().until(() -> catcher.caught().size() >= 5);
        assertThat(wire.post("/sandbox/switches", "Copies", "many").text("message")).contains("Copies");
        assertThat(wire.post("/sandbox/switches", "Advance", "soon").status()).isEqualTo(400);
        assertThat(wire.post("/sandbox/switches", "Sink", "file:/etc").status()).isEqualTo(400);
    }

    @Test
    void theKeysThatSignCanBeSetOverHttp() {
        String key = "CK" + "a".repeat(32);
        assertThat(wire.post("/sandbox/switches", "Keys", key + "=se=cret", "Algorithm", "HMAC_SHA1").status()).isEqualTo(200);
        send(1);
        assertThat(wire.post("/sandbox/switches", "Keys", "CK1=secret").text("message")).contains("SID").doesNotContain("secret");
        assertThat(wire.post("/sandbox/switches", "Keys", key + "=x", "Algorithm", "none").text("message")).contains("HMAC_SHA256");
        await().until(() -> catcher.caught().size() == 1);
        assertThat(wire.post("/sandbox/switches", "Keys", "").status()).isEqualTo(200);
        send(1);
        await().until(() -> catcher.caught().size() == 2);
        assertThat(catcher.caught()).extracting(event -> event.header(Signature.SETTINGS_HEADER))
                .containsExactly("key=" + key + ",algorithm=HMAC_SHA1", null);
        WebhookCatcher.Caught signed = catcher.caught().get(0);
        assertThat(Signature.of("se=cret").sign(signed.url(), signed.parameters())).isEqualTo(signed.header(Signature.HEADER));
    }

    @Test
    void aKeyThatIsNoneIsRefusedWithoutTellingIt() {
        assertThatThrownBy(() -> WebhookKey.of("CK1", "secret")).hasMessageContaining("32 hexadecimal digits");
        assertThatThrownBy(() -> WebhookKey.of("CK" + "a".repeat(32), "")).hasMessageContaining("is empty");
        assertThat(WebhookKey.of("CK" + "a".repeat(32), "secret").toString()).doesNotContain("secret");
    }

    @Test
    void aDisturbanceThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> Disturbance.NONE.withCopies(0)).hasMessageContaining("copies 0");
        assertThatThrownBy(() -> Disturbance.NONE.withDropEvery(-1)).hasMessageContaining("dropEvery -1");
        assertThatThrownBy(() -> Disturbance.NONE.withDelay(Duration.ofSeconds(-1))).hasMessageContaining("delay");
    }

    private void send(int messages) {
        IntStream.range(0, messages).forEach(i -> sandbox.phone("+15551230001").send(SHOP, "m" + i));
    }

    private List<String> bodies() {
        return catcher.caught().stream().map(event -> event.get("Body")).toList();
    }
}
