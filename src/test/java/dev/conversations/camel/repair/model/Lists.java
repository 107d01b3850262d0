// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** How one list follows from another. */
final class Lists {

    private Lists() {}

    static <T> List<T> set(List<T> list, int index, T item) {
        return changed(list, items -> items.set(index, item));
    }

    static <T> List<T> add(List<T> list, T item) {
        return changed(list, items -> items.add(item));
    }

    static <T> List<T> remove(List<T> list, T item) {
        return changed(list, items -> items.remove(item));
    }

    private static <T> List<T> changed(List<T> list, Consumer<List<T>> change) {
        List<T> copy = new ArrayList<>(list);
        change.accept(copy);
        return List.copyOf(copy);
    }
}
