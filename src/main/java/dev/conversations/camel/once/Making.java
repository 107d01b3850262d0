// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.once;

import dev.conversations.api.RetryPolicy;
import dev.conversations.api.TwilioException;
import dev.conversations.camel.state.Claims.Claim;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One call that makes something once. While it is not known whether an item was made, it is looked for before it is made;
 * what Twilio keeps single itself is looked for when Twilio refuses another.
 */
public final class Making {

    private static final Logger LOG = LoggerFactory.getLogger(Making.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int BAD_REQUEST = 400;
    private static final int TIMED_OUT = 408;
    private static final int CONFLICT = 409;
    private static final int SERVER_ERROR = 500;

    private final Once once;
    private final RetryPolicy policy;
    private final Search search;
    private final Mark mark;
    private final Ledger.Entry entry;
    private final long begun;
    private Instant since;
    private boolean doubtful;
    private int tries;

    /** @param entry in the ledger; null when there is none */
    Making(Once once, Mark mark, Ledger.Entry entry, Duration window) {
        this.once = once;
        this.policy = once.policy();
        this.search = new Search(once.client(), policy);
        this.mark = mark;
        this.entry = entry;
        this.begun = policy.timing().nanos();
        this.since = policy.timing().now().minus(window);
        this.doubtful = entry == null && mark.member();
    }

    /** How many tries it took so far. */
    public int tries() {
        return tries;
    }

    /**
     * The item, made now or before. Waits on the caller's thread.
     *
     * @throws TwilioException when Twilio refuses to make it
     * @throws IOException when it is not known whether it was made
     */
    public Made run() throws IOException {
        if (entry == null) {
            return make();
        }
        Instant now = policy.timing().now();
        Claim claim = known(entry::claim);
        if (claim == Claim.TAKEN) {
            doubt();
            Object item = look();
            if (item != null) {
                settle(true);
                return Made.found(item);
            }
            claim = await();
        }
        if (claim == Claim.DONE) {
            doubt();
            return Made.found(look());
        }
        return settled(claim, now);
    }

    /** It may be there already, from when it was claimed first. */
    private void doubt() throws IOException {
        if (!doubtful) {
            doubtful = true;
            since = known(entry::begun);
        }
    }

    /** Makes it under a claim, which is confirmed, left to the next, or forgotten. */
    private Made settled(Claim claim, Instant now) throws IOException {
        boolean there = false;
        try {
            if (claim == Claim.INHERITED) {
                doubt();
            } else if (!doubtful) {
                since = now;
            }
            Made made = make();
            there = true;
            return made;
        } finally {
            settle(there);
        }
    }

    private void settle(boolean there) {
        try {
            if (there) {
                entry.confirm();
            } else if (doubtful) {
                entry.release();
            } else {
                entry.forget();
            }
        } catch (RuntimeException e) {
            LOG.warn("{}: the idempotentRepository is away, so the next call looks for the item at Twilio ({})",
                    once.operation(), e.getClass().getName());
        }
    }

    /** What the repository tells. */
    private <T> T known(Supplier<T> told) throws IOException {
        try {
            return told.get();
        } catch (RuntimeException e) {
            throw new IOException("%s was not sent: the idempotentRepository is away (%s)".formatted(
                    once.operation(), e.getClass().getName()), e);
        }
    }

    /** Waits until whoever has claimed the key is done or gone. */
    private Claim await() throws IOException {
        while (elapsed().compareTo(policy.maxElapsed()) < 0) {
            pause(PAUSE);
            Claim claim = known(entry::claim);
            if (claim != Claim.TAKEN) {
                return claim;
            }
        }
        throw new IOException("%s was not sent: another call with the same %s is still at it".formatted(
                once.operation(), Key.OPTION));
    }

    private Made make() throws IOException {
        while (true) {
            tries++;
            Object item = doubtful ? look() : null;
            if (item != null) {
                return Made.found(item);
            }
            boolean before = doubtful;
            doubtful = true;
            try {
                return new Made(once.client().call(once.operation(), mark.arguments()), true);
            } catch (IllegalArgumentException unfit) {
                doubtful = before;
                throw unfit;
            } catch (IOException | TwilioException failure) {
                doubtful = before || !isCertain(failure);
                item = isRefused(failure) && !mark.member() ? look() : null;
                if (item != null) {
                    return Made.found(item);
                }
                Optional<Duration> wait = policy.delay(mark.finder(), failure, tries, elapsed());
                if (wait.isEmpty()) {
                    throw failure;
                }
                pause(wait.get());
            }
        }
    }

    /** Whether Twilio may hold one that it does not take twice. */
    private static boolean isRefused(Exception failure) {
        return failure instanceof TwilioException refused
                && (refused.getStatus() == BAD_REQUEST || refused.getStatus() == CONFLICT);
    }

    /** Whether nothing was made; a 429 is not believed, since what stands between may say so afterwards. */
    private static boolean isCertain(Exception failure) {
        return failure instanceof TwilioException refused
                ? refused.getStatus() >= BAD_REQUEST && refused.getStatus() < SERVER_ERROR
                        && refused.getStatus() != TIMED_OUT && !refused.isRateLimited()
                : RetryPolicy.wasNeverSent(failure);
    }

    private Object look() throws IOException {
        return search.find(mark, since);
    }

    private Duration elapsed() {
        return Duration.ofNanos(policy.timing().nanos() - begun);
    }

    private void pause(Duration length) throws InterruptedIOException {
        try {
            policy.timing().sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting to try " + once.operation() + " again");
        }
    }
}
