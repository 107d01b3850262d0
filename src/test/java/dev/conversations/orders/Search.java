// SPDX-License-Identifier: Apache-2.0
package dev.conversations.orders;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All states of a model, those of fewer steps first, so the first trace to a fault is a shortest. Besides what must never be,
 * what must come about is judged: from each state on, all can be done without a further mishap.
 */
public final class Search<S> {

    private static final int UNKNOWN = -1;

    private final Model<S> model;
    private final Map<S, Integer> numbers = new HashMap<>();
    private final List<Reached<S>> reached = new ArrayList<>();
    /** For each state the next one on a shortest way to the end; itself where all is done. */
    private int[] next = {};
    private Trace<S> failure;

    /**
     * A state.
     *
     * @param from the state that it was first reached from
     * @param by with which step; null for the first state
     * @param before the states that it follows without a mishap
     */
    private record Reached<S>(S state, int from, Step<S> by, List<Integer> before) {}

    private Search(Model<S> model) {
        this.model = model;
    }

    /** Goes through all there is, or to the first fault. */
    public static <S> Search<S> of(Model<S> model) {
        Search<S> search = new Search<>(model);
        search.forward();
        if (search.failure == null) {
            search.backward();
        }
        return search;
    }

    /** How many states there are. */
    public int states() {
        return reached.size();
    }

    /** A shortest trace to something wrong; empty when all is well in whatever order. */
    public Optional<Trace<S>> failure() {
        return Optional.ofNullable(failure);
    }

    /** Where all is well: for each asked step from each state a shortest trace that has it, and goes on until all is done. */
    public List<Trace<S>> through(Predicate<Step<S>> asked) {
        List<Trace<S>> traces = new ArrayList<>();
        for (int number = 0; number < reached.size(); number++) {
            for (Step<S> step : model.steps(reached.get(number).state())) {
                if (asked.test(step)) {
                    List<Step<S>> steps = stepsTo(number);
                    steps.add(step);
                    addRest(steps, numbers.get(step.after()));
                    traces.add(new Trace<>(steps, ""));
                }
            }
        }
        return traces;
    }

    private void forward() {
        reach(model.first(), UNKNOWN, null);
        for (int number = 0; number < reached.size() && failure == null; number++) {
            for (Step<S> step : model.steps(reached.get(number).state())) {
                int after = reach(step.after(), number, step);
                if (!step.mishap()) {
                    reached.get(after).before().add(number);
                }
            }
        }
    }

    private int reach(S state, int from, Step<S> by) {
        Integer known = numbers.putIfAbsent(state, reached.size());
        if (known != null) {
            return known;
        }
        int number = reached.size();
        reached.add(new Reached<>(state, from, by, new ArrayList<>(4)));
        if (failure == null) {
            model.fault(state).ifPresent(fault -> failure = new Trace<>(stepsTo(number), fault));
        }
        return number;
    }

    private void backward() {
        next = new int[reached.size()];
        Arrays.fill(next, UNKNOWN);
        Deque<Integer> known = new ArrayDeque<>();
        for (int number = 0; number < next.length; number++) {
            if (model.isDone(reached.get(number).state())) {
                next[number] = number;
                known.add(number);
            }
        }
        while (!known.isEmpty()) {
            int number = known.remove();
            for (int before : reached.get(number).before()) {
                if (next[before] == UNKNOWN) {
                    next[before] = number;
                    known.add(before);
                }
            }
        }
        for (int number = 0; number < next.length && failure == null; number++) {
            if (next[number] == UNKNOWN) {
                failure = new Trace<>(stepsTo(number), "never done");
            }
        }
    }

    private List<Step<S>> stepsTo(int number) {
        LinkedList<Step<S>> steps = new LinkedList<>();
        for (int at = number; reached.get(at).by() != null; at = reached.get(at).from()) {
            steps.addFirst(reached.get(at).by());
        }
        return steps;
    }

    private void addRest(List<Step<S>> steps, int from) {
        for (int at = from; next[at] != at; at = next[at]) {
            S after = reached.get(next[at]).state();
            model.steps(reached.get(at).state()).stream().filter(step -> !step.mishap() && step.after().equals(after)).findFirst().ifPresent(steps::add);
        }
    }
}
