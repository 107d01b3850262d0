// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.work;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.interleaving.ModelChecks;
import org.junit.jupiter.api.Test;

/** Whatever is put into a lane while it is worked on: all is done, one after the other, as it came. */
class LanesModelCheck {

    @Test
    void allThatIsPutIntoALaneIsDoneInItsOrder() {
        assertThatCode(() -> ModelChecks.of(Puts.class)).doesNotThrowAnyException();
    }

    @Test
    void lanesThatLookBeforeTheyPutAreFoundOut() {
        assertThatThrownBy(() -> ModelChecks.of(Puts.Hasty.class)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("was not done");
    }
}
