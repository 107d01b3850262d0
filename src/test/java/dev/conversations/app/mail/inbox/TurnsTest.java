// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.api.Timing;
import dev.conversations.sandbox.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final String LANE = "CH1";

    private final SettableClock clock = SettableClock.at(Instant.EPOCH);
    private final Turns turns = new Turns(Timing.of(clock), Duration.ofSeconds(1));

    @Test
    void answersGoFirstAndOfTheOthersAFew() {
        List<Place> others = places(1, 50);
        List<Place> answers = places(51, 60);
        List<Place> unread = LongStream.rangeClosed(1, 60).mapToObj(TurnsTest::place).toList();

        assertThat(turns.next(unread, Set.copyOf(answers))).startsWith(answers.toArray(Place[]::new))
                .endsWith(others.subList(0, 5).toArray(Place[]::new)).hasSize(15);
    }

    @Test
    void thereIsRoomForAnswersWhenStrangersWaitForTheirTurn() {
        List<Place> others = places(1, 300);
        for (List<Place> next = turns.next(others, Set.of()); !next.isEmpty(); next = turns.next(others, Set.of())) {
            next.forEach(place -> turns.taken(place, false));
        }
        List<Place> answers = places(301, 500);

        assertThat(turns.next(answers, Set.copyOf(answers))).hasSizeGreaterThan(50).isEqualTo(answers.subList(0, 80));
    }

    @Test
    void whatCouldNotBeReadRestsThenComesAfterAllOthersAndIsGivenUpAfterThreeTries() {
        Place broken = place(1);
        List<Place> unread = places(1, 3);
        for (int tries = 0; tries < Turns.MOST_TRIES; tries++) {
            assertThat(turns.isUnreadable(broken)).isFalse();
            turns.notRead(broken);
            assertThat(turns.next(unread, Set.of(broken))).doesNotContain(broken);
            clock.advance(Duration.ofSeconds(1));
            assertThat(turns.next(unread, Set.of(broken))).containsExactly(place(2), place(3), broken);
        }
        assertThat(turns.isUnreadable(broken)).isTrue();
    }

    @Test
    void whatStaysHoldsUpItsLaneAndNoOtherAndAllOfItComesAgainInOrder() {
        List<Place> unread = places(1, 3);
        unread.forEach(place -> turns.taken(place, true));
        turns.stays(place(1), LANE);
        clock.advance(Duration.ofMillis(500));

        assertThat(turns.isStalled(LANE)).isTrue();
        assertThat(turns.isStalled("CH2")).isFalse();
        turns.stays(place(2), LANE);
        turns.done(place(3));
        turns.marked(turns.done());
        assertThat(turns.next(places(1, 2), Set.of())).isEmpty();
        clock.advance(Duration.ofMillis(500));
        assertThat(turns.isStalled(LANE)).isFalse();
        assertThat(turns.next(places(1, 2), Set.of())).containsExactly(place(1), place(2));
    }

    @Test
    void whatIsInHandIsNotTakenAgainUntilItIsMarked() throws Exception {
        turns.taken(place(1), true);
        assertThat(turns.next(places(1, 1), Set.of())).isEmpty();
        turns.done(place(1));
        assertThat(turns.next(places(1, 1), Set.of())).isEmpty();
        assertThat(turns.awaitDone()).isTrue();
        turns.marked(turns.done());
        assertThat(turns.awaitDone()).isFalse();
        assertThat(turns.next(places(1, 1), Set.of())).containsExactly(place(1));
    }

    private static List<Place> places(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(TurnsTest::place).toList();
    }

    private static Place place(long number) {
        return new Place(7, number);
    }
}
