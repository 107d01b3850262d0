package dev.conversations.benchmark;

import dev.conversations.benchmark.Spending.Cost;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongPredicate;
import java.util.function.ToDoubleFunction;

/**
 * Compares ways of doing the same by the memory they allocate and the processor time they take, in rounds that alternate
 * so that all meet the same conditions. Only threads at work count.
 */
final class Comparison {

    private static final int WARM_UP = 4;
    private static final int ROUNDS = 7;
    private static final int CALLERS = 8;

    private final String title;
    private final int operations;
    private final LongPredicate atWork;
    private final Set<Long> callers = ConcurrentHashMap.newKeySet();
    private final Map<String, Callable<?>> ways = new LinkedHashMap<>();

    private Comparison(String title, int operations, boolean called) {
        this.title = title;
        this.operations = operations;
        this.atWork = called
                ? thread -> !callers.contains(thread) && thread != Thread.currentThread().getId()
                : callers::contains;
    }

    /** Of what those who call spend. */
    static Comparison ofCallers(String title) {
        return new Comparison(title, 1, false);
    }

    /**
     * The same of calls that do several operations each.
     *
     * @param operations what is told is told of one of them
     */
    static Comparison ofCallers(String title, int operations) {
        return new Comparison(title, operations, false);
    }

    /** Of what all spend but those who call. */
    static Comparison ofCalled(String title) {
        return new Comparison(title, 1, true);
    }

    Comparison way(String name, Callable<?> call) {
        ways.put(name, call);
        return this;
    }

    /**
     * Prints bytes and processor time of an operation, each with its ratio to the first way: the medians of the rounds.
     *
     * @param calls how often a way is taken in one round
     */
    void print(int calls) throws Exception {
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        ExecutorService pool = Executors.newFixedThreadPool(CALLERS, work -> {
            Thread caller = new Thread(work);
            callers.add(caller.getId());
            return caller;
        });
        try {
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                for (Map.Entry<String, Callable<?>> way : ways.entrySet()) {
                    Cost cost = cost(pool, way.getValue(), calls);
                    if (round >= WARM_UP) {
                        costs.computeIfAbsent(way.getKey(), name -> new ArrayList<>()).add(cost);
                    }
                }
            }
        } finally {
            pool.shutdownNow();
        }
        print(costs, (double) calls * operations);
    }

    private void print(Map<String, List<Cost>> costs, double count) {
        List<Cost> first = costs.values().iterator().next();
        double bytes = median(first, Cost::bytes);
        double nanos = median(first, Cost::nanos);
        System.out.printf("%n| %-64s |   bytes | ratio |     µs | ratio |%n|---|--:|--:|--:|--:|%n", title);
        costs.forEach((name, rounds) -> System.out.printf("| %-64s | %,7.0f | %5.2f | %6.2f | %5.2f |%n", name,
                median(rounds, Cost::bytes) / count, median(rounds, Cost::bytes) / bytes,
                median(rounds, Cost::nanos) / count / 1000, median(rounds, Cost::nanos) / nanos));
    }

    private Cost cost(ExecutorService pool, Callable<?> call, int calls) throws Exception {
        Spending spending = Spending.of(atWork);
        List<Future<?>> running = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            running.add(pool.submit(() -> {
                for (int i = 0; i < calls / CALLERS; i++) {
                    call.call();
                }
                return null;
            }));
        }
        for (Future<?> each : running) {
            each.get();
        }
        return spending.soFar();
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> part) {
        List<Double> values = new ArrayList<>(costs.stream().mapToDouble(part).boxed().toList());
        Collections.sort(values);
        return values.get(values.size() / 2);
    }
}
