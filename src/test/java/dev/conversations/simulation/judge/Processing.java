// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.judge;

import dev.conversations.simulation.plan.Channel;
import dev.conversations.simulation.plan.Mishap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was written is worked on, each message to its end, in time, and once. It is worked on again only after it has failed, its node was
 * killed over it, or the node could not note in the database that it has it or is done.
 */
final class Processing implements Oracle {

    /** So long the database may have been away before that. */
    private static final Duration AWAY = Duration.ofSeconds(5);

    @Override
    public Stream<String> faults(Seen seen) {
        List<String> faults = new ArrayList<>();
        List<String> made = seen.history().of(Fact.Kind.MADE).map(Fact::about).toList();
        made.stream().filter(sid -> seen.history().of(Fact.Kind.DONE, sid).findAny().isEmpty())
                .forEach(sid -> faults.add("lost: " + sid + " was never worked on to its end"));
        seen.history().of(Fact.Kind.BEGUN).map(Fact::about).distinct().filter(sid -> !made.contains(sid))
                .forEach(sid -> faults.add("from nowhere: " + sid));
        made.forEach(sid -> repeats(seen.history(), sid, faults));
        return faults.stream();
    }

    private static void repeats(History history, String sid, List<String> faults) {
        List<Fact> runs = history.of(Fact.Kind.BEGUN, sid).toList();
        for (int run = 1; run < runs.size(); run++) {
            Fact before = runs.get(run - 1);
            Fact again = runs.get(run);
            if (history.between(before, again).noneMatch(fact -> isReason(fact, before, sid)) && !wasAway(history, before, again)) {
                faults.add("twice: " + sid + " on " + before.where() + ", then on " + again.where());
            }
        }
    }

    private static boolean isReason(Fact fact, Fact before, String sid) {
        return fact.where().equals(before.where())
                && (fact.kind() == Fact.Kind.KILLED || fact.kind() == Fact.Kind.FAILED && fact.about().equals(sid)
                        || fact.kind() == Fact.Kind.FAULT && fact.more().startsWith(Channel.DATABASE.name()));
    }

    private static boolean wasAway(History history, Fact before, Fact again) {
        return history.of(Fact.Kind.FAULT).anyMatch(fact -> fact.more().endsWith(" " + Mishap.AWAY)
                && fact.at().compareTo(before.at().minus(AWAY)) > 0 && fact.at().compareTo(again.at()) < 0);
    }
}
