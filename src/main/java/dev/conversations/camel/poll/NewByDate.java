// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.poll;

import dev.conversations.api.Pages;
import dev.conversations.api.text.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds new items by the date of their making, whatever the order of the list; a cursor is what {@link Seen} writes. */
final class NewByDate implements NewItems {

    private static final Logger LOG = LoggerFactory.getLogger(NewByDate.class);
    private static final List<String> SIDS = List.of("sid", "conversation_sid");
    private static final int MAX_NAMED = 1_000;

    private final Function<Instant, Pages> list;
    private final Map<Object, Key> keys = new IdentityHashMap<>();
    private final Set<String> undated = new HashSet<>();
    private String text;
    private Seen seen;

    /** @param list reads what is made from a moment on, or more */
    NewByDate(Function<Instant, Pages> list) {
        this.list = list;
    }

    @Override
    public String now() {
        Seen all = Seen.nothing();
        try (Pages items = list.apply(Instant.EPOCH)) {
            while (items.hasNext()) {
                Key key = key(items.next());
                if (key != null) {
                    all.add(key.date(), key.sid());
                }
            }
        }
        return remember(all);
    }

    @Override
    public List<Object> after(String cursor, int most) {
        Seen known = seen(cursor);
        return oldest(known.begin(), key -> known.isNew(key.date(), key.sid()), most);
    }

    private List<Object> oldest(Instant begin, Predicate<Key> wanted, int most) {
        TreeMap<Key, Object> oldest = new TreeMap<>();
        try (Pages items = list.apply(begin)) {
            while (items.hasNext()) {
                Object item = items.next();
                Key key = key(item);
                if (key != null && wanted.test(key)) {
                    oldest.put(key, item);
                    if (oldest.size() > most) {
                        oldest.pollLastEntry();
                    }
                }
            }
        }
        keys.clear();
        oldest.forEach((key, item) -> keys.put(item, key));
        return new ArrayList<>(oldest.values());
    }

    @Override
    public List<Object> since(Instant begin, int most) {
        return oldest(begin, key -> !key.date().isBefore(begin), most);
    }

    @Override
    public String moved(String cursor, Object item) {
        Seen moved = seen(cursor);
        Key key = keys.get(item);
        moved.add(key.date(), key.sid());
        return remember(moved);
    }

    /** The cursor, read only if it is not the one that was written last. */
    private Seen seen(String cursor) {
        if (cursor == null) {
            return seen = Seen.nothing();
        }
        return cursor.equals(text) ? seen : (seen = Seen.parse(cursor));
    }

    private String remember(Seen now) {
        seen = now;
        text = now.text();
        return text;
    }

    /** What tells items apart and brings them in order. */
    private record Key(Instant date, String sid) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::date).thenComparing(Key::sid);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** Null for an item that has no date: it can neither be new nor old, and must not hold up the others. */
    private Key key(Object item) {
        String sid = first(item, SIDS);
        Optional<Instant> date = ItemDate.of(item);
        if (date.isEmpty() && undated.size() < MAX_NAMED && undated.add(sid)) {
            LOG.warn("{} has no readable date, so it is left out of the poll", sid);
        }
        return date.map(made -> new Key(made, sid)).orElse(null);
    }

    private static String first(Object item, List<String> names) {
        return names.stream().map(name -> Json.field(item, name))
                .filter(String.class::isInstance).map(String.class::cast).findFirst().orElse("");
    }
}
