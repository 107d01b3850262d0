package dev.conversations.camel.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.camel.observe.Outcome;
import dev.conversations.sandbox.Disturbance;
import dev.conversations.webhook.WebhookEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Events of which no webhook tells come all the same. */
class RepairTest {

    private static final Disturbance LOSING_ALL = Disturbance.NONE.withDropEvery(1);

    private final Repaired repaired = new Repaired();

    @AfterEach
    void stop() throws Exception {
        repaired.close();
    }

    @Test
    void everythingMadeIsToldThoughAllWebhooksAreLost() throws Exception {
        repaired.listen(Repaired.ALL);
        repaired.sandbox.disturb(LOSING_ALL);
        String conversation = repaired.conversation();
        String participant = repaired.participant(conversation, "alice");
        List<String> messages = repaired.messages(conversation, 3);

        await().untilAsserted(() -> assertThat(repaired.events).hasSize(5));
        assertThat(repaired.events).extracting(WebhookEvent::eventType).containsExactly(
                "onConversationAdded", "onParticipantAdded", "onMessageAdded", "onMessageAdded", "onMessageAdded");
        assertThat(repaired.events).allMatch(WebhookEvent::repaired);
        assertThat(repaired.events.get(1).participantSid()).isEqualTo(participant);
        assertThat(repaired.worked(conversation)).isEqualTo(messages);
        assertThat(repaired.webhooks().count(Outcome.REPAIRED)).isEqualTo(5);
    }

    @Test
    void whatAWebhookToldIsNotToldAgain() throws Exception {
        repaired.listen(Repaired.ALL);
        String conversation = repaired.conversation();
        List<String> messages = repaired.messages(conversation, 20);
        await().untilAsserted(() -> assertThat(repaired.cursor(conversation)).startsWith("19 "));
        await().untilAsserted(() -> assertThat(repaired.events).hasSize(21));
        assertThat(new HashSet<>(repaired.worked(conversation))).isEqualTo(Set.copyOf(messages));
    }
}
