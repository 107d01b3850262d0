// SPDX-License-Identifier: Apache-2.0
package dev.conversations.benchmark.measure;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongPredicate;

/** What threads spend from a moment on, thread by thread: one that ends takes nothing away from what others have spent. */
public final class Spending {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final LongPredicate counted;
    private final Map<Long, Cost> before;

    private Spending(LongPredicate counted) {
        this.counted = counted;
        this.before = totals();
    }

    /**
     * What was spent.
     *
     * @param bytes of memory allocated
     * @param nanos of processor time
     */
    public record Cost(long bytes, long nanos) {

        private static final Cost NONE = new Cost(0, 0);

        private Cost plus(Cost other) {
            return new Cost(bytes + other.bytes, nanos + other.nanos);
        }

        private Cost minus(Cost other) {
            return new Cost(bytes - other.bytes, nanos - other.nanos);
        }
    }

    /** The processor time of this process since it began, in nanoseconds, with all that Java does for it. */
    public static long nanosOfProcess() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** Of every thread, from now on. */
    public static Spending ofAll() {
        return of(thread -> true);
    }

    /** Of some threads, from now on. */
    public static Spending of(LongPredicate counted) {
        return new Spending(counted);
    }

    /** What the threads that are alive have spent since. */
    public Cost soFar() {
        Cost sum = Cost.NONE;
        for (Map.Entry<Long, Cost> total : totals().entrySet()) {
            sum = sum.plus(total.getValue().minus(before.getOrDefault(total.getKey(), Cost.NONE)));
        }
        return sum;
    }

    private Map<Long, Cost> totals() {
        long[] threads = THREADS.getAllThreadIds();
        long[] bytes = THREADS.getThreadAllocatedBytes(threads);
        long[] nanos = THREADS.getThreadCpuTime(threads);
        Map<Long, Cost> totals = new HashMap<>();
        for (int i = 0; i < threads.length; i++) {
            if (bytes[i] >= 0 && nanos[i] >= 0 && counted.test(threads[i])) {
                totals.put(threads[i], new Cost(bytes[i], nanos[i]));
            }
        }
        return totals;
    }
}
