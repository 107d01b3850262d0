// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.channels;

import dev.conversations.sandbox.call.Actor;
import dev.conversations.sandbox.call.Shapes;
import dev.conversations.sandbox.call.Sids;
import dev.conversations.sandbox.hooks.Events;
import dev.conversations.sandbox.rules.Participants;
import dev.conversations.sandbox.world.Agenda;
import dev.conversations.sandbox.world.Catalogue;
import dev.conversations.sandbox.world.Guard;
import dev.conversations.sandbox.world.Item;
import dev.conversations.sandbox.world.Store;
import dev.conversations.webhook.EventType;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The way of a message to those who are bound by an address: each gets a receipt, which is sent first and delivered a
 * moment later, and {@code onDeliveryUpdated} tells of each step.
 *
 * @see <a href="https://www.twilio.com/docs/conversations/delivery-receipts-overview">Twilio, delivery receipts</a>
 */
public final class Receipts {

    private static final List<String> STATES = List.of("sent", "delivered", "read", "failed", "undelivered");
    private static final Duration STEP = Duration.ofMillis(20);

    private final Guard guard;
    private final Store store;
    private final Catalogue catalogue;
    private final Events events;
    private final Phones phones;
    private final Agenda agenda;
    private final Sids sids;
    private final Clock clock;

    public Receipts(Guard guard, Store store, Catalogue catalogue, Events events, Phones phones,
            Agenda agenda, Sids sids, Clock clock) {
        this.guard = guard;
        this.store = store;
        this.catalogue = catalogue;
        this.events = events;
        this.phones = phones;
        this.agenda = agenda;
        this.sids = sids;
        this.clock = clock;
    }

    /** Sends a message to every address in the conversation but the author's. */
    public void deliver(Item conversation, Item message) {
        List<Item> recipients = store.list("participants", conversation.sid()).stream()
                .filter(participant -> participant.text(Participants.ADDRESS) != null)
                .filter(participant -> !participant.sid().equals(message.text("participant_sid")))
                .toList();
        for (Item recipient : recipients) {
            Item receipt = receipt(conversation, message, recipient);
            store.add(receipt);
            Line received = new Line(clock.instant(), false, Collections.singletonList(sender(conversation, recipient)),
                    message.text("body"), conversation.sid(), message.sid(), media(message));
            later(() -> send(receipt, recipient.text(Participants.ADDRESS), received));
        }
        if (!recipients.isEmpty()) {
            count(message);
        }
    }

    /** Says that the recipient has read what was delivered; only channels that tell do. */
    void read(String address) {
        store.all("receipts").stream()
                .filter(receipt -> "delivered".equals(receipt.text("status")))
                .filter(receipt -> address.equals(receipt.settings().get("address")))
                .forEach(receipt -> reach(receipt, "read", 0));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> media(Item message) {
        return message.get("media") instanceof List<?> media ? (List<Map<String, Object>>) media : List.of();
    }

    private void send(Item receipt, String address, Line received) {
        reach(receipt, "sent", 0);
        later(() -> {
            int error = phones.deliver(address, received.at(clock.instant()));
            reach(receipt, error == 0 ? "delivered" : "undelivered", error);
        });
    }

    private void later(Runnable step) {
        agenda.in(STEP, () -> guard.locked(step));
    }

    private void reach(Item receipt, String status, int error) {
        Item message = store.get(receipt.parent());
        if (message == null) {
            return;
        }
        receipt.set("status", status);
        receipt.set("error_code", (long) error);
        receipt.set("date_updated", clock.instant());
        count(message);
        events.tell(EventType.ON_DELIVERY_UPDATED, Actor.system(), receipt, Map.of(
                "DeliveryReceiptSid", List.of(receipt.sid()),
                "ErrorCode", error == 0 ? List.of() : List.of(Integer.toString(error))));
    }

    private Item receipt(Item conversation, Item message, Item recipient) {
        Item receipt = catalogue.blank(Shapes.of("receipts"), message.sid(), conversation.text("chat_service_sid"));
        receipt.set("sid", sids.next("DY"));
        receipt.set("conversation_sid", conversation.sid());
        receipt.set("message_sid", message.sid());
        receipt.set("participant_sid", recipient.sid());
        receipt.settings().put("address", recipient.text(Participants.ADDRESS));
        receipt.set("channel_message_sid", sids.next("SM"));
        receipt.set("date_created", clock.instant());
        receipt.set("date_updated", clock.instant());
        return receipt;
    }

    /** Counts on the message how far its receipts have come; who has come further has come that far as well. */
    private void count(Item message) {
        List<Item> all = List.copyOf(store.list("receipts", message.sid()));
        Map<String, Object> delivery = new LinkedHashMap<>();
        delivery.put("total", (long) all.size());
        STATES.forEach(state -> {
            long reached = all.stream().filter(receipt -> has(receipt.text("status"), state)).count();
            delivery.put(state, reached == 0 ? "none" : reached == all.size() ? "all" : "some");
        });
        message.set("delivery", delivery);
    }

    private static boolean has(String status, String state) {
        return state.equals(status)
                || state.equals("sent") && status != null
                || state.equals("delivered") && "read".equals(status);
    }

    /** The address that the recipient sees: the one bound to it, else one under which a member of the group appears. */
    private String sender(Item conversation, Item recipient) {
        return recipient.text(Participants.PROXY) != null ? recipient.text(Participants.PROXY)
                : store.list("participants", conversation.sid()).stream()
                        .map(participant -> participant.text(Participants.PROJECTED)).filter(Objects::nonNull)
                        .findFirst().orElse(null);
    }
}
