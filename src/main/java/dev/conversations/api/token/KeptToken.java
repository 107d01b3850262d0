// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.token;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A token that is kept until shortly before it ends or until it is refused. However many need a new one at the same moment, one
 * request fetches it, and they share its success or its failure.
 */
public final class KeptToken {

    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final Source source;
    private final InstantSource clock;
    private final AtomicReference<Kept> token = new AtomicReference<>();
    private final AtomicReference<CompletableFuture<Kept>> flight = new AtomicReference<>();

    /** Where new tokens come from. */
    public interface Source {
        Token fetch() throws IOException;
    }

    public KeptToken(Source source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * The token, a new one if need be.
     *
     * @throws IOException when there is none, as the source has it
     */
    public String text() throws IOException {
        Kept known = token.get();
        return usable(known) ? known.text() : fetched().text();
    }

    /** Forgets a token that was refused. One that is not kept any more is forgotten already. */
    public void refused(String text) {
        Kept known = token.get();
        if (known != null && known.text().equals(text)) {
            token.compareAndSet(known, null);
        }
    }

    private boolean usable(Kept known) {
        return known != null && clock.millis() < known.until();
    }

    private Kept fetched() throws IOException {
        CompletableFuture<Kept> mine = new CompletableFuture<>();
        CompletableFuture<Kept> others = flight.compareAndExchange(null, mine);
        if (others == null) {
            fly(mine);
        }
        try {
            return (others == null ? mine : others).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for a token");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }

    private void fly(CompletableFuture<Kept> mine) {
        try {
            Kept known = token.get();
            Kept found = usable(known) ? known : kept(source.fetch());
            token.set(found);
            mine.complete(found);
        } catch (IOException | RuntimeException | Error e) {
            mine.completeExceptionally(e);
        } finally {
            flight.set(null);
        }
    }

    private Kept kept(Token fetched) {
        Duration life = fetched.life();
        Duration margin = life.compareTo(MARGIN.multipliedBy(2)) > 0 ? MARGIN : life.dividedBy(2);
        return new Kept(fetched.text(), clock.millis() + life.minus(margin).toMillis());
    }

    private record Kept(String text, long until) {}
}
