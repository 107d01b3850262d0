// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.proof.judge;

import dev.conversations.app.proof.judge.Fact.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Judges a history, of which it knows nothing but the file: whether all that was to follow did, each once and in order. A program
 * of its own; ends with 1 where something is wrong.
 */
public final class Checker {
    /** What has to follow from what. */
    private static final Map<Kind, List<Kind>> FOLLOW = new TreeMap<>(Map.of(
            Kind.SENT, List.of(Kind.MAILED, Kind.QUEUED),
            Kind.REPLIED, List.of(Kind.ARRIVED),
            Kind.HOPELESS, List.of(Kind.RETURNED)));
    /** What comes back from several places has no order. */
    private static final Set<Kind> UNORDERED = Set.of(Kind.RETURNED);
    /** Of what carries one ID however often it comes, repeats are counted and are no fault. */
    private static final Set<Kind> REPEATABLE = Set.of(Kind.MAILED, Kind.RETURNED);

    private final List<Fact> history;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Integer> counts = new LinkedHashMap<>();

    private Checker(List<Fact> history) {
        this.history = history;
    }

    /**
     * What there is to say of a history.
     *
     * @param faults none when all is well
     * @param counts how many of each kind, and how many repeats with the same ID
     */
    public record Verdict(List<String> faults, Map<String, Integer> counts) {}

    /** @param arguments the file */
    public static void main(String[] arguments) throws IOException {
        Verdict verdict = judge(History.read(Path.of(arguments[0])));
        System.out.println(verdict.counts());
        verdict.faults().forEach(System.out::println);
        System.exit(verdict.faults().isEmpty() ? 0 : 1);
    }

    public static Verdict judge(List<Fact> history) {
        Checker checker = new Checker(history);
        history.forEach(fact -> checker.count(fact.kind().name()));
        FOLLOW.forEach((cause, effects) -> effects.forEach(effect -> checker.judge(cause, effect)));
        return new Verdict(checker.faults, checker.counts);
    }

    private void judge(Kind cause, Kind effect) {
        Map<String, List<Integer>> causes = numbers(cause, false);
        Map<String, List<Integer>> effects = numbers(effect, true);
        causes.forEach((thread, wanted) -> {
            List<Integer> found = effects.getOrDefault(thread, List.of());
            Set<Integer> seen = new HashSet<>();
            int last = 0;
            for (int number : found) {
                if (!seen.add(number)) {
                    faults.add(effect + " twice: " + thread + ' ' + number);
                } else if (number < last && !UNORDERED.contains(effect)) {
                    faults.add(effect + " out of order: " + thread + ' ' + number + " after " + last);
                }
                last = Math.max(last, number);
            }
            wanted.stream().filter(number -> !seen.contains(number))
                    .forEach(number -> faults.add(effect + " lost: " + thread + ' ' + number));
            Set<Integer> known = new HashSet<>(wanted);
            seen.stream().filter(number -> !known.contains(number))
                    .forEach(number -> faults.add(effect + " out of nowhere: " + thread + ' ' + number));
        });
        effects.keySet().stream().filter(thread -> !causes.containsKey(thread))
                .forEach(thread -> faults.add(effect + " out of nowhere: " + thread));
    }

    /** The numbers of a kind in each thread, in the order of the history; without repeats of one ID where those may be. */
    private Map<String, List<Integer>> numbers(Kind kind, boolean isEffect) {
        Map<String, List<Integer>> numbers = new LinkedHashMap<>();
        Map<String, Fact> ids = new HashMap<>();
        for (Fact fact : history) {
            if (fact.kind() != kind) {
                continue;
            }
            Fact earlier = ids.putIfAbsent(fact.id(), fact);
            if (earlier == null) {
                numbers.computeIfAbsent(fact.thread(), thread -> new ArrayList<>()).add(fact.number());
            } else if (isEffect && REPEATABLE.contains(kind) && earlier.equals(fact)) {
                count(kind + " again with the same ID");
            } else {
                faults.add(kind + " twice under one ID: " + fact.thread() + ' ' + fact.number());
            }
        }
        return numbers;
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }
}
