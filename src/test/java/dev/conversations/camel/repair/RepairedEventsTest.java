// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.camel.ConversationsHeaders;
import dev.conversations.camel.observe.Outcome;
import dev.conversations.sandbox.Disturbance;
import dev.conversations.webhook.WebhookEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events of which no webhook tells come all the same, each once. */
class RepairedEventsTest {

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
        assertThat(repaired.events).allMatch(WebhookEvent::repaired);
        assertThat(repaired.events.get(0).eventType()).isEqualTo("onConversationAdded");
        assertThat(repaired.events).extracting(WebhookEvent::participantSid).contains(participant);
        assertThat(repaired.worked(conversation)).isEqualTo(messages);
        assertThat(repaired.webhooks().count(Outcome.REPAIRED)).isEqualTo(5);
    }

    @Test
    void whatAWebhookToldIsNotToldAgain() throws Exception {
        repaired.listen(Repaired.ALL);
        String conversation = repaired.conversation();
        List<String> messages = repaired.messages(conversation, 20);

        await().untilAsserted(() -> assertThat(repaired.worked(conversation)).containsExactlyInAnyOrderElementsOf(messages));
        repaired.clock.advance(Duration.ofMinutes(2));
        await().untilAsserted(() -> assertThat(repaired.cursor(conversation)).startsWith("19 "));
        assertThat(repaired.worked(conversation)).hasSize(20);
        assertThat(repaired.webhooks().count(Outcome.REPAIRED) + repaired.webhooks().count(Outcome.PROCESSED)).isEqualTo(21);
    }

    @ParameterizedTest
    @CsvSource({"3, 1, false", "0, 3, false", "0, 1, true", "3, 2, true"})
    void losingRepeatingAndReorderingLeaveEachOnceAndWhatIsRepairedInOrder(int dropEvery, int copies, boolean reorder) throws Exception {
        repaired.listen(Repaired.ALL);
        repaired.sandbox.disturb(Disturbance.NONE.withDropEvery(dropEvery).withCopies(copies).withReorder(reorder));
        Map<String, List<String>> made = new HashMap<>();
        IntStream.range(0, 5).forEach(i -> made.put(repaired.conversation(), new ArrayList<>()));
        IntStream.range(0, 100).forEach(i -> made.forEach((conversation, messages) -> {
            if (messages.size() < 20) {
                messages.add(repaired.message(conversation, "text " + i));
            }
        }));

        await().untilAsserted(() -> made.forEach((conversation, messages) ->
                assertThat(repaired.worked(conversation)).containsExactlyInAnyOrderElementsOf(messages)));
        repaired.clock.advance(Duration.ofMinutes(2));
        await().untilAsserted(() -> made.forEach((conversation, messages) -> {
            assertThat(repaired.cursor(conversation)).startsWith("19 ");
            assertThat(repaired.worked(conversation)).hasSameSizeAs(messages);
        }));
        made.keySet().forEach(conversation -> assertThat(repaired.events)
                .filteredOn(event -> event.repaired() && event.messageSid() != null && conversation.equals(event.conversationSid()))
                .extracting(WebhookEvent::index).isSorted());
        assertThat(repaired.events).extracting(WebhookEvent::conversationSid).containsAll(made.keySet());
    }

    @Test
    void whatCannotBeAskedForNowIsFoundLater() throws Exception {
        repaired.listen("onMessageAdded?");
        repaired.sandbox.disturb(LOSING_ALL);
        String conversation = repaired.conversation();
        List<String> messages = repaired.messages(conversation, 2);
        repaired.sandbox.throttle(3, Duration.ZERO);

        await().untilAsserted(() -> assertThat(repaired.worked(conversation)).isEqualTo(messages));
    }

    @Test
    void whatHasNoCursorYetThoughItIsWorkedOnIsNotWorkedOnAgain() throws Exception {
        AtomicInteger crashes = new AtomicInteger();
        repaired.states.beforeWriting(key -> {
            if (key.endsWith("messages") && crashes.incrementAndGet() < 4) {
                throw new IllegalStateException("no room on the disk");
            }
        });
        repaired.listen(Repaired.ALL);
        repaired.sandbox.disturb(LOSING_ALL);
        String conversation = repaired.conversation();
        List<String> messages = repaired.messages(conversation, 5);
        await().untilAsserted(() -> assertThat(repaired.worked(conversation)).isEqualTo(messages));
        repaired.clock.advance(Duration.ofMinutes(2));

        await().untilAsserted(() -> assertThat(repaired.cursor(conversation)).startsWith("4 "));
        assertThat(crashes).hasValueGreaterThan(3);
        assertThat(repaired.worked(conversation)).isEqualTo(messages);
    }

    @Test
    void theCursorWaitsAMinuteForMessagesThatShowUpLate() throws Exception {
        repaired.listen("onMessageAdded?");
        repaired.sandbox.disturb(LOSING_ALL);
        String conversation = repaired.conversation();
        List<String> messages = repaired.messages(conversation, 2);
        await().untilAsserted(() -> assertThat(repaired.worked(conversation)).isEqualTo(messages));

        assertThat(repaired.cursor(conversation)).isNull();
        repaired.clock.advance(Duration.ofMinutes(2));
        await().untilAsserted(() -> assertThat(repaired.cursor(conversation)).startsWith("1 "));
        assertThat(repaired.worked(conversation)).isEqualTo(messages);
    }

    @Test
    void whatFailsIsToldAgainBeforeWhatFollowsItAndHoldsUpNoOtherConversation() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        repaired.work(event -> {
            if ("bad".equals(event.body()) && failures.incrementAndGet() < 4) {
                throw new IllegalStateException("not today");
            }
        });
        repaired.listen("onMessageAdded?");
        repaired.sandbox.disturb(LOSING_ALL);
        String conversation = repaired.conversation();
        List<String> messages = List.of(repaired.message(conversation, "good"), repaired.message(conversation, "bad"),
                repaired.message(conversation, "better"));
        String other = repaired.conversation();
        List<String> others = repaired.messages(other, 2);

        await().untilAsserted(() -> assertThat(repaired.worked(other)).isEqualTo(others));
        await().untilAsserted(() -> assertThat(repaired.worked(conversation)).isEqualTo(messages));
        assertThat(failures).hasValue(4);
    }

    @Test
    void aRouteTellsRepairedEventsByAHeader() throws Exception {
        repaired.listen(Repaired.ALL);
        String told = repaired.conversation();
        await().untilAsserted(() -> assertThat(repaired.headers).hasSize(1));
        repaired.sandbox.disturb(LOSING_ALL);
        repaired.message(told, "hello");
        await().untilAsserted(() -> assertThat(repaired.headers).hasSize(2));

        assertThat(repaired.headers.get(1)).containsEntry(ConversationsHeaders.EVENT_REPAIRED, true)
                .containsEntry(ConversationsHeaders.EVENT_TYPE, "onMessageAdded")
                .containsEntry(ConversationsHeaders.EVENT_CONVERSATION_SID, told);
    }
}
