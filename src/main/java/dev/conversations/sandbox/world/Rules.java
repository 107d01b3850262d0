package dev.conversations.sandbox.world;

import dev.conversations.sandbox.call.Call;
import java.util.Collection;

/** What is special about a resource; all else the {@link World} does from the tables. */
public interface Rules {

    /** Nothing special. */
    Rules NONE = new Rules() {};

    /** The items below a parent that lists show and paths can name. */
    default Collection<Item> items(Store store, Call call, String parent) {
        return store.list(call.shape().keeps(), parent);
    }

    /** Completes or refuses what is about to be made. */
    default void creating(Call call, Item draft) {}

    default void created(Call call, Item item) {}

    /** Completes or refuses a change; the draft holds the new values. */
    default void updating(Call call, Item before, Item draft) {}

    default void updated(Call call, Item before, Item item) {}

    default void deleted(Call call, Item item) {}
}
