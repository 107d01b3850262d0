// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.observe;

import dev.conversations.api.Timing;
import dev.conversations.webhook.WebhookEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

/** Counts what became of webhooks, and remembers when the last event came and how late; no personal data. */
public final class Outcomes {
    /** In place of an event's name where there is none, or none that is known. */
    public static final String NO_EVENT = "-";

    private static final List<String> DATES = List.of("DateRemoved", "DateUpdated", "DateCreated");

    /** What is counted: an outcome, of an event. */
    public record Kind(Outcome outcome, String event) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            int order = outcome.compareTo(other.outcome);
            return order == 0 ? event.compareTo(other.event) : order;
        }
    }

    private final Map<Kind, LongAdder> counts = new ConcurrentHashMap<>();
    private final Timing timing;
    private volatile BiConsumer<Kind, LongAdder> observer = (kind, count) -> {};
    private volatile Instant last;
    private volatile Arrival lastDated;

    /** When an event came, and when it had happened, as Twilio wrote it: it is read only when somebody asks. */
    private record Arrival(Instant at, String date) {
        public Duration lag() {
            try {
                Duration lag = Duration.between(Instant.parse(date), at);
                return lag.isNegative() ? Duration.ZERO : lag;
            } catch (DateTimeParseException e) {
                return null;
            }
        }
    }

    public Outcomes(Timing timing) {
        this.timing = timing;
    }

    public void count(Outcome outcome) {
        counter(new Kind(outcome, NO_EVENT)).increment();
    }

    public void count(Outcome outcome, WebhookEvent event) {
        counter(new Kind(outcome, event.type().isEmpty() ? NO_EVENT : event.eventType())).increment();
    }

    /** Notes that an event has come. */
    public void arrived(WebhookEvent event) {
        Instant now = timing.now();
        last = now;
        for (String name : DATES) {
            String date = event.parameter(name);
            if (date != null) {
                lastDated = new Arrival(now, date);
                return;
            }
        }
    }

    /** How many there were of an outcome, whatever the event. */
    public long of(Outcome outcome) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getKey().outcome() == outcome)
                .mapToLong(entry -> entry.getValue().sum())
                .sum();
    }

    /** All counts, in the order of the outcomes. */
    public Map<Kind, Long> all() {
        Map<Kind, Long> all = new TreeMap<>();
        counts.forEach((kind, count) -> all.put(kind, count.sum()));
        return all;
    }

    /** When the last event came; null before the first. */
    public Instant last() {
        return last;
    }

    /** How long after it happened the last event came that has a date; null before the first. */
    public Duration lag() {
        return lastDated == null ? null : lastDated.lag();
    }

    /** Tells of every counter there is, and of every new one. */
    void observe(BiConsumer<Kind, LongAdder> newObserver) {
        observer = newObserver;
        counts.forEach(newObserver);
    }

    private LongAdder counter(Kind kind) {
        LongAdder count = counts.get(kind);
        return count != null ? count : counts.computeIfAbsent(kind, wanted -> {
            LongAdder fresh = new LongAdder();
            observer.accept(wanted, fresh);
            return fresh;
        });
    }
}
