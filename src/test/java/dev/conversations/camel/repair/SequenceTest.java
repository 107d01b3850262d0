// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.camel.observe.Outcome;
import dev.conversations.sandbox.Disturbance;
import dev.conversations.webhook.WebhookEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages come in order though webhooks do not, while no look helps. */
class SequenceTest {

    private static final String SELDOM = "onMessageAdded?repairDelay=3600000&";

    private final Repaired repaired = new Repaired();

    @BeforeEach
    void start() throws Exception {
        repaired.listen(SELDOM);
        await().until(() -> !repaired.looked().equals(Instant.EPOCH));
    }

    @AfterEach
    void stop() throws Exception {
        repaired.close();
    }

    @ParameterizedTest
    @CsvSource({"2, 1, false", "3, 1, false", "0, 3, false", "0, 1, true", "3, 2, true"})
    void whatWebhooksLoseRepeatAndReorderComesInOrderWithTheNextThatArrives(int dropEvery, int copies, boolean reorder) {
        String conversation = repaired.conversation();
        repaired.sandbox.disturb(Disturbance.NONE.withDropEvery(dropEvery).withCopies(copies).withReorder(reorder));
        List<String> messages = new ArrayList<>(repaired.messages(conversation, 30));
        repaired.sandbox.disturb(Disturbance.NONE);
        messages.add(repaired.message(conversation, "last"));

        await().untilAsserted(() -> assertThat(repaired.worked(conversation)).containsExactlyElementsOf(messages));
    }

    @Test
    void whatWasMadeWhileNobodyListenedComesBeforeTheFirstWebhookThatDoes() throws Exception {
        String conversation = repaired.conversation();
        List<String> messages = new ArrayList<>(repaired.messages(conversation, 2));
        await().untilAsserted(() -> assertThat(repaired.worked(conversation)).isEqualTo(messages));
        repaired.stop();
        messages.addAll(repaired.messages(conversation, 20));
        repaired.listen(SELDOM);
        messages.addAll(repaired.messages(conversation, 20));

        await().untilAsserted(() -> assertThat(repaired.worked(conversation)).containsExactlyElementsOf(messages));
    }

    @Test
    void whatFailsIsTriedBeforeWhatFollowsAndHoldsItUpForTenMinutesAtMost() {
        AtomicBoolean failing = new AtomicBoolean(true);
        repaired.work(event -> {
            if ("bad".equals(event.body()) && failing.get()) {
                throw new IllegalStateException("not today");
            }
        });
        String conversation = repaired.conversation();
        String other = repaired.conversation();
        String good = repaired.message(conversation, "good");
        String bad = repaired.message(conversation, "bad");
        String better = repaired.message(conversation, "better");
        String elsewhere = repaired.message(other, "elsewhere");
        await().untilAsserted(() -> assertThat(repaired.sandbox.webhooks())
                .filteredOn(webhook -> webhook.event().equals("onMessageAdded") && webhook.status() >= 500).hasSize(2));
        assertThat(repaired.worked(conversation)).containsExactly(good);
        await().untilAsserted(() -> assertThat(repaired.worked(other)).containsExactly(elsewhere));

        repaired.clock.advance(Duration.ofMinutes(11));
        String best = repaired.message(conversation, "best");
        await().untilAsserted(() -> assertThat(repaired.worked(conversation)).contains(best).doesNotContain(bad));
        failing.set(false);
        String last = repaired.message(conversation, "last");
        await().untilAsserted(() -> assertThat(repaired.worked(conversation)).contains(good, bad, better, best, last).endsWith(last));
    }

    @Test
    void nothingIsAskedForWhereNothingIsMissingAndOneCallIsWhereAnIndexIs() {
        String conversation = repaired.conversation();
        await().until(() -> repaired.webhooks().count(Outcome.RECEIVED) > 0);
        long before = repaired.sandbox.requests();
        List<String> messages = new ArrayList<>(repaired.messages(conversation, 10));
        await().untilAsserted(() -> assertThat(repaired.worked(conversation)).isEqualTo(messages));
        assertThat(repaired.sandbox.requests() - before).as("the creates").isEqualTo(10);

        repaired.sandbox.disturb(Disturbance.NONE.withDropEvery(1));
        messages.addAll(repaired.messages(conversation, 5));
        repaired.sandbox.disturb(Disturbance.NONE);
        messages.add(repaired.message(conversation, "last"));
        await().untilAsserted(() -> assertThat(repaired.worked(conversation)).isEqualTo(messages));
        assertThat(repaired.sandbox.requests() - before).as("the creates and a list").isEqualTo(17);
        assertThat(repaired.events).filteredOn(WebhookEvent::repaired).hasSize(5);
    }
}
