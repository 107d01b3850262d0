// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.conversations.sandbox.Disturbance;
import dev.conversations.webhook.WebhookEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a repair looks into, and from when on. */
class RepairScopeTest {

    private static final Disturbance LOSING_ALL = Disturbance.NONE.withDropEvery(1);

    private final Repaired repaired = new Repaired();

    @AfterEach
    void stop() throws Exception {
        repaired.close();
    }

    @Test
    void whatWasMadeWhileNobodyListenedIsToldWhenSomebodyDoes() throws Exception {
        repaired.listen(Repaired.ALL);
        String known = repaired.conversation();
        String quiet = repaired.conversation();
        List<String> before = repaired.messages(known, 2);
        await().untilAsserted(() -> assertThat(repaired.worked(known)).containsExactlyInAnyOrderElementsOf(before));
        repaired.stop();
        List<String> meanwhile = new ArrayList<>(repaired.messages(known, 3));
        repaired.messages(quiet, 1);
        repaired.close(quiet);
        String passing = repaired.conversation();
        List<String> passed = repaired.messages(passing, 2);
        repaired.close(passing);
        repaired.listen(Repaired.ALL);

        await().untilAsserted(() -> assertThat(repaired.worked(passing)).isEqualTo(passed));
        await().untilAsserted(() -> assertThat(repaired.worked(quiet)).hasSize(1));
        await().untilAsserted(() -> assertThat(repaired.worked(known)).hasSize(5));
        assertThat(repaired.worked(known).subList(2, 5)).isEqualTo(meanwhile);
        assertThat(repaired.events).filteredOn(event -> event.eventType().equals("onConversationAdded")).hasSize(3);
    }

    @Test
    void theLastMessageOfAConversationIsToldThoughItWasMadeLongAgoAndIsClosedByNow() throws Exception {
        repaired.listen("onMessageAdded?");
        repaired.sandbox.disturb(LOSING_ALL);
        String conversation = repaired.conversation();
        repaired.clock.advance(Duration.ofDays(3));
        Instant later = repaired.clock.instant();
        await().until(() -> repaired.looked().isAfter(later.minusSeconds(1)));
        String last = repaired.message(conversation, "bye");
        repaired.close(conversation);

        await().untilAsserted(() -> assertThat(repaired.worked(conversation)).containsExactly(last));
    }

    @Test
    void deletedItemsAreNoMoreThanGaps() throws Exception {
        repaired.listen("onMessageAdded?");
        repaired.sandbox.disturb(LOSING_ALL);
        String deleted = repaired.conversation();
        String conversation = repaired.conversation();
        List<String> messages = repaired.messages(conversation, 2);
        await().untilAsserted(() -> assertThat(repaired.worked(conversation)).isEqualTo(messages));
        String gone = repaired.message(conversation, "gone");
        repaired.call("messages/delete", Map.of("conversationSid", conversation, "sid", gone));
        repaired.call("conversations/delete", Map.of("sid", deleted));
        String last = repaired.message(conversation, "last");

        await().untilAsserted(() -> assertThat(repaired.worked(conversation)).contains(last).hasSizeBetween(3, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOW", "BEGINNING"})
    void aFirstRepairBeginsWhereItIsToldTo(String startFrom) throws Exception {
        String conversation = repaired.conversation();
        List<String> messages = new ArrayList<>(repaired.messages(conversation, 3));
        repaired.clock.advance(Duration.ofSeconds(2));
        repaired.listen(Repaired.ALL + "startFrom=" + startFrom + "&");
        repaired.sandbox.disturb(LOSING_ALL);
        String last = repaired.message(conversation, "last");
        messages.add(last);

        await().untilAsserted(() -> assertThat(repaired.worked(conversation)).contains(last));
        assertThat(repaired.worked(conversation)).isEqualTo(startFrom.equals("NOW") ? List.of(last) : messages);
    }

    @Test
    void theConversationsOfAnotherServiceAreRepairedWhenAskedFor() throws Exception {
        String service = Repaired.sid(repaired.call("services/create", Map.of("friendlyName", "another")));
        repaired.listen(Repaired.ALL + "repairServiceSid=" + service + "," + repaired.sandbox.chatServiceSid() + "&");
        String here = repaired.conversation();
        String there = Repaired.sid(repaired.call("conversations/create", Map.of("chatServiceSid", service)));
        repaired.call("messages/create", Map.of("chatServiceSid", service, "conversationSid", there, "body", "hello"));
        repaired.message(here, "hello");

        await().untilAsserted(() -> assertThat(repaired.worked(there)).hasSize(1));
        await().untilAsserted(() -> assertThat(repaired.worked(here)).hasSize(1));
        assertThat(repaired.events).filteredOn(event -> there.equals(event.conversationSid()))
                .extracting(WebhookEvent::chatServiceSid).containsOnly(service);
    }

    @Test
    void onlyTheConversationIsRepairedForWhichWebhooksAreRegistered() throws Exception {
        String one = repaired.conversation();
        String other = repaired.conversation();
        repaired.listen("all?only=onMessageAdded&registration=CONVERSATION&publicUrl=http://localhost:1&registrationConversationSid="
                + one + "&");
        repaired.sandbox.disturb(LOSING_ALL);
        repaired.message(other, "not this");
        String message = repaired.message(one, "this");

        await().untilAsserted(() -> assertThat(repaired.worked(one)).containsExactly(message));
        assertThat(repaired.worked(other)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "onMessageUpdated? | repair finds what onMessageAdded, onParticipantAdded, onConversationAdded and onDeliveryUpdated tell of",
        "onMessageAdd? | repair finds what onMessageAdded, onParticipantAdded, onConversationAdded and onDeliveryUpdated tell of",
        "onMessageAdded?repairDelay=0& | repairDelay must be longer than 0"})
    void whatCannotBeRepairedIsToldAtStart(String options, String fault) {
        assertThatThrownBy(() -> repaired.listen(options)).hasStackTraceContaining(fault);
    }
}
