// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.judge;

import dev.conversations.camel.state.Fingerprint;
import dev.conversations.simulation.plan.Channel;
import dev.conversations.simulation.plan.Mishap;
import dev.conversations.webhook.EventType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was written is worked on, each message to its end, in time, and once. It is worked on again only after it has failed, its node was
 * killed, the node could not note that this message is done, or was held up as it noted that it is at work on it.
 */
public final class Processing implements Oracle {

    /** The route whose claims are looked at. */
    public static final String ROUTE = "answers";

    /** So long the database is away. */
    private static final Duration AWAY = Duration.ofSeconds(4);

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

    /** What the holder met: it was killed or failed over it, or its own statement about this claim went wrong. */
    private static boolean isReason(Fact fact, Fact before, String sid) {
        return fact.where().equals(before.where()) && switch (fact.kind()) {
            case KILLED -> true;
            case FAILED -> fact.about().equals(sid);
            case FAULT -> isHolding(fact, Fingerprint.of(ROUTE, EventType.ON_MESSAGE_ADDED.event() + " " + sid));
            default -> false;
        };
    }

    /** Only what notes that it is done, or still at work, keeps others away; one note of work less does not let them in, but a late one may. */
    private static boolean isHolding(Fact fault, String claim) {
        return fault.more().startsWith(Channel.DATABASE.name()) && (fault.about().equals(claim + " done")
                || fault.about().startsWith(claim + " held ") && fault.more().endsWith(" " + Mishap.SLOW));
    }

    /** Whether there was no database while it was worked on before. */
    private static boolean wasAway(History history, Fact before, Fact again) {
        Duration end = history.between(before, again).filter(fact -> fact.kind() == Fact.Kind.DONE && fact.where().equals(before.where())
                && fact.about().equals(before.about())).map(Fact::at).findFirst().orElse(again.at());
        return history.of(Fact.Kind.FAULT).anyMatch(fact -> fact.more().endsWith(" " + Mishap.AWAY)
                && fact.at().plus(AWAY).compareTo(before.at()) > 0 && fact.at().compareTo(end) <= 0);
    }
}
