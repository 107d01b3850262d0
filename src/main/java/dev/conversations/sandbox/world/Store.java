// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.world;

import dev.conversations.sandbox.call.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All items, in series by where they belong and by the values of those fields that they were ever asked for by. What
 * belongs to an item goes when the item goes. Not for several threads at once.
 */
public final class Store {

    /** The most items that are kept in all. */
    static final int CAPACITY = 200_000;

    private static final Series EMPTY = new Series();

    /**
     * What the items of a series have in common.
     *
     * @param parent the SID of what they belong to; null for any
     * @param field a field in which they have the same value, whatever its case; null for none
     */
    private record Key(String resource, String parent, String field, String value) {}

    private final Map<Key, Series> series = new HashMap<>();
    private final Map<String, Set<Key>> below = new HashMap<>();
    private final Map<String, Set<String>> indexed = new HashMap<>();
    private final Map<String, Item> bySid = new HashMap<>();
    private final Recent recent = new Recent();
    private long made;
    private int size;

    /** @throws Refusal when the sandbox is full */
    public void add(Item item) {
        if (size >= CAPACITY) {
            throw new Refusal(503, 20503, "The sandbox is full: it keeps at most " + CAPACITY + " items.");
        }
        item.kept(this, ++made);
        Key place = new Key(item.resource(), item.parent(), null, null);
        put(item, place);
        put(item, new Key(item.resource(), null, null, null));
        fields(item.resource()).forEach(field -> values(item, field).forEach(key -> put(item, key)));
        below.computeIfAbsent(item.parent(), parent -> new LinkedHashSet<>()).add(place);
        if (item.sid() != null) {
            bySid.put(item.sid(), item);
        }
        size++;
    }

    /** The items of a collection. */
    public Series list(String resource, String parent) {
        return series.getOrDefault(new Key(resource, parent, null, null), EMPTY);
    }

    /** All items of a resource, wherever they belong. */
    public Series all(String resource) {
        return list(resource, null);
    }

    /**
     * The items of a collection that have a value in a field, whatever its case.
     *
     * @param parent the SID of what they belong to; null for any
     */
    public Series list(String resource, String parent, String field, String value) {
        if (indexed.computeIfAbsent(resource, name -> new HashSet<>()).add(field)) {
            all(resource).forEach(item -> values(item, field).forEach(key -> put(item, key)));
        }
        return series.getOrDefault(new Key(resource, parent, field, folded(value)), EMPTY);
    }

    /** The item of that SID in a collection; null when there is none. */
    public Item find(String resource, String parent, String sid) {
        Item item = get(sid);
        return item != null && item.resource().equals(resource) && item.parent().equals(parent) ? item : null;
    }

    /** Something happened to an item. */
    public void touch(Item item) {
        recent.touch(item);
    }

    /** The items that something happened to, the last first. */
    public Stream<Item> recent() {
        return recent.items();
    }

    /** The item of that SID, wherever it belongs; null when there is none. */
    public Item get(String sid) {
        return sid == null ? null : bySid.get(sid);
    }

    /** Removes an item and everything that belongs to it. */
    public void remove(Item item) {
        if (!item.isKept()) {
            return;
        }
        Map<Key, Set<Item>> gone = new HashMap<>();
        collect(item, gone);
        gone.forEach(this::take);
    }

    private void collect(Item item, Map<Key, Set<Item>> gone) {
        if (item.sid() != null) {
            Set<Key> places = below.getOrDefault(item.sid(), Set.of());
            places.forEach(place -> series.get(place).forEach(inner -> collect(inner, gone)));
            below.remove(item.sid());
            bySid.remove(item.sid());
            recent.forget(item);
        }
        List<Key> keys = new ArrayList<>(List.of(
                new Key(item.resource(), item.parent(), null, null), new Key(item.resource(), null, null, null)));
        fields(item.resource()).forEach(field -> keys.addAll(values(item, field)));
        keys.forEach(key -> gone.computeIfAbsent(key, all -> new HashSet<>()).add(item));
        item.kept(null, item.number());
        size--;
    }

    /**
     * Takes an item out of the series that a field, or one inside it, puts it in, since that is about to change.
     *
     * @param field the field; null for all
     */
    void leave(Item item, String field) {
        affected(item, field).forEach(name -> values(item, name).forEach(key -> take(key, Set.of(item))));
    }

    /** Puts an item into the series that the new value of a field asks for. */
    void enter(Item item, String field) {
        affected(item, field).forEach(name -> values(item, name).forEach(key -> put(item, key)));
    }

    private List<String> affected(Item item, String field) {
        return fields(item.resource()).stream()
                .filter(name -> field == null || name.equals(field) || name.startsWith(field + ".")).toList();
    }

    private Set<String> fields(String resource) {
        return indexed.getOrDefault(resource, Set.of());
    }

    private static List<Key> values(Item item, String field) {
        String value = item.text(field);
        return value == null ? List.of() : List.of(new Key(item.resource(), item.parent(), field, folded(value)),
                new Key(item.resource(), null, field, folded(value)));
    }

    private static String folded(String value) {
        return value.toLowerCase(Locale.ROOT);
    }

    private void put(Item item, Key key) {
        series.computeIfAbsent(key, name -> new Series()).put(item);
    }

    private void take(Key key, Set<Item> gone) {
        Series items = series.get(key);
        items.take(gone);
        if (items.isEmpty()) {
            series.remove(key);
            if (key.parent() != null && key.field() == null) {
                below.computeIfPresent(key.parent(), (parent, all) -> all.remove(key) && all.isEmpty() ? null : all);
            }
        }
    }
}
