// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.webhook.WebhookEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What became of messages is told though no webhook tells of it. */
class DeliveriesTest {

    private static final String SHOP = "+15559990000";
    private static final String LOST = "+15551230001";
    private static final String FOUND = "+15551230002";

    private final Repaired repaired = new Repaired();

    @BeforeEach
    void start() {
        repaired.call("addresses/create", Map.of("type", "sms", "address", SHOP, "autoCreationEnabled", true));
        repaired.sandbox.phone(LOST).failing(30006);
    }

    @AfterEach
    void stop() throws Exception {
        repaired.close();
    }

    @Test
    void failuresAndArrivalsOfWhichNoWebhookTellsAreToldOnceWithTheirReason() throws Exception {
        repaired.listen("onDeliveryUpdated?");
        String lost = send(LOST);
        String found = send(FOUND);

        await().untilAsserted(() -> assertThat(last(lost)).isEqualTo("undelivered"));
        await().untilAsserted(() -> assertThat(last(found)).isEqualTo("delivered"));
        WebhookEvent failure = events(lost).get(events(lost).size() - 1);
        assertThat(failure.repaired()).isTrue();
        assertThat(failure.errorCode()).isEqualTo(30006);
        assertThat(failure.deliveryReceiptSid()).startsWith("DY");
        assertThat(failure.parameter("ParticipantSid")).startsWith("MB");
        assertThat(events(found).get(0).errorCode()).isNull();
        repaired.clock.advance(Duration.ofHours(2));
        await().until(() -> repaired.looked().isAfter(repaired.clock.instant().minusSeconds(60)));
        assertThat(events(lost)).extracting(WebhookEvent::status).doesNotHaveDuplicates();
        assertThat(events(found)).extracting(WebhookEvent::status).doesNotHaveDuplicates();
    }

    @Test
    void whatFailedWhileNobodyListenedIsToldWhenSomebodyDoesAndNotAgainAfterThat() throws Exception {
        repaired.listen("onDeliveryUpdated?");
        await().until(() -> repaired.looked().isAfter(repaired.clock.instant().minusSeconds(60)));
        repaired.stop();
        String lost = send(LOST);
        repaired.clock.advance(Duration.ofHours(3));
        repaired.listen("onDeliveryUpdated?");
        await().untilAsserted(() -> assertThat(last(lost)).isEqualTo("undelivered"));
        repaired.stop();
        repaired.listen("onDeliveryUpdated?");
        repaired.clock.advance(Duration.ofHours(3));
        await().until(() -> repaired.looked().isAfter(repaired.clock.instant().minusSeconds(60)));

        assertThat(events(lost)).hasSize(1);
    }

    private String send(String to) {
        String conversation = repaired.sandbox.phone(to).send(SHOP, "Hello").conversationSid();
        return Repaired.sid(repaired.call("messages/create", Map.of("conversationSid", conversation, "body", "Yes?")));
    }

    private List<WebhookEvent> events(String message) {
        return repaired.events.stream().filter(event -> message.equals(event.messageSid())).toList();
    }

    private String last(String message) {
        List<WebhookEvent> events = events(message);
        return events.isEmpty() ? null : events.get(events.size() - 1).status();
    }
}
