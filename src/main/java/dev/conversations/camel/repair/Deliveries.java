// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import dev.conversations.api.Pages;
import dev.conversations.api.text.Json;
import dev.conversations.camel.poll.NewItems;
import dev.conversations.webhook.DeliveryVerdict;
import dev.conversations.webhook.EventType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.support.LRUCacheFactory;

/**
 * What became of the messages of a service, as their receipts tell. Each that shows something new is offered to the route, which may
 * have had it by a webhook; the cursor moves over messages of which nothing more is to be expected.
 */
final class Deliveries {

    private static final String CURSOR = "deliveries";
    private static final String ERROR_CODE = "error_code";
    /** So many messages are held at once. */
    private static final int MOST = 1000;
    private static final int MESSAGES = 10_000;

    private final Twilio twilio;
    /** What the summary of a message's receipts showed when they were last offered, by its SID. */
    private final Map<String, Shown> known = LRUCacheFactory.newLRUCache(MESSAGES);

    /** @param over whether nothing more was to be expected */
    private record Shown(Object summary, boolean over) {}

    Deliveries(Twilio twilio) {
        this.twilio = twilio;
    }

    /**
     * Offers what is new behind the cursor.
     *
     * @return whether the route has finished all there is, and nothing more is to be expected soon
     */
    boolean offer(Map<String, Object> conversation, Cursors cursors, Span span, Offer offer) throws InterruptedException {
        String sid = Look.sid(conversation);
        NewItems items = twilio.in(sid, Strand.MESSAGES);
        String before = cursors.get(sid, CURSOR);
        String kept = before;
        String reached = before;
        boolean settled = true;
        List<Object> messages;
        try {
            do {
                messages = reached == null ? items.since(span.begin(), MOST) : items.after(reached, MOST);
                for (Object message : messages) {
                    Shown shown = shown(message, conversation, offer);
                    if (shown == null) {
                        return false;
                    }
                    settled &= shown.over() || span.isLongAgo(message);
                    reached = items.moved(reached, message);
                    kept = settled ? reached : kept;
                }
            } while (messages.size() == MOST);
            return settled;
        } finally {
            if (!Objects.equals(kept, before)) {
                cursors.set(sid, CURSOR, kept);
            }
        }
    }

    /** What a message shows now; null when the route has not finished it. */
    private Shown shown(Object message, Map<String, Object> conversation, Offer offer) throws InterruptedException {
        Object summary = Json.toMap(message).get("delivery");
        String sid = Objects.toString(Json.field(message, "sid"));
        if (summary == null) {
            return new Shown(null, Json.field(message, "participant_sid") != null);
        }
        Shown before = known.get(sid);
        if (before != null && before.summary().equals(summary)) {
            return before;
        }
        boolean over = true;
        try (Pages receipts = twilio.receipts(Look.sid(conversation), sid)) {
            while (receipts.hasNext()) {
                Map<String, Object> receipt = new HashMap<>(Json.toMap(receipts.next()));
                Number code = (Number) receipt.get(ERROR_CODE);
                over &= DeliveryVerdict.of(Objects.toString(receipt.get("status"), null), code).isFinal();
                if (code != null && code.intValue() == 0) {
                    receipt.remove(ERROR_CODE);
                }
                if (!offer.finished(Retold.event(EventType.ON_DELIVERY_UPDATED, receipt, conversation))) {
                    return null;
                }
            }
        }
        Shown shown = new Shown(summary, over);
        known.put(sid, shown);
        return shown;
    }
}
