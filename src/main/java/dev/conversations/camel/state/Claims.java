// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.state;

import dev.conversations.api.Timing;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;

/**
 * Lets one of all nodes that share a repository handle an event. Who adds its key has it, and adds another when it is
 * done: two steps for an event that all goes well with. A repository knows no times, so whoever finds an event begun and
 * not done notes that it was asked for, and takes it once that is long enough ago and its holder has not shown up since:
 * a holder that works for long renews its claim.
 *
 * <p>The term is the time within which an event whose holder is gone is taken over by the next who is asked for it; it is
 * never taken before half of it is over. A holder that stands still for longer may find that another has done its work.
 */
public final class Claims {
    /** What became of an attempt to claim. */
    public enum Claim {
        /** Ours: {@link #confirm} or {@link #release} must follow. */
        MADE,
        /** Ours as well, and somebody had it before: what became of that is not known. */
        INHERITED,
        /** Not ours: another is at it, or crashed over it lately. */
        TAKEN,
        /** Not needed: it was handled before. */
        DONE;

        public boolean isOurs() {
            return this == MADE || this == INHERITED;
        }
    }

    private static final String DONE = " done";
    private static final String OPEN = " open";
    private static final String HELD = " held ";
    private static final String ASKED = " asked ";
    private static final String AGAIN = " again ";

    /** How often the stretches double; an older note is forgotten, and asking begins anew. */
    private static final int REACH = 10;

    private final IdempotentRepository repository;
    private final Timing timing;
    private final long unit;

    /** @param term see above; at least 4 ms */
    public Claims(IdempotentRepository repository, Timing timing, Duration term) {
        this.repository = repository;
        this.timing = timing;
        this.unit = Math.max(1, term.toMillis() / 4);
    }

    /** How often a holder renews its claim. */
    public Duration renewal() {
        return Duration.ofMillis(unit);
    }

    public Claim claim(Exchange exchange, String key) {
        if (add(exchange, key)) {
            return Claim.MADE;
        }
        if (repository.contains(exchange, key + DONE)) {
            return Claim.DONE;
        }
        if (repository.remove(exchange, key + OPEN) || isLeft(exchange, key) && takesOver(exchange, key)) {
            renew(exchange, key);
            return Claim.INHERITED;
        }
        return Claim.TAKEN;
    }

    /** Shows that the holder is still there. */
    public void renew(Exchange exchange, String key) {
        add(exchange, key + HELD + slot(unit));
    }

    public void confirm(Exchange exchange, String key) {
        add(exchange, key + DONE);
    }

    /** Gives the event to whoever is asked for it next. */
    public void release(Exchange exchange, String key) {
        add(exchange, key + OPEN);
    }

    /**
     * The first of a stretch of time does; of two on both sides of its end, who sees the other begin leaves it. So does
     * who waited so long for the repository before that another has taken it over meanwhile.
     */
    private boolean takesOver(Exchange exchange, String key) {
        long slot = slot(unit);
        String mark = key + AGAIN + slot;
        if (!add(exchange, mark)) {
            return false;
        }
        boolean alone = !repository.contains(exchange, key + AGAIN + (slot - 1))
                && !repository.contains(exchange, key + AGAIN + (slot + 1))
                && !isHeld(exchange, key)
                && !repository.contains(exchange, key + DONE);
        if (!alone) {
            repository.remove(exchange, mark);
        }
        return alone;
    }

    /** Whether its holder is gone: it was asked for long enough ago, and nobody has held it since. */
    private boolean isLeft(Exchange exchange, String key) {
        return !isHeld(exchange, key) && wasAsked(exchange, key);
    }

    private boolean isHeld(Exchange exchange, String key) {
        long now = slot(unit);
        for (long slot = now; slot > now - 3; slot--) {
            if (repository.contains(exchange, key + HELD + slot)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Notes that it is asked for, and tells whether it was before. A note names a stretch of time. Stretches of half a
     * term, a term, two terms and so on are noted; a note that lies 2 to 4 stretches back is more than one old, and there
     * is one of some length for whatever was noted a term ago or more.
     */
    private boolean wasAsked(Exchange exchange, String key) {
        for (int power = 1; power <= REACH; power++) {
            for (int back = 2; back <= 4; back++) {
                if (repository.contains(exchange, asked(key, power, back))) {
                    return true;
                }
            }
        }
        for (int power = 1; power <= REACH; power++) {
            add(exchange, asked(key, power, 0));
        }
        return false;
    }

    private String asked(String key, int power, int back) {
        return key + ASKED + power + " " + (slot(unit << power) - back);
    }

    private long slot(long length) {
        return timing.now().toEpochMilli() / length;
    }

    private boolean add(Exchange exchange, String key) {
        boolean added = repository.add(exchange, key);
        if (added) {
            repository.confirm(exchange, key);
        }
        return added;
    }
}
