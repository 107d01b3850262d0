// SPDX-License-Identifier: Apache-2.0
package dev.conversations.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That what leaks is found, and what goes up and down is not. */
class GrowthTest {

    @ParameterizedTest
    @CsvSource({"2000000,0,0,heap", "0,2,0,threads", "0,0,2,files and connections"})
    void aLeakIsFound(long heap, long threads, long files, String what) {
        List<Held> leaking = IntStream.range(0, 12).mapToObj(window ->
                new Held(50_000_000 + window * heap, 40 + window * threads, 100 + window * files)).toList();

        assertThat(Growth.of(leaking)).singleElement().asString().startsWith(what + " grew from ");
    }

    @Test
    void whatIsMadeAtTheBeginningAndWhatGoesUpAndDownIsNoLeak() {
        List<Held> flat = IntStream.range(0, 12).mapToObj(window ->
                new Held(50_000_000 + window % 3 * 5_000_000L - (window < 4 ? 30_000_000 : 0), 40 + window % 2 * 5L, 100 - window % 4 * 5L)).toList();

        assertThat(Growth.of(flat)).isEmpty();
    }
}
