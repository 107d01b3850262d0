// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.poll;

import dev.conversations.api.Pages;
import dev.conversations.api.operation.Operation;
import dev.conversations.api.text.Json;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds new items by a number that grows from item to item; the list can be read in either direction. One item is read to
 * see that there is nothing new. The number begins anew with another parent, such as a conversation that was made again
 * under the same unique name; so the cursor names the parent: {@code 12 CH1}.
 */
final class NewByIndex implements NewItems {

    private static final String PARENT = "conversation_sid";
    private static final Map<String, Object> NEWEST = Map.of("order", "desc", "pageSize", 1);
    private static final Cursor NOTHING_SEEN = new Cursor(-1, null);

    private final String field;
    private final Function<Map<String, Object>, Pages> list;

    /** @param list reads the list with these options */
    NewByIndex(Operation operation, Function<Map<String, Object>, Pages> list) {
        this.field = operation.cursor();
        this.list = list;
    }

    /** @param parent what the items belong to; null when unknown */
    private record Cursor(long index, String parent) {

        static Cursor parse(String text) {
            String[] words = text.split(" ", 2);
            return new Cursor(Long.parseLong(words[0]), words.length == 1 ? null : words[1]);
        }

        String text() {
            return parent == null ? String.valueOf(index) : index + " " + parent;
        }

        boolean isOfAnother(Cursor other) {
            return parent != null && other.parent != null && !parent.equals(other.parent);
        }
    }

    @Override
    public String now() {
        Cursor newest = newest();
        return (newest == null ? NOTHING_SEEN : newest).text();
    }

    @Override
    public List<Object> after(String cursor, int most) {
        if (cursor == null) {
            return first(most);
        }
        Cursor seen = Cursor.parse(cursor);
        Cursor newest = newest();
        if (newest == null || !newest.isOfAnother(seen) && newest.index() <= seen.index()) {
            return List.of();
        }
        return newest.isOfAnother(seen) && isWholly(newest.parent()) ? first(most)
                : newest(item -> cursor(item).index() <= seen.index(), most);
    }

    @Override
    public List<Object> since(Instant begin, int most) {
        Predicate<Object> old = item -> ItemDate.of(item).filter(date -> date.isBefore(begin)).isPresent();
        try (Pages newest = list.apply(NEWEST)) {
            if (!newest.hasNext() || old.test(newest.next())) {
                return List.of();
            }
        }
        return newest(old, most);
    }

    @Override
    public String moved(String cursor, Object item) {
        return cursor(item).text();
    }

    /** Where who has seen all would be; null for an empty list. */
    private Cursor newest() {
        try (Pages newest = list.apply(NEWEST)) {
            return newest.hasNext() ? cursor(newest.next()) : null;
        }
    }

    /** Whether the newest items all belong there. */
    private boolean isWholly(String parent) {
        try (Pages newest = list.apply(Map.of("order", "desc"))) {
            for (int read = 0; read < 2 && newest.hasNext(); read++) {
                if (!Objects.equals(cursor(newest.next()).parent(), parent)) {
                    return false;
                }
            }
            return true;
        }
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

    /** The items before the first that is old, the newest first; the last of them, turned round. */
    private List<Object> newest(Predicate<Object> old, int most) {
        Deque<Object> oldest = new ArrayDeque<>();
        try (Pages newest = list.apply(Map.of("order", "desc"))) {
            while (newest.hasNext()) {
                Object item = newest.next();
                if (old.test(item)) {
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

    private Cursor cursor(Object item) {
        if (Json.field(item, field) instanceof Number index) {
            return new Cursor(index.longValue(), Json.field(item, PARENT) instanceof String parent ? parent : null);
        }
        throw new IllegalStateException("An item of the list has no " + field + ", so what is new cannot be told");
    }
}
