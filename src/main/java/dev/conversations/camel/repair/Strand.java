package dev.conversations.camel.repair;

import dev.conversations.api.Json;
import dev.conversations.camel.poll.ItemDate;
import dev.conversations.camel.poll.NewItems;
import dev.conversations.webhook.EventType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What was made of one kind in a conversation, in order. Each is offered to the route, which may have had it by a webhook;
 * the cursor moves over what the route has finished, and not past what it has not.
 *
 * @param resource whose items it has
 * @param type the event that tells of one
 */
record Strand(String resource, EventType type) {

    /** So many items are held at once. */
    private static final int MOST = 1000;

    static final List<Strand> ALL = List.of(
            new Strand("participants", EventType.ON_PARTICIPANT_ADDED), new Strand("messages", EventType.ON_MESSAGE_ADDED));

    /**
     * Offers what lies behind the cursor.
     *
     * @param begin when the repair began; what was made before is left alone
     * @return whether the route has finished all there is
     */
    boolean offer(Map<String, Object> conversation, NewItems items, Cursors cursors, Instant begin, Offer offer)
            throws InterruptedException {
        String sid = Objects.toString(conversation.get("sid"));
        String before = cursors.get(sid, resource);
        String cursor = before;
        List<Object> missing;
        try {
            do {
                missing = cursor == null ? items.since(begin, MOST) : items.after(cursor, MOST);
                for (Object item : missing) {
                    boolean old = ItemDate.of(item).filter(made -> made.isBefore(begin)).isPresent();
                    if (!old && !offer.finished(Retold.event(type, Json.toMap(item), conversation))) {
                        return false;
                    }
                    cursor = items.moved(cursor, item);
                }
            } while (missing.size() == MOST);
            return true;
        } finally {
            if (!Objects.equals(cursor, before)) {
                cursors.set(sid, resource, cursor);
            }
        }
    }
}
