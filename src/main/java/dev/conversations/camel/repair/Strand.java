// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import dev.conversations.api.text.Json;
import dev.conversations.camel.poll.NewItems;
import dev.conversations.webhook.EventType;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was made of one kind in a conversation, in order. Each is offered to the route, which may have had it by a webhook;
 * the cursor moves over what the route has finished a while after it was made, and not past what it has not.
 *
 * @param resource whose items it has
 * @param type the event that tells of one
 */
record Strand(String resource, EventType type) {

    /** So many items are held at once. */
    private static final int MOST = 1000;

    static final String MESSAGES = "messages";

    static final List<Strand> ALL = List.of(
            new Strand("participants", EventType.ON_PARTICIPANT_ADDED), new Strand(MESSAGES, EventType.ON_MESSAGE_ADDED));

    /**
     * Offers what lies behind the cursor.
     *
     * @return whether the route has finished all there is, and nothing older can show up
     */
    boolean offer(Map<String, Object> conversation, NewItems items, Cursors cursors, Span span, Offer offer) throws InterruptedException {
        String sid = Objects.toString(conversation.get("sid"));
        String before = cursors.get(sid, resource);
        String kept = before;
        String reached = before;
        boolean settled = true;
        List<Object> missing;
        try {
            do {
                missing = reached == null ? items.since(span.begin(), MOST) : items.after(reached, MOST);
                for (Object item : missing) {
                    if (!span.isBefore(item) && !offer.finished(Retold.event(type, Json.toMap(item), conversation))) {
                        return false;
                    }
                    settled &= !span.isAfter(item);
                    reached = items.moved(reached, item);
                    kept = settled ? reached : kept;
                }
            } while (missing.size() == MOST);
            return settled;
        } finally {
            if (!Objects.equals(kept, before)) {
                cursors.set(sid, resource, kept);
            }
        }
    }
}
