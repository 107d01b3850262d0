package dev.conversations.sandbox.hooks;

import dev.conversations.sandbox.SentWebhook;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The webhooks sent last. */
public final class WebhookLog {

    private static final int CAPACITY = 1000;

    private final Deque<SentWebhook> entries = new ArrayDeque<>();

    synchronized void add(SentWebhook entry) {
        if (entries.size() == CAPACITY) {
            entries.removeFirst();
        }
        entries.addLast(entry);
    }

    /** All entries, oldest first. */
    public synchronized List<SentWebhook> entries() {
        return List.copyOf(entries);
    }
}
