// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.kit;

import dev.conversations.api.Timing;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Waits for what is about to happen.
 *
 * @param patience how long at most
 * @param story what happened until now, for who waited in vain; without personal data
 */
public record Waiting(Timing timing, Duration patience, Supplier<String> story) {

    private static final Duration PAUSE = Duration.ofMillis(10);

    /**
     * Looks until what is there will do.
     *
     * @param otherwise what to say of what is there when it does not in time
     * @throws AssertionError when it does not in time
     */
    public <T> T until(Supplier<T> look, Predicate<T> enough, Function<T, String> otherwise) {
        long start = timing.nanos();
        T seen = look.get();
        while (!enough.test(seen)) {
            if (timing.nanos() - start > patience.toNanos()) {
                throw new AssertionError(otherwise.apply(seen) + " within " + patience.toMillis() + " ms; " + story.get());
            }
            try {
                timing.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Interrupted, so " + otherwise.apply(seen), e);
            }
            seen = look.get();
        }
        return seen;
    }
}
