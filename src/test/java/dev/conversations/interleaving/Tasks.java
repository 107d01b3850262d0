// SPDX-License-Identifier: Apache-2.0
package dev.conversations.interleaving;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** An executor whose one thread is an actor; what is to be done later may be done at once, and nothing is done again and again. */
public class Tasks extends AbstractExecutorService implements ScheduledExecutorService {

    private final Orders orders;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private boolean shutdown;

    public Tasks(Orders orders) {
        this.orders = orders;
    }

    /** One that does at once, on the thread of who asks, what is not to be done later. */
    public static final class Beside extends Tasks {

        public Beside(Orders orders) {
            super(orders);
        }

        @Override
        void take(Runnable task) {
            task.run();
        }
    }

    private static final class Task<V> extends FutureTask<V> implements ScheduledFuture<V> {

        Task(Callable<V> work) {
            super(work);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return 0;
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    /** What its thread does, until nothing more can come. */
    public Runnable actor(BooleanSupplier over) {
        return () -> {
            orders.await("take", () -> !waiting.isEmpty() || over.getAsBoolean());
            for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
                task.run();
                orders.await("take", () -> !waiting.isEmpty() || over.getAsBoolean());
            }
        };
    }

    /** How many things wait to be done. */
    public int waiting() {
        return waiting.size();
    }

    @Override
    public void execute(Runnable task) {
        orders.step("hand over");
        if (shutdown) {
            throw new RejectedExecutionException("shut down");
        }
        take(task);
    }

    void take(Runnable task) {
        waiting.add(task);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return schedule(Executors.callable(task), delay, unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> work, long delay, TimeUnit unit) {
        Task<V> task = new Task<>(work);
        waiting.add(task);
        return task;
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long first, long period, TimeUnit unit) {
        return new Task<>(Executors.callable(task));
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long first, long delay, TimeUnit unit) {
        return new Task<>(Executors.callable(task));
    }

    @Override
    public void shutdown() {
        shutdown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        List<Runnable> left = new ArrayList<>(waiting);
        waiting.clear();
        return left;
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return shutdown;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return shutdown;
    }
}
