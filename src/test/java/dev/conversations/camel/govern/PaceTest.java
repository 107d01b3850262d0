// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.govern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.camel.once.HurriedTiming;
import dev.conversations.sandbox.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

    private final SettableClock clock = SettableClock.at(Instant.parse("2026-01-02T03:04:05Z"));
    private final HurriedTiming timing = new HurriedTiming(clock);
    private final Pace pace = new Pace(timing.nanos());

    @ParameterizedTest
    @ValueSource(ints = {60, 600})
    void ofTheUsualLimitMostIsUsedAndHardlyAnythingRefusedFromTheFirstSecondOn(int seconds) {
        EmulatedLimit limit = new EmulatedLimit(30, timing);
        write(limit, seconds);
        assertThat(limit.taken() / (30.0 * seconds)).isBetween(0.95, 1.02);
        assertThat(limit.partRefused()).isLessThan(0.01);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 10, 20, 60, 100})
    void anotherLimitIsLearned(int perSecond) {
        EmulatedLimit limit = new EmulatedLimit(perSecond, timing);
        write(limit, 300);
        limit.forget();
        write(limit, 300);
        assertThat(limit.taken() / (perSecond * 300.0)).isBetween(0.92, 1.02);
        assertThat(limit.partRefused()).isLessThan(0.01);
    }

    @Test
    void aLimitThatChangesIsFollowed() {
        EmulatedLimit limit = new EmulatedLimit(30, timing);
        write(limit, 30);
        limit.change(15);
        write(limit, 30);
        limit.forget();
        write(limit, 60);
        assertThat(limit.taken() / (15.0 * 60)).isBetween(0.9, 1.02);
        assertThat(limit.partRefused()).isLessThan(0.01);
    }

    @Test
    void whoComesAfterAPauseSendsSomeAtOnce() {
        for (int i = 0; i < 14; i++) {
            assertThat(pace.take(timing.nanos())).isZero();
        }
        assertThat(pace.take(timing.nanos())).isPositive();
        clock.advance(Duration.ofSeconds(2));
        assertThat(pace.take(timing.nanos())).isZero();
        assertThat(pace.take(timing.nanos())).isZero();
    }

    private void write(EmulatedLimit limit, int seconds) {
        long end = timing.nanos() + Duration.ofSeconds(seconds).toNanos();
        while (timing.nanos() < end) {
            long early = pace.take(timing.nanos());
            if (early > 0) {
                timing.sleep(Duration.ofMillis(early / 1_000_000 + 1));
            } else if (!limit.takes()) {
                pace.refused(timing.nanos(), timing.nanos(), Duration.ofSeconds(1));
            }
        }
    }
}
