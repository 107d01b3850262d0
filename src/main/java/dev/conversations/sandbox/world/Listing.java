// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.world;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The items that a list shows, in their order.
 *
 * @param series the items among which they are
 * @param from the place where they begin
 * @param to the place before which they end
 * @param shown tells which of these they are
 * @param view makes what is shown of an item
 */
public record Listing(
        Series series, int from, int to, Predicate<Item> shown, UnaryOperator<Item> view) {

    /**
     * Some of the items, in the order asked for.
     *
     * @param before the number of the item after which the stretch before this one begins; null when that is the first
     * @param more whether items follow
     */
    public record Stretch(List<Item> items, Long before, boolean more) {}

    /** All of a series, as they are. */
    public static Listing of(Series series) {
        return new Listing(series, 0, series.size(), item -> true, Item::copy);
    }

    /** Those from a place on and before another. */
    public Listing between(int start, int end) {
        return new Listing(series, Math.max(from, start), Math.min(to, end), shown, view);
    }

    /** Those of which something is true. */
    public Listing where(Predicate<Item> condition) {
        return new Listing(series, from, to, shown.and(condition), view);
    }

    /** The same seen another way. */
    public Listing as(UnaryOperator<Item> another) {
        return new Listing(series, from, to, shown, another);
    }

    /** All of the items, not as they are shown but as they are kept. */
    public List<Item> found() {
        return walk(from, 1, series.size());
    }

    /**
     * Looks at no more items than it must.
     *
     * @param after the number of the last item before the stretch, which may be gone by now; null to begin at the start
     */
    Stretch stretch(Long after, boolean descending, int most) {
        int step = descending ? -1 : 1;
        int start = start(after, descending);
        List<Item> next = walk(start, step, most + 1);
        List<Item> previous = walk(start - step, -step, most + 1);
        return new Stretch(next.stream().limit(most).map(view).toList(),
                previous.size() > most ? previous.get(most).number() : null, next.size() > most);
    }

    private int start(Long after, boolean descending) {
        if (after == null) {
            return descending ? to - 1 : from;
        }
        int next = series.seek(item -> descending ? item.number() >= after : item.number() > after);
        return Math.max(from, Math.min(to, next)) - (descending ? 1 : 0);
    }

    private List<Item> walk(int start, int step, int most) {
        List<Item> found = new ArrayList<>();
        for (int place = start; place >= from && place < to && found.size() < most; place += step) {
            if (shown.test(series.get(place))) {
                found.add(series.get(place));
            }
        }
        return found;
    }
}
