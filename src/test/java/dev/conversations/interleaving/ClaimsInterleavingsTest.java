// SPDX-License-Identifier: Apache-2.0
package dev.conversations.interleaving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.api.Timing;
import dev.conversations.camel.state.Claims;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Of two nodes that are asked for an event at once, one has it, in whatever order their steps on the repository come. */
class ClaimsInterleavingsTest {

    private static final String EVENT = "";
    private static final Duration TERM = Duration.ofSeconds(4);
    private static final Instant BEGIN = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant LATER = BEGIN.plus(TERM.multipliedBy(2));

    @Test
    void aNewEventIsHadByOne() {
        allIsWell(orders -> asked(new Keys(orders), BEGIN, BEGIN, 1));
    }

    @Test
    void aRepositoryThatLooksBeforeItAddsIsFoundOut() {
        assertThat(Orders.of(orders -> asked(new Keys.Hasty(orders), BEGIN, BEGIN, 1)).fault())
                .hasValueSatisfying(fault -> assertThat(fault).startsWith("2 have it after [1: look for, 2: look for, "));
    }

    @Test
    void anEventThatFailedIsHadByOneMore() {
        allIsWell(orders -> {
            Keys keys = new Keys(orders);
            node(keys, BEGIN).claim(null, EVENT);
            node(keys, BEGIN).release(null, EVENT);
            return asked(keys, BEGIN, BEGIN, 1);
        });
    }

    @Test
    void anEventWhoseHolderIsGoneIsHadByOneMore() {
        allIsWell(orders -> asked(left(orders), LATER, LATER, 1));
    }

    @Test
    void anEventWhoseHolderIsGoneIsNotHadByTwoOnTwoSidesOfAMomentAtWhichAStretchEnds() {
        allIsWell(orders -> asked(left(orders), LATER, LATER.plus(TERM.dividedBy(4)), 0));
    }

    private static void allIsWell(Function<Orders, Scene> scenes) {
        Orders.Seen seen = Orders.of(scenes);
        assertThat(seen.fault()).isEmpty();
        assertThat(seen.played()).isGreaterThan(1);
    }

    /** A repository with an event that was asked for two terms ago, and whose holder did not show up since. */
    private static Keys left(Orders orders) {
        Keys keys = new Keys(orders);
        node(keys, BEGIN).claim(null, EVENT);
        node(keys, BEGIN).claim(null, EVENT);
        return keys;
    }

    /** @param least so many nodes have to have it; never more than one may */
    private static Scene asked(Keys keys, Instant one, Instant other, int least) {
        AtomicInteger owners = new AtomicInteger();
        return new Scene(List.of(() -> claim(node(keys, one), owners), () -> claim(node(keys, other), owners)),
                () -> owners.get() > 1 || owners.get() < least ? Optional.of(owners + " have it") : Optional.empty());
    }

    private static void claim(Claims node, AtomicInteger owners) {
        if (node.claim(null, EVENT).isOurs()) {
            owners.incrementAndGet();
        }
    }

    private static Claims node(Keys keys, Instant now) {
        return new Claims(keys, Timing.of(Clock.fixed(now, ZoneOffset.UTC)), TERM);
    }
}
