// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.front;

import dev.conversations.sandbox.call.Refusal;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is to go wrong with the next calls. */
public final class Faults {

    /**
     * What goes wrong with one call.
     *
     * @param operation the only operation that it can go wrong with; null for any
     * @param done whether the call is done all the same
     * @param answer what comes in place of its answer
     */
    public record Mishap(String operation, boolean done, Answer answer) {

        private boolean meets(String called) {
            return operation == null || operation.equals(called);
        }
    }

    /** An error of Twilio in place of an answer, with {@code Retry-After} in whole seconds unless that is null. */
    public static Answer error(int status, Duration retryAfter) {
        Refusal refusal = status == 429 ? Refusal.of(20429)
                : new Refusal(status, 20_000 + status, "The sandbox was told to answer so.");
        return new Answer(status, refusal.body(),
                retryAfter == null ? Map.of() : Map.of("Retry-After", Long.toString(retryAfter.toSeconds())));
    }

    private final List<Mishap> waiting = new LinkedList<>();
    private int throttled;
    private Duration wait;

    /** Lets that many of the next calls that it can go wrong with do so. */
    public synchronized void expect(int calls, Mishap mishap) {
        Stream.generate(() -> mishap).limit(calls).forEach(waiting::add);
    }

    /** Refuses that many of the next calls with 429, in place of what was said so before. */
    public synchronized void throttle(int calls, Duration retryAfter) {
        throttled = calls;
        wait = retryAfter;
    }

    /** Lets nothing go wrong any more. */
    public synchronized void end() {
        waiting.clear();
        throttled = 0;
    }

    /** What goes wrong with a call of that operation, if anything. */
    synchronized Optional<Mishap> next(String operation) {
        if (throttled > 0) {
            throttled--;
            return Optional.of(new Mishap(null, false, error(429, wait)));
        }
        for (Iterator<Mishap> all = waiting.iterator(); all.hasNext();) {
            Mishap mishap = all.next();
            if (mishap.meets(operation)) {
                all.remove();
                return Optional.of(mishap);
            }
        }
        return Optional.empty();
    }
}
