// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.once;

import dev.conversations.api.Timing;
import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Option;
import dev.conversations.camel.state.Claims;
import dev.conversations.camel.state.Claims.Claim;
import dev.conversations.camel.state.Fingerprint;
import dev.conversations.camel.state.Repositories;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;

/**
 * What a repository knows of keys: which are claimed, since when, and of which the item is made. A repository knows keys
 * only, so the hour of a claim is a key as well.
 */
public final class Ledger {

    private static final String BEGUN = " begun ";
    private static final String NOTHING = " nothing";
    private static final Duration HOUR = Duration.ofHours(1);
    /** So many hours back the note of a claim is looked for. */
    private static final int MEMORY = 31 * 24;

    private final IdempotentRepository repository;
    private final Claims claims;
    private final Renewals renewals;
    private final Timing timing;
    private final String account;

    /**
     * @param term see {@link Claims}
     * @param account whose items are made; may be null
     */
    public Ledger(IdempotentRepository repository, Duration term, Renewals renewals, Timing timing, String account) {
        this.repository = repository;
        this.claims = new Claims(repository, timing, term);
        this.renewals = renewals;
        this.timing = timing;
        this.account = account;
    }

    /** Starts the repository unless it is. */
    public void start(CamelContext context) {
        Repositories.start(context, "idempotentRepository", repository);
    }

    /** One exchange's claim of one key, or the attempt. */
    Entry entry(Exchange exchange, Operation operation, Map<String, Object> arguments, Key key) {
        List<String> parts = new ArrayList<>(List.of(String.valueOf(account), operation.name(), key.name()));
        new TreeMap<>(arguments).forEach((name, value) -> {
            if (operation.options().get(name) != null && operation.options().get(name).place() == Option.Place.PATH) {
                parts.add(value.toString());
            }
        });
        return new Entry(exchange, Fingerprint.of(parts.toArray(String[]::new)));
    }

    /** A key as one exchange sees it. */
    final class Entry implements Renewals.Claimed {

        private final Exchange exchange;
        private final String key;

        private Entry(Exchange exchange, String key) {
            this.exchange = exchange;
            this.key = key;
        }

        Claim claim() {
            Claim claim = claims.claim(exchange, key);
            if (!claim.isOurs()) {
                return claim;
            }
            try {
                Claim first = isFirst(claim) ? Claim.MADE : claim;
                renewals.add(this, claims.renewal());
                return first;
            } catch (RuntimeException | Error e) {
                leave(e);
                throw e;
            }
        }

        /** Whether nobody can have made the item before. */
        private boolean isFirst(Claim claim) {
            if (claim == Claim.MADE) {
                note(BEGUN + hour());
                return true;
            }
            return repository.remove(exchange, key + NOTHING);
        }

        /** Has the next take what is claimed and cannot be worked on. */
        private void leave(Throwable reason) {
            try {
                claims.release(exchange, key);
            } catch (RuntimeException e) {
                reason.addSuppressed(e);
            }
        }

        /** No earlier than this it was claimed first; null when that is not known. */
        Instant begun() {
            long now = hour();
            for (long hour = now; hour > now - MEMORY; hour--) {
                if (repository.contains(exchange, key + BEGUN + hour)) {
                    return Instant.EPOCH.plus(HOUR.multipliedBy(hour));
                }
            }
            return null;
        }

        @Override
        public void renew() {
            claims.renew(exchange, key);
        }

        /** The item is there. */
        void confirm() {
            renewals.remove(this);
            claims.confirm(exchange, key);
        }

        /** Whether the item is there is for the next to find out. */
        void release() {
            renewals.remove(this);
            claims.release(exchange, key);
        }

        /** Nothing was made. */
        void forget() {
            renewals.remove(this);
            note(NOTHING);
            claims.release(exchange, key);
        }

        private void note(String what) {
            if (repository.add(exchange, key + what)) {
                repository.confirm(exchange, key + what);
            }
        }

        private long hour() {
            return timing.now().getEpochSecond() / HOUR.toSeconds();
        }
    }
}
