// SPDX-License-Identifier: Apache-2.0
package dev.conversations.interleaving;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Something that is done at once.
 *
 * @param actors each is on a thread of its own
 * @param shared tells what they have made of what they share, as far as what they do next does not
 * @param fault what is wrong when all have come to their end; empty when all is well
 */
public record Scene(List<Runnable> actors, Supplier<String> shared, Supplier<Optional<String>> fault) {

    Scene(List<Runnable> actors, Supplier<Optional<String>> fault) {
        this(actors, () -> "", fault);
    }
}
