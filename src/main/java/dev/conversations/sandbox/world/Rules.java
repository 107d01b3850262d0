// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.world;

import dev.conversations.sandbox.call.Call;

/** What is special about a resource; all else the {@link World} does from the tables. */
public interface Rules {

    /** Nothing special. */
    Rules NONE = new Rules() {};

    /**
     * What a list shows.
     *
     * @param kept the items kept below the parent, or those of them that a filter lets through
     */
    default Listing list(Call call, Series kept, String parent) {
        return Listing.of(kept);
    }

    /** The item that a path names by its key where none is kept under it; null when there is none. */
    default Item find(String parent, String key) {
        return null;
    }

    /** Completes or refuses what is about to be made. */
    default void creating(Call call, Item draft) {}

    default void created(Call call, Item item) {}

    /** Completes or refuses a change; the draft holds the new values. */
    default void updating(Call call, Item before, Item draft) {}

    default void updated(Call call, Item before, Item item) {}

    default void deleted(Call call, Item item) {}
}
