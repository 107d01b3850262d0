// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.govern;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.interleaving.ModelChecks;
import org.junit.jupiter.api.Test;

/** Whoever enters and leaves in whatever order: no more are inside than may be, who waits is woken, no place is lost. */
class GovernorModelCheck {

    @Test
    void noMoreAreInsideThanMayBeAndWhoWaitsIsWoken() {
        assertThatCode(() -> ModelChecks.of(Passages.class)).doesNotThrowAnyException();
    }

    @Test
    void aCrowdThatLooksBeforeItEntersIsFoundOut() {
        assertThatThrownBy(() -> ModelChecks.of(Passages.Hasty.class)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("more are inside than may be");
    }

    @Test
    void aCrowdThatWakesNobodyIsFoundOut() {
        assertThatThrownBy(() -> ModelChecks.of(Passages.Silent.class)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("hung");
    }
}
