// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which conversations are to be looked into. That the list shows something new of one tells that there may be more; that it shows
 * nothing new does not tell that there is nothing, since Twilio does not say what a message changes in it. So those are looked into
 * now and then as well.
 */
final class Roster {

    /** Of those of which the list shows nothing new, each is looked into once in so many rounds. */
    static final int ROUNDS = 10;

    private final Map<String, Known> known = new ConcurrentHashMap<>();

    /**
     * A conversation that was looked into, or is to be.
     *
     * @param shown what the list showed of it, as a hash
     * @param rounds how many rounds ago
     * @param settled whether it ever was
     */
    private record Known(int shown, int rounds, boolean settled) {}

    /** Notes that a list shows a conversation; whether it is to be looked into. */
    boolean isDue(String sid, Map<String, Object> conversation) {
        Known now = known.computeIfPresent(
                sid, (same, before) -> new Known(before.shown(), before.rounds() + 1, before.settled()));
        return now == null || now.shown() != conversation.hashCode() || now.rounds() >= ROUNDS;
    }

    /** It is to be looked into in the next round in any case, even if no list shows it. */
    void unsettled(String sid) {
        known.merge(sid, new Known(0, ROUNDS, false), (before, first) -> new Known(before.shown(), ROUNDS, before.settled()));
    }

    /** The route has finished all that is there. The first time it rests for less, not the same for all, so that few are due at once. */
    void settled(String sid, Map<String, Object> conversation) {
        known.compute(sid, (same, before) -> new Known(conversation.hashCode(),
                before != null && before.settled() ? 0 : Math.floorMod(sid.hashCode(), ROUNDS), true));
    }

    void forget(String sid) {
        known.remove(sid);
    }

    void clear() {
        known.clear();
    }

    boolean knows(String sid) {
        return known.containsKey(sid);
    }

    /** Those that may be in no list any more, but were open in the round before or are to be looked into. */
    List<String> all() {
        return List.copyOf(known.keySet());
    }
}
