// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.call;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The calls that came last. */
public final class CallLog {

    private static final int CAPACITY = 1000;

    /**
     * A call that was answered, or was to be.
     *
     * @param operation what was asked for, such as {@code messages/create}
     * @param arguments the values by option; none where they could not be read
     * @param status the HTTP status of the answer; 0 when there was none
     */
    public record Entry(Instant at, String operation, Map<String, Object> arguments, int status) {

        @Override
        public String toString() {
            return "Entry[" + operation + ", " + status + "]";
        }
    }

    private final Deque<Entry> entries = new ArrayDeque<>();
    private final Clock clock;

    public CallLog(Clock clock) {
        this.clock = clock;
    }

    public synchronized void add(String operation, Map<String, Object> arguments, int status) {
        if (entries.size() == CAPACITY) {
            entries.removeFirst();
        }
        entries.addLast(new Entry(clock.instant(), operation, Map.copyOf(arguments), status));
    }

    public synchronized void clear() {
        entries.clear();
    }

    /** All entries, oldest first. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }
}
