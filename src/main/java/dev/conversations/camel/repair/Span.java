// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import dev.conversations.camel.poll.ItemDate;
import java.time.Duration;
import java.time.Instant;

/**
 * Of what time a look tells.
 *
 * @param begin when the repair began: what was made before is left alone
 * @param end a while ago: what was made later is told, but something older may yet show up, so it is looked at again
 */
record Span(Instant begin, Instant end) {

    /** After so long nothing more is expected to become of a message. */
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration LATE = Duration.ofMinutes(1);

    static Span of(Instant begin, Instant now) {
        return new Span(begin, now.minus(LATE));
    }

    boolean isBefore(Object item) {
        return ItemDate.of(item).filter(made -> made.isBefore(begin)).isPresent();
    }

    boolean isAfter(Object item) {
        return ItemDate.of(item).filter(made -> made.isAfter(end)).isPresent();
    }

    boolean isLongAgo(Object item) {
        return ItemDate.of(item).filter(made -> made.isBefore(end.minus(LONG))).isPresent();
    }
}
