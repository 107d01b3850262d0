// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.hooks;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The webhooks sent last. */
public final class WebhookLog {

    private static final int CAPACITY = 1000;

    /**
     * A webhook that was sent, or should have been.
     *
     * @param parameters what it said; nothing of Event Streams
     * @param status the HTTP status of the answer; 0 when there was none
     * @param answer the beginning of the answer's body
     * @param outcome {@code answered}, {@code timeout}, {@code failed} or {@code dropped}
     */
    public record Entry(Instant at, String event, String target, String conversationSid,
            Map<String, List<String>> parameters, int status, String answer, String outcome) {

        @Override
        public String toString() {
            return "Entry[" + event + ", " + status + ", " + outcome + "]";
        }
    }

    private final Deque<Entry> entries = new ArrayDeque<>();

    synchronized void add(Entry entry) {
        if (entries.size() == CAPACITY) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    public synchronized void clear() {
        entries.clear();
    }

    /** All entries, oldest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }
}
