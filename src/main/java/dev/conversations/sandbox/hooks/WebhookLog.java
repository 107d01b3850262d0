// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.hooks;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The webhooks sent last. */
public final class WebhookLog {

    private static final int CAPACITY = 1000;
    private static final int LONGEST = 2000;

    /**
     * A webhook that was sent, or should have been.
     *
     * @param id tells it from others
     * @param status the HTTP status of the answer; 0 when there was none
     * @param outcome {@code answered}, {@code timeout}, {@code failed} or {@code dropped}
     * @param parameters what was sent, by name; long values are cut off
     * @param answer the body of the answer, its end cut off if it is long
     */
    public record Entry(long id, Instant at, String event, String target, String conversationSid, int status,
            String outcome, Map<String, List<String>> parameters, String answer) {

        /** Holds nothing that people wrote. */
        @Override
        public String toString() {
            return "Entry[" + id + " " + event + " " + conversationSid + " " + status + "]";
        }
    }

    private final Deque<Entry> entries = new ArrayDeque<>();
    private long last;

    /** Keeps one; its id and what is too long of it are made here. */
    synchronized Entry add(Instant at, String event, String target, String conversationSid, int status, String outcome,
            Map<String, List<String>> parameters, String answer) {
        if (entries.size() == CAPACITY) {
            entries.removeFirst();
        }
        Map<String, List<String>> kept = new LinkedHashMap<>();
        parameters.forEach((name, values) -> kept.put(name, values.stream().map(WebhookLog::cut).toList()));
        entries.addLast(new Entry(++last, at, event, target, conversationSid, status, outcome, kept, cut(answer)));
        return entries.getLast();
    }

    /** The entry of that id, if it is still kept. */
    public synchronized Optional<Entry> entry(String id) {
        return entries.stream().filter(entry -> String.valueOf(entry.id()).equals(id)).findFirst();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "\u2026";
    }

    public synchronized void clear() {
        entries.clear();
    }

    /** All entries, oldest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }
}
