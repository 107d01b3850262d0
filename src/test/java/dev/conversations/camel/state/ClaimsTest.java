// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.api.Timing;
import dev.conversations.camel.state.Claims.Claim;
import dev.conversations.sandbox.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {
    private static final Duration TERM = Duration.ofSeconds(4);

    private final Exchange nothing = new DefaultExchange(new DefaultCamelContext());
    private final SettableClock clock = SettableClock.at(Instant.parse("2026-01-02T03:04:05.678Z"));
    private final AtomicInteger steps = new AtomicInteger();
    private final MemoryIdempotentRepository repository = new MemoryIdempotentRepository() {
        @Override
        public boolean add(String key) {
            steps.incrementAndGet();
            return super.add(key);
        }

        @Override
        public boolean contains(String key) {
            steps.incrementAndGet();
            if (key.contains(" held ")) {
                Runnable now = meanwhile;
                meanwhile = () -> { };
                now.run();
            }
            return super.contains(key);
        }

        @Override
        public boolean remove(String key) {
            steps.incrementAndGet();
            return super.remove(key);
        }
    };
    /** Happens before the next look whether somebody holds an event is answered. */
    private Runnable meanwhile = () -> { };
    private final Claims one = claims();
    private final Claims other = claims();

    @BeforeEach
    void start() {
        repository.setCacheSize(100_000);
        repository.start();
    }

    @Test
    void anEventThatAllGoesWellWithCostsTwoSteps() {
        assertThat(one.claim(nothing, "k")).isEqualTo(Claim.MADE);
        one.confirm(nothing, "k");
        assertThat(steps).hasValue(2);
        assertThat(other.claim(nothing, "k")).isEqualTo(Claim.DONE);
    }

    @Test
    void whatFailedIsForTheNextAndForOneOnly() {
        one.claim(nothing, "k");
        one.release(nothing, "k");
        assertThat(other.claim(nothing, "k")).isEqualTo(Claim.INHERITED);
        assertThat(one.claim(nothing, "k")).isEqualTo(Claim.TAKEN);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 9, 17, 60, 61, 300, 1000, 3000})
    void whatItsHolderLeftIsTakenByTheNextWhoIsAskedATermAfterTheFirst(long seconds) {
        one.claim(nothing, "k");
        clock.advance(Duration.ofDays(1));
        assertThat(other.claim(nothing, "k")).isEqualTo(Claim.TAKEN);
        clock.advance(Duration.ofSeconds(seconds));
        assertThat(other.claim(nothing, "k")).isEqualTo(Claim.INHERITED);
        assertThat(one.claim(nothing, "k")).isEqualTo(Claim.TAKEN);
        other.confirm(nothing, "k");
        assertThat(one.claim(nothing, "k")).isEqualTo(Claim.DONE);
    }

    @Test
    void itIsNeverTakenBeforeHalfATermIsOver() {
        IntStream.range(0, 1000).forEach(i -> {
            String key = "k" + i;
            clock.advance(Duration.ofMillis(17));
            one.claim(nothing, key);
            assertThat(other.claim(nothing, key)).isEqualTo(Claim.TAKEN);
            clock.advance(TERM.dividedBy(2));
            assertThat(other.claim(nothing, key)).isEqualTo(Claim.TAKEN);
        });
    }

    @Test
    void aHolderThatRenewsIsNotGoneHoweverOftenItIsAskedFor() {
        one.claim(nothing, "k");
        for (int i = 0; i < 1000; i++) {
            clock.advance(one.renewal());
            one.renew(nothing, "k");
            clock.advance(Duration.ofMillis(i % 900));
            assertThat(other.claim(nothing, "k")).isEqualTo(Claim.TAKEN);
        }
        clock.advance(TERM);
        assertThat(other.claim(nothing, "k")).isEqualTo(Claim.TAKEN);
        clock.advance(TERM);
        assertThat(other.claim(nothing, "k")).isEqualTo(Claim.INHERITED);
    }

    @Test
    void whoTakesOverHoldsItAsTheFirstDid() {
        one.claim(nothing, "k");
        other.claim(nothing, "k");
        clock.advance(TERM);
        assertThat(other.claim(nothing, "k")).isEqualTo(Claim.INHERITED);
        clock.advance(other.renewal());
        assertThat(one.claim(nothing, "k")).isEqualTo(Claim.TAKEN);
        clock.advance(TERM);
        assertThat(one.claim(nothing, "k")).isEqualTo(Claim.INHERITED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoWaitsForTheRepositoryLeavesWhatAnotherTookOverMeanwhile(boolean done) {
        one.claim(nothing, "k");
        one.claim(nothing, "k");
        clock.advance(TERM);
        meanwhile = () -> {
            clock.advance(other.renewal());
            assertThat(other.claim(nothing, "k")).isEqualTo(Claim.INHERITED);
            clock.advance(TERM);
            if (done) {
                other.confirm(nothing, "k");
            } else {
                other.renew(nothing, "k");
            }
        };

        assertThat(one.claim(nothing, "k")).isEqualTo(Claim.TAKEN);
    }

    private Claims claims() {
        return new Claims(repository, Timing.of(clock), TERM);
    }
}
