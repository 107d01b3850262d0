// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a bridge delivers: each message is on the queue once and in the order of its conversation, and is mailed under one
 * Message-ID and in that order; of each answer that failed it is told once, and mailed under one Message-ID; nothing becomes a dead
 * letter.
 */
final class Delivery implements Oracle {

    @Override
    public Stream<String> faults(Seen seen) {
        List<String> faults = new ArrayList<>();
        if (seen.bridge()) {
            History history = seen.history();
            List<String> made = history.of(Fact.Kind.MADE).map(Fact::about).toList();
            List<String> queued = history.of(Fact.Kind.QUEUED).map(Fact::about).toList();
            once(made, queued, "on the queue", faults);
            once(seen.failed(), history.of(Fact.Kind.TOLD).map(Fact::about).toList(), "told of as failed", faults);
            queued.stream().filter(sid -> !made.contains(sid)).forEach(sid -> faults.add("on the queue from nowhere: " + sid));
            mails(history, made, faults);
            mails(history, seen.failed(), faults);
            order(history, Fact.Kind.QUEUED, "on the queue", faults);
            order(history, Fact.Kind.MAILED, "mailed", faults);
            history.of(Fact.Kind.KEPT).forEach(kept -> faults.add("a dead letter: " + kept.more()));
        }
        return faults.stream();
    }

    private static void once(List<String> wanted, List<String> there, String what, List<String> faults) {
        for (String sid : wanted) {
            long times = there.stream().filter(sid::equals).count();
            if (times != 1) {
                faults.add((times == 0 ? "not " + what : what + " twice") + ": " + sid);
            }
        }
    }

    private static void mails(History history, List<String> wanted, List<String> faults) {
        for (String sid : wanted) {
            List<String> names = history.of(Fact.Kind.MAILED, sid).map(Fact::more).distinct().toList();
            if (names.size() != 1) {
                faults.add((names.isEmpty() ? "not mailed: " : "mailed under several names: ") + sid);
            }
        }
    }

    private static void order(History history, Fact.Kind kind, String what, List<String> faults) {
        List<String> there = history.of(kind).map(Fact::about).distinct().toList();
        Map<String, List<String>> conversations = history.of(Fact.Kind.MADE).filter(made -> there.contains(made.about()))
                .collect(Collectors.groupingBy(Fact::more, Collectors.mapping(Fact::about, Collectors.toList())));
        conversations.forEach((conversation, made) -> {
            if (!made.equals(there.stream().filter(made::contains).toList())) {
                faults.add(what + " out of order: " + conversation);
            }
        });
    }
}
