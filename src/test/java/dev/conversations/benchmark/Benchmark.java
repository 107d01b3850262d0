package dev.conversations.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Compares ways of doing the same by the processor time they take, in rounds that alternate so that all meet the same conditions. */
final class Benchmark {

    private static final int WARM_UP = 4;
    private static final int ROUNDS = 9;
    private static final int CALLERS = 8;

    private final int calls;
    private final Map<String, Callable<?>> ways = new LinkedHashMap<>();

    /** @param calls how often a way is taken in one round */
    Benchmark(int calls) {
        this.calls = calls;
    }

    Benchmark way(String name, Callable<?> call) {
        ways.put(name, call);
        return this;
    }

    /** Prints the processor time of every way as a ratio to the first: the median of the rounds, after some to warm up. */
    void print() throws Exception {
        Map<String, List<Double>> ratios = new LinkedHashMap<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            double first = 0;
            for (Map.Entry<String, Callable<?>> way : ways.entrySet()) {
                double cost = cost(way.getValue());
                first = first == 0 ? cost : first;
                if (round >= WARM_UP) {
                    ratios.computeIfAbsent(way.getKey(), name -> new ArrayList<>()).add(cost / first);
                }
            }
        }
        ratios.forEach((name, values) -> {
            Collections.sort(values);
            System.out.printf("%-60s %.2f (%.2f to %.2f)%n", name, values.get(ROUNDS / 2), values.get(0), values.get(ROUNDS - 1));
        });
    }

    private double cost(Callable<?> call) throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            long start = system.getProcessCpuTime();
            List<Future<?>> running = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                running.add(callers.submit(() -> {
                    for (int i = 0; i < calls / CALLERS; i++) {
                        call.call();
                    }
                    return null;
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
            return system.getProcessCpuTime() - start;
        } finally {
            callers.shutdownNow();
        }
    }
}
