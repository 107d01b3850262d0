// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.observe;

import dev.conversations.api.Gate;
import dev.conversations.api.Result;
import dev.conversations.api.RetryPolicy;
import dev.conversations.api.Timing;
import dev.conversations.api.TwilioException;
import dev.conversations.api.operation.Operation;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

/** Counts what became of requests and how long they took, and remembers the last that failed; no personal data. */
public final class Calls implements Gate {

    private static final int REMEMBERED = 20;

    /** What is counted: requests of an operation with an outcome: done, a status, unsent, unanswered or broken. */
    public record Kind(String operation, String outcome) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            int order = operation.compareTo(other.operation);
            return order == 0 ? outcome.compareTo(other.outcome) : order;
        }
    }

    /** How many there were of a kind, and how long they took in all. */
    public static final class Tally {
        private final LongAdder count = new LongAdder();
        private final LongAdder nanos = new LongAdder();

        public long count() {
            return count.sum();
        }

        public Duration time() {
            return Duration.ofNanos(nanos.sum());
        }
    }

    /**
     * A request that failed.
     *
     * @param code Twilio's; 0 when it named none
     */
    public record Failure(Instant at, String operation, String outcome, int code) {}

    private final Map<Kind, Tally> tallies = new ConcurrentHashMap<>();
    private final Deque<Failure> failures = new ArrayDeque<>();
    private final Timing timing;
    private volatile BiConsumer<Kind, Tally> observer = (kind, tally) -> {};

    public Calls(Timing timing) {
        this.timing = timing;
    }

    @Override
    public Result pass(Operation operation, Map<String, ?> arguments, boolean bulk, RetryPolicy.Attempt<Result> request)
            throws IOException {
        long begun = timing.nanos();
        String outcome = "broken";
        int code = 0;
        try {
            Result result = request.once();
            outcome = "done";
            return result;
        } catch (TwilioException refused) {
            outcome = String.valueOf(refused.getStatus());
            code = refused.getCode();
            throw refused;
        } catch (IOException e) {
            outcome = RetryPolicy.wasNeverSent(e) ? "unsent" : "unanswered";
            throw e;
        } finally {
            count(operation.name(), outcome, code, timing.nanos() - begun);
        }
    }

    private void count(String operation, String outcome, int code, long nanos) {
        Tally tally = tally(new Kind(operation, outcome));
        tally.count.increment();
        tally.nanos.add(nanos);
        if (!outcome.equals("done")) {
            synchronized (failures) {
                if (failures.size() == REMEMBERED) {
                    failures.removeFirst();
                }
                failures.addLast(new Failure(timing.now(), operation, outcome, code));
            }
        }
    }

    /** All counts, in the order of the operations. */
    public Map<Kind, Tally> all() {
        return new TreeMap<>(tallies);
    }

    /** The last requests that failed, oldest first. */
    public List<Failure> failures() {
        synchronized (failures) {
            return List.copyOf(failures);
        }
    }

    /** Tells of every tally there is, and of every new one. */
    void observe(BiConsumer<Kind, Tally> newObserver) {
        observer = newObserver;
        tallies.forEach(newObserver);
    }

    private Tally tally(Kind kind) {
        Tally tally = tallies.get(kind);
        return tally != null ? tally : tallies.computeIfAbsent(kind, wanted -> {
            Tally fresh = new Tally();
            observer.accept(wanted, fresh);
            return fresh;
        });
    }
}
