package dev.conversations.sandbox.world;

import dev.conversations.sandbox.call.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All items by where they belong. What belongs to an item goes when the item goes. Not for several threads at once. */
public final class Store {

    /** The most items that are kept in all. */
    static final int CAPACITY = 200_000;

    private record Place(String resource, String parent) {}

    private final Map<Place, Map<String, Item>> places = new LinkedHashMap<>();
    private final Map<String, List<Place>> placesByParent = new LinkedHashMap<>();
    private final Map<String, Item> bySid = new HashMap<>();
    private long made;
    private int size;

    /** @throws Refusal when the sandbox is full */
    public void add(Item item) {
        if (size >= CAPACITY) {
            throw new Refusal(503, 20503, "The sandbox is full: it keeps at most " + CAPACITY + " items.");
        }
        Place place = new Place(item.resource(), item.parent());
        if (!places.containsKey(place)) {
            places.put(place, new LinkedHashMap<>());
            placesByParent.computeIfAbsent(item.parent(), parent -> new ArrayList<>()).add(place);
        }
        item.number(++made);
        places.get(place).put(key(item), item);
        bySid.put(item.sid(), item);
        size++;
    }

    /** The items of a collection in the order in which they were made. */
    public Collection<Item> list(String resource, String parent) {
        return places.getOrDefault(new Place(resource, parent), Map.of()).values();
    }

    /** The item of that SID in a collection; null when there is none. */
    public Item find(String resource, String parent, String sid) {
        return places.getOrDefault(new Place(resource, parent), Map.of()).get(sid);
    }

    /** The item of that SID, wherever it belongs; null when there is none. */
    public Item get(String sid) {
        return sid == null ? null : bySid.get(sid);
    }

    /** All items of a resource, wherever they belong. */
    public List<Item> all(String resource) {
        List<Item> all = new ArrayList<>();
        places.forEach((place, items) -> {
            if (place.resource().equals(resource)) {
                all.addAll(items.values());
            }
        });
        return all;
    }

    /** Removes an item and everything that belongs to it. */
    public void remove(Item item) {
        Place place = new Place(item.resource(), item.parent());
        Map<String, Item> siblings = places.get(place);
        if (siblings == null || siblings.remove(key(item)) == null) {
            return;
        }
        size--;
        bySid.remove(item.sid(), item);
        if (siblings.isEmpty()) {
            places.remove(place);
            placesByParent.computeIfPresent(
                    item.parent(), (parent, all) -> all.remove(place) && all.isEmpty() ? null : all);
        }
        if (item.sid() != null) {
            List.copyOf(placesByParent.getOrDefault(item.sid(), List.of())).forEach(below ->
                    List.copyOf(places.get(below).values()).forEach(this::remove));
        }
    }

    private static String key(Item item) {
        return item.sid() == null ? "" : item.sid();
    }
}
