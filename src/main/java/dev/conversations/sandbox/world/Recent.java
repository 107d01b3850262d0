// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.world;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Items in the order in which something happened to them; what that costs does not grow with their number. */
final class Recent {

    private final Map<String, Long> turns = new HashMap<>();
    private final NavigableMap<Long, Item> items = new TreeMap<>();
    private long last;

    void touch(Item item) {
        forget(item);
        turns.put(item.sid(), ++last);
        items.put(last, item);
    }

    void forget(Item item) {
        Long turn = turns.remove(item.sid());
        if (turn != null) {
            items.remove(turn);
        }
    }

    /** The last first. */
    Stream<Item> items() {
        return items.descendingMap().values().stream();
    }
}
