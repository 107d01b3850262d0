// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.world;

import dev.conversations.sandbox.call.Call;
import java.util.function.Supplier;

/** Who is asked before items change and told after they did. */
public interface Witness {

    /**
     * Asks before an action; never while the guard is held.
     *
     * @param item what would be made, changed or deleted
     * @return the call as it is to happen
     * @throws dev.conversations.sandbox.call.Refusal when the action is refused
     */
    Call pass(Call call, Supplier<Item> item);

    /** Tells of an action that the item went through; of a deletion while the item is still there. */
    void happened(Call call, Item item);
}
