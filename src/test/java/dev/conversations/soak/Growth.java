// SPDX-License-Identifier: Apache-2.0
package dev.conversations.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Tells growth from noise: the last third of what was held beside the third before it; in the first there is much to begin with. */
final class Growth {
    /** What a heap may hold more: the keys that a route remembers, up to 10,000, and what a collection leaves. */
    private static final long BYTES = 6_000_000;
    private static final int SOME = 6;

    private Growth() {}

    /** What grew, in words; none when all is flat. */
    static List<String> of(List<Held> held) {
        List<String> grown = new ArrayList<>();
        look("heap", held, Held::heap, BYTES, grown);
        look("threads", held, Held::threads, SOME, grown);
        look("files and connections", held, Held::files, SOME, grown);
        return grown;
    }

    private static void look(String what, List<Held> held, ToLongFunction<Held> part, long allowed, List<String> grown) {
        int third = held.size() / 3;
        long before = median(held.subList(held.size() - 2 * third, held.size() - third), part);
        long after = median(held.subList(held.size() - third, held.size()), part);
        if (after > before + allowed) {
            grown.add(what + " grew from " + before + " to " + after);
        }
    }

    private static long median(List<Held> held, ToLongFunction<Held> part) {
        return held.stream().mapToLong(part).sorted().skip(held.size() / 2).findFirst().orElseThrow();
    }
}
