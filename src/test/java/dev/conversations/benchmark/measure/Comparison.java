// SPDX-License-Identifier: Apache-2.0
package dev.conversations.benchmark.measure;

import dev.conversations.benchmark.measure.Spending.Cost;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntToDoubleFunction;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Compares ways of doing the same by the memory they allocate and the processor time they take, in rounds that alternate
 * so that all meet the same conditions. Only threads at work count.
 */
public final class Comparison implements Table {

    /** The name of threads that belong to the other side, as those of a broker or a mail server do; their work is not counted. */
    public static final String COUNTERPART = "counterpart";
    private static final Pattern OTHERS = Pattern.compile(COUNTERPART + "|.*\\(activemq-(?!client).*|(smtp|imap):.*");

    private static final int WARM_UP = 5;
    private static final int ROUNDS = 15;
    private static final int CALLERS = 8;

    private final String title;
    private final int calls;
    private final int operations;
    private final LongPredicate atWork;
    private final Set<Long> callers = ConcurrentHashMap.newKeySet();
    private final Map<String, Callable<?>> ways = new LinkedHashMap<>();

    private Comparison(String title, int calls, int operations, boolean called) {
        this.title = title;
        this.calls = calls;
        this.operations = operations;
        this.atWork = called
                ? thread -> !callers.contains(thread) && thread != Thread.currentThread().getId() && !isOther(thread)
                : callers::contains;
    }

    /**
     * Of what those who call spend.
     *
     * @param calls how often a way is taken in one round
     * @param operations how many a call does; what is told is told of one
     */
    public static Comparison ofCallers(String title, int calls, int operations) {
        return new Comparison(title, calls, operations, false);
    }

    /** Of what all spend but those who call and their counterparts. */
    public static Comparison ofCalled(String title, int calls) {
        return new Comparison(title, calls, 1, true);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public Set<String> ways() {
        return ways.keySet();
    }

    public Comparison way(String name, Callable<?> call) {
        ways.put(name, call);
        return this;
    }

    /**
     * Prints what an operation costs, in the median of the rounds. A ratio is the median of those of each round, in which all
     * ways meet the same machine: what else it does then counts for all.
     */
    @Override
    public void print() throws Exception {
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        ExecutorService pool = Executors.newFixedThreadPool(CALLERS, work -> {
            Thread caller = new Thread(work);
            callers.add(caller.getId());
            return caller;
        });
        try {
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                for (Map.Entry<String, Callable<?>> way : ways.entrySet()) {
                    Cost cost = cost(pool, way.getValue());
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
        System.out.printf(Locale.ROOT, "%n| %-49s |   bytes | ratio |     µs | ratio |%n|---|--:|--:|--:|--:|%n", title);
        costs.forEach((name, rounds) -> System.out.printf(Locale.ROOT, "| %-49s | %,7.0f | %5.2f | %6.2f | %5.2f |%n", name,
                median(round -> rounds.get(round).bytes() / count),
                median(round -> (double) rounds.get(round).bytes() / first.get(round).bytes()),
                median(round -> rounds.get(round).nanos() / count / 1000),
                median(round -> (double) rounds.get(round).nanos() / first.get(round).nanos())));
    }

    private Cost cost(ExecutorService pool, Callable<?> call) throws Exception {
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

    private static boolean isOther(long thread) {
        ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(thread);
        return info != null && OTHERS.matcher(info.getThreadName()).matches();
    }

    private static double median(IntToDoubleFunction figure) {
        return IntStream.range(0, ROUNDS).mapToDouble(figure).sorted().skip(ROUNDS / 2).findFirst().orElseThrow();
    }
}
