package dev.conversations.camel.poll;

import dev.conversations.api.Json;
import dev.conversations.api.Operation;
import dev.conversations.api.Pages;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds new items by a number that grows from item to item; the list can be read in either direction. */
final class NewByIndex implements NewItems {

    private static final String NOTHING_SEEN = "-1";

    private final String field;
    private final Function<Map<String, Object>, Pages> list;

    /** @param list reads the list with these options */
    NewByIndex(Operation operation, Function<Map<String, Object>, Pages> list) {
        this.field = operation.cursor();
        this.list = list;
    }

    @Override
    public String now() {
        try (Pages newest = list.apply(Map.of("order", "desc", "pageSize", 1))) {
            return newest.hasNext() ? String.valueOf(index(newest.next())) : NOTHING_SEEN;
        }
    }

    @Override
    public List<Object> after(String cursor, int most) {
        return cursor == null ? first(most) : since(Long.parseLong(cursor), most);
    }

    @Override
    public String moved(String cursor, Object item) {
        return String.valueOf(index(item));
    }

    private List<Object> first(int most) {
        List<Object> items = new ArrayList<>();
        try (Pages oldest = list.apply(Map.of("order", "asc"))) {
            while (items.size() < most && oldest.hasNext()) {
                items.add(oldest.next());
            }
        }
        return items;
    }

    private List<Object> since(long seen, int most) {
        Deque<Object> oldest = new ArrayDeque<>();
        try (Pages newest = list.apply(Map.of("order", "desc"))) {
            while (newest.hasNext()) {
                Object item = newest.next();
                if (index(item) <= seen) {
                    break;
                }
                oldest.addLast(item);
                if (oldest.size() > most) {
                    oldest.removeFirst();
                }
            }
        }
        List<Object> items = new ArrayList<>(oldest);
        Collections.reverse(items);
        return items;
    }

    private long index(Object item) {
        if (Json.toMap(item).get(field) instanceof Number index) {
            return index.longValue();
        }
        throw new IllegalStateException("An item of the list has no " + field + ", so what is new cannot be told");
    }
}
