package dev.conversations.camel.state;

import dev.conversations.api.Timing;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;

/**
 * Lets one of all replicas that share a repository handle an event. A claim keeps others away while it is handled, and
 * lapses, so that an event is not lost with the replica that crashed over it; a confirmation stays.
 */
public final class Claims {
    /** What became of an attempt to claim. */
    public enum Claim {
        /** Ours: {@link #confirm} or {@link #release} must follow. */
        MADE,
        /** Not ours: another is at it, or crashed over it lately. */
        TAKEN,
        /** Not needed: it was handled before. */
        DONE
    }

    /** A claim lapses after one to two of these. */
    public static final Duration TERM = Duration.ofMinutes(5);

    private final IdempotentRepository repository;
    private final Timing timing;

    public Claims(IdempotentRepository repository, Timing timing) {
        this.repository = repository;
        this.timing = timing;
    }

    public Claim claim(Exchange exchange, String key) {
        long term = term();
        if (!repository.add(exchange, claim(key, term))) {
            return repository.contains(exchange, key) ? Claim.DONE : Claim.TAKEN;
        }
        boolean done = repository.contains(exchange, key);
        if (done || repository.contains(exchange, claim(key, term - 1))) {
            repository.remove(exchange, claim(key, term));
            return done ? Claim.DONE : Claim.TAKEN;
        }
        repository.confirm(exchange, claim(key, term));
        return Claim.MADE;
    }

    public void confirm(Exchange exchange, String key) {
        repository.add(exchange, key);
        repository.confirm(exchange, key);
        release(exchange, key);
    }

    /** Takes the claim back; the route may have worked into the next term. */
    public void release(Exchange exchange, String key) {
        long term = term();
        if (!repository.remove(exchange, claim(key, term))) {
            repository.remove(exchange, claim(key, term - 1));
        }
    }

    private long term() {
        return timing.now().toEpochMilli() / TERM.toMillis();
    }

    private static String claim(String key, long term) {
        return key + " claimed " + term;
    }
}
