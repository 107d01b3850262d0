// SPDX-License-Identifier: Apache-2.0
package dev.conversations.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.conversations.benchmark.measure.Children;
import dev.conversations.benchmark.server.TwilioStub;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The processes of the benchmark do what their tables say of them. */
class ChildrenTest {

    private static final double MEGABYTES = 20;

    @Test
    void aListIsStreamedToItsEndWithinItsMemory() throws Exception {
        assertThat(LongList.child(2 * TwilioStub.ITEMS)).hasSize(2)
                .first().satisfies(held -> assertThat(held).isBetween(1.0, MEGABYTES));
    }

    @Test
    void callsAreInFlightAllAtOnce() throws Exception {
        assertThat(InFlight.child(3)).hasSize(2).allSatisfy(figure -> assertThat(figure).isPositive());
    }

    @Test
    void oneThatFailsTellsWhy() {
        assertThatIOException().isThrownBy(() -> Children.run(List.of(), Children.classPath(), StartedApp.class, "HALF"))
                .withMessageContaining("StartedApp ended with 1").withMessageContaining("HALF");
    }
}
