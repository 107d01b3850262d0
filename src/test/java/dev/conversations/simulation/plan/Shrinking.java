// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Finds out how little has to happen so that a world still fails. */
public final class Shrinking {

    private static final int MOST_TRIES = 400;

    private final Predicate<Plan> fails;
    private int tries;

    private Shrinking(Predicate<Plan> fails) {
        this.fails = fails;
    }

    /** A plan of which no part can be left out, or that was the smallest when patience ended. */
    public static Plan of(Plan failing, Predicate<Plan> fails) {
        return new Shrinking(fails).smallest(failing);
    }

    /** Leaves out halves, then quarters and so on, again and again while that helps. */
    private Plan smallest(Plan failing) {
        Plan least = failing;
        for (int size = Math.max(1, least.kept().size() / 2); size > 0; ) {
            Plan less = withoutSome(least, size);
            size = less.kept().size() == least.kept().size() ? size / 2 : Math.min(size, Math.max(1, less.kept().size() / 2));
            least = less;
        }
        return least;
    }

    private Plan withoutSome(Plan plan, int size) {
        for (int begin = 0; begin < plan.kept().size() && tries < MOST_TRIES; begin += size) {
            List<Integer> kept = new ArrayList<>(plan.kept());
            kept.subList(begin, Math.min(begin + size, kept.size())).clear();
            Plan less = plan.with(kept);
            tries++;
            if (fails.test(less)) {
                return less;
            }
        }
        return plan;
    }
}
