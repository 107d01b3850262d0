package dev.conversations.sandbox.hooks;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The webhooks sent last. */
public final class WebhookLog {

    private static final int CAPACITY = 1000;

    /**
     * A webhook that was sent, or should have been.
     *
     * @param status the HTTP status of the answer; 0 when there was none
     * @param outcome {@code answered}, {@code timeout}, {@code failed} or {@code dropped}
     */
    public record Entry(
            Instant at, String event, String target, String conversationSid, int status, String outcome) {}

    private final Deque<Entry> entries = new ArrayDeque<>();

    synchronized void add(Entry entry) {
        if (entries.size() == CAPACITY) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    /** All entries, oldest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }
}
