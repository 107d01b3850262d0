package dev.conversations.sandbox.front;

import dev.conversations.sandbox.call.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Refuses calls as Twilio does when too many come at once, as many as it is told to. */
public final class Throttle {

    private int left;
    private Duration retryAfter;

    /** @param wait what {@code Retry-After} says, in whole seconds; null for no such header */
    public synchronized void refuse(int calls, Duration wait) {
        left = calls;
        retryAfter = wait;
    }

    /** The refusal of a call, if it is to be refused. */
    synchronized Optional<Answer> refusal() {
        if (left == 0) {
            return Optional.empty();
        }
        left--;
        return Optional.of(new Answer(429, Refusal.of(20429).body(),
                retryAfter == null ? Map.of() : Map.of("Retry-After", Long.toString(retryAfter.toSeconds()))));
    }
}
