// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.world;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.Predicate;

/** Items in the order in which they were made. It changes with the store, and only with it. */
public final class Series extends AbstractList<Item> implements RandomAccess {

    private final List<Item> items = new ArrayList<>();

    Series() {}

    @Override
    public Item get(int place) {
        return items.get(place);
    }

    @Override
    public int size() {
        return items.size();
    }

    /** The place of the first item of which that is true, as it must be of all after it; the size when of none. */
    public int seek(Predicate<Item> reached) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reached.test(items.get(middle))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    void put(Item item) {
        items.add(place(item), item);
        modCount++;
    }

    void take(Set<Item> gone) {
        if (gone.size() == 1) {
            items.remove(place(gone.iterator().next()));
        } else {
            items.removeIf(gone::contains);
        }
        modCount++;
    }

    private int place(Item item) {
        boolean last = isEmpty() || items.get(size() - 1).number() < item.number();
        return last ? size() : seek(other -> other.number() >= item.number());
    }
}
