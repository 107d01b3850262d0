// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.inbox;

import dev.conversations.api.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which mails are taken next, and what became of those that were: answers before what others write, and both before mails
 * that could not be read. None is taken twice at a time; one that stays in its mailbox rests for a while, and so does
 * what comes after it in its lane.
 */
final class Turns {
    static final int MOST_TRIES = 3;
    /** How many mails are in hand at most, and how many of them are no answers. */
    private static final int ROOM = 100;
    private static final int ROOM_FOR_OTHERS = 20;
    /** After so many others it is looked for answers again. */
    private static final int BITE = 5;

    private final Timing timing;
    private final Duration rest;
    private final Failures readings = new Failures();
    private final Failures deliveries = new Failures();
    /** Whether a mail in hand is an answer. */
    private final Map<Place, Boolean> inHand = new HashMap<>();
    private final Set<Place> done = new HashSet<>();
    private final Map<Place, Long> resting = new HashMap<>();
    private final Map<String, Long> stalled = new HashMap<>();

    /** @param rest how long a mail rests */
    Turns(Timing timing, Duration rest) {
        this.timing = timing;
        this.rest = rest;
    }

    /** Those that may be taken now, in order. */
    synchronized List<Place> next(List<Place> unread, Set<Place> answers) {
        resting.values().removeIf(this::isOver);
        stalled.values().removeIf(this::isOver);
        List<Place> free = new ArrayList<>(unread);
        free.removeAll(inHand.keySet());
        free.removeAll(resting.keySet());
        free.sort(Comparator.comparing((Place place) -> readings.of(place) > 0)
                .thenComparing(place -> !answers.contains(place)));
        int answersInHand = (int) inHand.values().stream().filter(answer -> answer).count();
        int others = Math.min(BITE, ROOM_FOR_OTHERS - (inHand.size() - answersInHand));
        List<Place> next = new ArrayList<>();
        for (Place place : free) {
            if (next.size() < ROOM - inHand.size() && (answers.contains(place) || others-- > 0)) {
                next.add(place);
            }
        }
        return next;
    }

    synchronized void taken(Place place, boolean answer) {
        inHand.put(place, answer);
    }

    /** Whether it could not be read so often that it is not tried again. */
    boolean isUnreadable(Place place) {
        return readings.of(place) >= MOST_TRIES;
    }

    /** Whether it could not even be kept as a dead letter, so often that less of it has to do. */
    boolean isRefused(Place place) {
        return deliveries.of(place) >= MOST_TRIES;
    }

    synchronized void notRead(Place place) {
        readings.add(place);
        resting.put(place, restUntil());
    }

    synchronized void notKept(Place place) {
        deliveries.add(place);
    }

    /** It stays in its mailbox, and what comes after it in its lane waits for it. */
    synchronized void stays(Place place, String lane) {
        stalled.putIfAbsent(lane, restUntil());
        resting.put(place, stalled.get(lane));
        inHand.remove(place);
        notifyAll();
    }

    synchronized boolean isStalled(String lane) {
        return stalled.containsKey(lane) && !isOver(stalled.get(lane));
    }

    synchronized void done(Place place) {
        readings.forget(place);
        deliveries.forget(place);
        done.add(place);
        notifyAll();
    }

    /** What is done and has to be marked as read. */
    synchronized List<Place> done() {
        return List.copyOf(done);
    }

    synchronized void marked(List<Place> places) {
        done.removeAll(places);
        places.forEach(inHand::remove);
    }

    /** Waits until something is done, or for a rest; false at once when nothing is in hand. */
    synchronized boolean awaitDone() throws InterruptedException {
        if (done.isEmpty() && !inHand.isEmpty()) {
            wait(Math.max(1, rest.toMillis()));
        }
        return !inHand.isEmpty();
    }

    private long restUntil() {
        return timing.nanos() + rest.toNanos();
    }

    private boolean isOver(long until) {
        return timing.nanos() - until >= 0;
    }
}
