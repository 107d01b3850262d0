// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.text.Json;
import dev.conversations.sandbox.Phone;
import dev.conversations.webhook.Delivery;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.WebhookEvent;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A repaired event is what a webhook tells, as far as the API knows it. */
class RetoldTest {

    private static final String SHOP = "+15559990000";
    /** What only a webhook knows, what is written otherwise, and what marks the repaired one. */
    private static final Set<String> OTHERWISE = Set.of("Source", "RetryCount", "DateCreated", "DateUpdated", "Repaired");
    /** In a conversation that a message opened, webhooks tell by which addresses. */
    private static final String OPENED_BY = "MessagingBinding.";

    private final Repaired repaired = new Repaired();

    @AfterEach
    void stop() throws Exception {
        repaired.close();
    }

    @Test
    void everyParameterIsThatOfTheWebhook() throws Exception {
        repaired.listen(Repaired.ALL + "repairDelay=1h&");
        repaired.call("addresses/create", Map.of("type", "sms", "address", SHOP, "autoCreationEnabled", true));
        Phone.Sent sent = repaired.sandbox.phone("+15551230001")
                .send(SHOP, "Look", new Phone.Attachment("image/png", "parcel.png", new byte[] {1, 2, 3}));
        String chat = repaired.conversation();
        repaired.participant(chat, "alice");
        repaired.message(chat, "no file");
        await().until(() -> repaired.events.size() >= 6);

        List<WebhookEvent> told = repaired.events.stream().filter(event -> !event.repaired()).toList();
        assertThat(told).extracting(WebhookEvent::messageSid).contains(sent.messageSid());
        told.forEach(this::compare);
    }

    private void compare(WebhookEvent told) {
        EventType type = told.type().orElseThrow();
        Map<String, Object> conversation = fetch("conversations", Map.of("sid", told.conversationSid()));
        WebhookEvent again = Retold.event(type, switch (type) {
            case ON_MESSAGE_ADDED -> fetch("messages", Map.of("conversationSid", told.conversationSid(), "sid", told.messageSid()));
            case ON_PARTICIPANT_ADDED ->
                    fetch("participants", Map.of("conversationSid", told.conversationSid(), "sid", told.participantSid()));
            default -> conversation;
        }, conversation);

        Set<String> names = new HashSet<>(told.parameters().keySet());
        names.addAll(again.parameters().keySet());
        names.removeAll(OTHERWISE);
        names.removeIf(name -> type == EventType.ON_CONVERSATION_ADDED && name.startsWith(OPENED_BY));
        assertThat(names).hasSizeGreaterThan(5).allSatisfy(name ->
                assertThat(again.toMap().get(name)).as(type + " " + name).isEqualTo(told.toMap().get(name)));
        assertThat(again.dateCreated()).isEqualTo(told.dateCreated().truncatedTo(ChronoUnit.SECONDS));
        assertThat(again.repaired()).isTrue();
        assertThat(new Delivery(again, null).key()).isEqualTo(new Delivery(told, "token").key());
    }

    private Map<String, Object> fetch(String resource, Map<String, Object> arguments) {
        return Json.toMap(repaired.call(resource + "/fetch", arguments));
    }
}
