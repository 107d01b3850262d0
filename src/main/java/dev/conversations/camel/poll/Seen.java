// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.poll;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The newest date seen, and which items were seen of that date and of the minute before it: dates have whole seconds, and
 * items may show up late. As a text: {@code 2026-01-02T03:04:05Z 0:rZ3kAl0Q,8Jd0pLwe 7:m3Wq1aTz}, the seconds before the
 * newest date, each with marks of the items seen of it.
 */
final class Seen {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MARK_BYTES = 6;

    private final TreeMap<Instant, Set<String>> marks = new TreeMap<>();
    private Instant newest;

    private Seen(Instant newest) {
        this.newest = newest;
    }

    static Seen nothing() {
        return new Seen(Instant.EPOCH);
    }

    static Seen parse(String text) {
        String[] words = text.split(" ");
        Seen seen = new Seen(Instant.parse(words[0]));
        for (int i = 1; i < words.length; i++) {
            int colon = words[i].indexOf(':');
            Instant date = seen.newest.minusSeconds(Long.parseLong(words[i].substring(0, colon)));
            seen.marks.put(date, new LinkedHashSet<>(List.of(words[i].substring(colon + 1).split(","))));
        }
        return seen;
    }

    String text() {
        StringBuilder text = new StringBuilder(newest.toString());
        marks.descendingMap().forEach((date, its) -> {
            char before = ':';
            text.append(' ').append(Duration.between(date, newest).toSeconds());
            for (String mark : its) {
                text.append(before).append(mark);
                before = ',';
            }
        });
        return text.toString();
    }

    /** The date before which nothing is new. */
    Instant begin() {
        return newest.minus(WINDOW);
    }

    boolean isNew(Instant date, String sid) {
        return date.isAfter(begin()) && !marks.getOrDefault(date, Set.of()).contains(mark(sid));
    }

    void add(Instant date, String sid) {
        newest = date.isAfter(newest) ? date : newest;
        marks.computeIfAbsent(date, first -> new LinkedHashSet<>()).add(mark(sid));
        marks.headMap(begin(), true).clear();
    }

    /** Eight letters that tell the items of a minute apart. */
    private static String mark(String sid) {
        long hash = 1125899906842597L;
        for (int i = 0; i < sid.length(); i++) {
            hash = 31 * hash + sid.charAt(i);
        }
        hash = (hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L;
        byte[] bytes = ByteBuffer.allocate(Long.BYTES).putLong(hash).array();
        byte[] first = new byte[MARK_BYTES];
        System.arraycopy(bytes, 0, first, 0, MARK_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(first);
    }
}
