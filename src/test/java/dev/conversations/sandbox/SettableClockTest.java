// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.conversations.sandbox.world.Agenda;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Time in the sandbox goes as its clock says. */
class SettableClockTest {

    private static final String SHOP = "+15550000001";
    private static final String ANNA = "+15551230001";
    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
    private static final Duration STEP = Duration.ofMillis(20);

    private final SettableClock clock = SettableClock.at(START);
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withClock(clock));
    private final Wire wire = new Wire(sandbox);
    private final WebhookCatcher catcher = new WebhookCatcher();

    @AfterEach
    void stop() {
        sandbox.close();
        catcher.close();
    }

    @Test
    void itStandsStillUntilItIsMoved() {
        assertThat(clock.instant()).isEqualTo(START);
        clock.advance(Duration.ofHours(1));
        assertThat(sandbox.now()).isEqualTo(START.plus(Duration.ofHours(1)));
        sandbox.advance(Duration.ofHours(1));
        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(2)));
        assertThat(wire.post("/v1/Conversations").text("date_created")).isEqualTo("2030-01-01T02:00:00Z");
    }

    @Test
    void itNeverGoesBack() {
        assertThatThrownBy(() -> clock.advance(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("zero or more");
        assertThat(wire.post("/sandbox/switches", "Advance", "PT-1S").status()).isEqualTo(400);
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void itShowsTheSameTimeInOtherZones() {
        Clock elsewhere = clock.withZone(ZoneId.of("Europe/Paris"));
        clock.advance(Duration.ofDays(1));
        assertThat(elsewhere.instant()).isEqualTo(clock.instant());
        assertThat(elsewhere.getZone()).isEqualTo(ZoneId.of("Europe/Paris"));
    }

    @Test
    void oneThatTicksIsMovedAhead() {
        SettableClock ticking = SettableClock.ticking();
        Instant before = ticking.instant();
        ticking.advance(Duration.ofDays(1));
        assertThat(ticking.instant()).isBetween(before.plus(Duration.ofDays(1)), before.plus(Duration.ofDays(2)));
        await().until(() -> ticking.instant().isAfter(before.plus(Duration.ofDays(1)).plusMillis(5)));
    }

    @Test
    void receiptsComeWhenItIsMoved() {
        String message = speak();
        String receipts = message + "/Receipts";
        assertThat(wire.get(receipts).items("delivery_receipts")).extracting(r -> r.get("status")).containsOnlyNulls();
        clock.advance(STEP);
        assertThat(wire.get(receipts).items("delivery_receipts")).extracting(r -> r.get("status")).containsOnly("sent");
        assertThat(sandbox.phone(ANNA).received()).isEmpty();
        clock.advance(STEP);
        assertThat(wire.get(receipts).items("delivery_receipts")).extracting(r -> r.get("status"))
                .containsOnly("delivered");
        assertThat(sandbox.phone(ANNA).received()).extracting(Phone.Received::body).containsExactly("Hello");
    }

    @Test
    void timersOfConversationsAreDueToTheInstant() {
        String path = "/v1/Conversations/" + wire.post("/v1/Conversations", "State", "active",
                "Timers.Inactive", "PT1M", "Timers.Closed", "PT10M").text("sid");
        clock.advance(Duration.ofSeconds(59));
        assertThat(wire.get(path).text("state")).isEqualTo("active");
        wire.post(path + "/Messages", "Body", "traffic");
        clock.advance(Duration.ofSeconds(59));
        assertThat(wire.get(path).text("state")).isEqualTo("active");
        clock.advance(Duration.ofSeconds(1));
        assertThat(wire.get(path).text("state")).isEqualTo("inactive");
        assertThat(wire.get(path).text("date_updated")).isEqualTo("2030-01-01T00:01:59Z");
        clock.advance(Duration.ofMinutes(9));
        assertThat(wire.get(path).text("state")).isEqualTo("closed");
    }

    @Test
    void timersThatAreShortenedAreDueEarlier() {
        String path = "/v1/Conversations/" + wire.post(
                "/v1/Conversations", "State", "active", "Timers.Inactive", "P30D").text("sid");
        wire.post(path, "Timers.Inactive", "PT1M");
        clock.advance(Duration.ofMinutes(1));
        assertThat(wire.get(path).text("state")).isEqualTo("inactive");
    }

    @Test
    void filesThatNobodyTookAreGoneInTime() {
        String media = "/v1/Services/" + sandbox.chatServiceSid() + "/Media";
        String file = wire.upload(media, Map.of(), "text/plain", "a.txt", new byte[1]).text("sid");
        clock.advance(Duration.ofMinutes(5));
        assertThat(wire.get(media + "/" + file).status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(wire.get(media + "/" + file).status()).isEqualTo(404);
    }

    @Test
    void whatIsDelayedWaitsForIt() {
        wire.post("/v1/Configuration/Webhooks", "PostWebhookUrl", catcher.url("/"), "Filters", "onMessageAdded");
        sandbox.disturb(Disturbance.NONE.withDelay(Duration.ofHours(1)));
        sandbox.opening(Duration.ofHours(1));
        String opened = wire.post("/v1/ConversationWithParticipants").text("sid");
        speak();
        clock.advance(Duration.ofMinutes(59));
        assertThat(sandbox.webhooks()).isEmpty();
        assertThat(wire.get("/v1/Conversations/" + opened).text("state")).isEqualTo("initializing");
        clock.advance(Duration.ofMinutes(1));
        assertThat(wire.get("/v1/Conversations/" + opened).text("state")).isEqualTo("active");
        await().until(() -> catcher.caught().size() == 1);
    }

    @Test
    void severalSandboxesFollowOneClockUntilTheyAreClosed() {
        try (Sandbox other = Sandbox.start(SandboxOptions.defaults().withClock(clock))) {
            clock.advance(Duration.ofDays(1));
            assertThat(other.now()).isEqualTo(sandbox.now()).isEqualTo(START.plus(Duration.ofDays(1)));
        }
        clock.advance(Duration.ofDays(1));
        assertThat(sandbox.now()).isEqualTo(START.plus(Duration.ofDays(2)));
    }

    @Test
    void withMeansHandedInAllHappensOnOneThreadAndTheSameEachTime() {
        assertThat(story()).isEqualTo(story()).hasSizeGreaterThan(4);
    }

    @Test
    void theDocumentsTellOfIt() throws IOException {
        assertThat(Files.readString(Path.of("docs/sandbox.md")))
                .contains("Sandbox.start(SandboxOptions.defaults().withClock(clock))", "clock.advance(");
    }

    /** What the webhooks of a message and its delivery were, with the identifiers that they told of. */
    private List<String> story() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        SettableClock time = SettableClock.at(START);
        Means means = new Means(time, new Agenda(time, Agenda.Alarm.NONE), new Random(4711), task -> {
            threads.add(Thread.currentThread());
            task.run();
        }, Runnable::run, HttpClient.newHttpClient(), () -> { });
        try (Sandbox single = Sandbox.start(SandboxOptions.defaults(), means)) {
            Wire api = new Wire(single);
            api.post("/v1/Configuration/Addresses", "Type", "sms", "Address", SHOP, "AutoCreation.Enabled", "true");
            api.post("/v1/Configuration/Webhooks", "PostWebhookUrl", catcher.url("/"),
                    "Filters", "onMessageAdded", "Filters", "onDeliveryUpdated", "Filters", "onConversationAdded");
            Phone.Sent sent = single.phone(ANNA).send(SHOP, "Hello?");
            api.post("/v1/Conversations/" + sent.conversationSid() + "/Messages", "Author", "shop", "Body", "Hello");
            time.advance(STEP);
            time.advance(STEP);
            List<String> story = new ArrayList<>();
            single.webhooks().forEach(told -> story.add(told.at() + " " + told.event() + " " + told.outcome()));
            story.add(single.phone(ANNA).received().get(0).messageSid());
            assertThat(threads).containsExactly(Thread.currentThread());
            return story;
        }
    }

    /** The path of a message on its way to a phone. */
    private String speak() {
        String conversation = "/v1/Conversations/" + wire.post("/v1/Conversations").text("sid");
        wire.post(conversation + "/Participants",
                "MessagingBinding.Address", ANNA, "MessagingBinding.ProxyAddress", SHOP);
        return conversation + "/Messages/" + wire.post(conversation + "/Messages",
                "Author", "shop", "Body", "Hello", "X-Twilio-Webhook-Enabled", "true").text("sid");
    }
}
