package dev.conversations.camel.poll;

import dev.conversations.api.Json;
import dev.conversations.api.Pages;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Finds new items by the date of their making, whatever the order of the list. Dates have whole seconds and items may show up late, so
 * the cursor names, beside the newest date seen, the items seen of the minute before it:
 * {@code 2026-01-02T03:04:05Z CH1@1767323045 CH2@1767323044}.
 */
final class NewByDate implements NewItems {

    private static final List<String> DATES = List.of("date_created", "conversation_date_created");
    private static final List<String> SIDS = List.of("sid", "conversation_sid");

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final Supplier<Pages> list;

    /** @param list reads the whole list */
    NewByDate(Supplier<Pages> list) {
        this.list = list;
    }

    @Override
    public String now() {
        Seen newest = Seen.NOTHING;
        try (Pages items = list.get()) {
            while (items.hasNext()) {
                newest = newest.with(Key.of(items.next()));
            }
        }
        return newest.text();
    }

    @Override
    public List<Object> after(String cursor, int most) {
        Seen seen = Seen.parse(cursor);
        TreeMap<Key, Object> oldest = new TreeMap<>();
        try (Pages items = list.get()) {
            while (items.hasNext()) {
                Object item = items.next();
                Key key = Key.of(item);
                if (seen.isNew(key)) {
                    oldest.put(key, item);
                    if (oldest.size() > most) {
                        oldest.pollLastEntry();
                    }
                }
            }
        }
        return new ArrayList<>(oldest.values());
    }

    @Override
    public String moved(String cursor, Object item) {
        return Seen.parse(cursor).with(Key.of(item)).text();
    }

    /** What tells items apart and brings them in order. */
    private record Key(Instant date, String sid) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::date).thenComparing(Key::sid);

        static Key of(Object item) {
            Map<String, Object> fields = Json.toMap(item);
            try {
                return new Key(Instant.parse(first(fields, DATES)), first(fields, SIDS));
            } catch (DateTimeParseException e) {
                throw new IllegalStateException("An item of the list has no readable date, so what is new cannot be told");
            }
        }

        private static String first(Map<String, Object> fields, List<String> names) {
            return names.stream().map(fields::get).filter(String.class::isInstance).map(String.class::cast).findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "An item of the list has no " + names.get(0) + ", so what is new cannot be told"));
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** The newest date seen, and which items were seen of that date and of the window before it. */
    private record Seen(Instant newest, Map<String, Instant> items) {

        static final Seen NOTHING = new Seen(Instant.EPOCH, Map.of());

        static Seen parse(String cursor) {
            if (cursor == null) {
                return NOTHING;
            }
            String[] words = cursor.split(" ");
            Map<String, Instant> items = new TreeMap<>();
            for (int i = 1; i < words.length; i++) {
                String[] halves = words[i].split("@");
                items.put(halves[0], Instant.ofEpochSecond(Long.parseLong(halves[1])));
            }
            return new Seen(Instant.parse(words[0]), items);
        }

        String text() {
            StringBuilder text = new StringBuilder(newest.toString());
            items.forEach((sid, date) -> text.append(' ').append(sid).append('@').append(date.getEpochSecond()));
            return text.toString();
        }

        boolean isNew(Key key) {
            return key.date().isAfter(newest.minus(WINDOW)) && !items.containsKey(key.sid());
        }

        Seen with(Key key) {
            Instant now = key.date().isAfter(newest) ? key.date() : newest;
            Map<String, Instant> kept = new TreeMap<>(items);
            kept.put(key.sid(), key.date());
            kept.values().removeIf(date -> !date.isAfter(now.minus(WINDOW)));
            return new Seen(now, kept);
        }
    }
}
