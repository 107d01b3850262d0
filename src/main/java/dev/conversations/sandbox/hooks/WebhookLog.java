// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.hooks;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The webhooks sent last. */
public final class WebhookLog {

    private static final int CAPACITY = 1000;

    /**
     * A webhook that was sent, or should have been.
     *
     * @param id tells it from others
     * @param parameters what it said; nothing of Event Streams
     * @param status the HTTP status of the answer; 0 when there was none
     * @param answer the beginning of the answer's body
     * @param outcome {@code answered}, {@code timeout}, {@code failed} or {@code dropped}
     */
    public record Entry(long id, Instant at, String event, String target, String conversationSid,
            Map<String, List<String>> parameters, int status, String answer, String outcome) {

        @Override
        public String toString() {
            return "Entry[" + event + ", " + status + ", " + outcome + "]";
        }
    }

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long last;

    /** The id of the next one. */
    synchronized long next() {
        return ++last;
    }

    synchronized void add(Entry entry) {
        if (entries.size() == CAPACITY) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    /** The entry of that id, if it is still kept. */
    public synchronized Optional<Entry> entry(String id) {
        return entries.stream().filter(entry -> String.valueOf(entry.id()).equals(id)).findFirst();
    }

    public synchronized void clear() {
        entries.clear();
    }

    /** All entries, oldest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }
}
