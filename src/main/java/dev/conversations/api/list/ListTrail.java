// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.list;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.conversations.api.operation.Operation;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** Where a list has led so far, so that one without an end is known for it: it comes back to a page, or goes on without items. */
public final class ListTrail {

    /** Pages without items are followed, but not for ever. */
    private static final int MOST_EMPTY = 1000;

    private final Operation operation;
    /** A hash of every address, since a list may have many pages. */
    private final Set<UUID> seen = new HashSet<>();
    private int empty;

    public ListTrail(Operation operation) {
        this.operation = operation;
    }

    /**
     * Takes note of a page and of where it leads.
     *
     * @throws IllegalStateException when the list has no end
     */
    public void add(Page page) {
        if (page.next() == null) {
            return;
        }
        if (!seen.add(UUID.nameUUIDFromBytes(page.next().toString().getBytes(UTF_8)))) {
            throw new IllegalStateException(operation + ": the list never ends: a page names one as the next that came before");
        }
        empty = page.items().isEmpty() ? empty + 1 : 0;
        if (empty > MOST_EMPTY) {
            throw new IllegalStateException(
                    "%s: the list never ends: more than %d pages without items follow each other".formatted(operation, MOST_EMPTY));
        }
    }
}
