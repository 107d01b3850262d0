// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.time;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** An executor in simulated time, which does so many things at once and keeps the others waiting in their order. */
public final class VirtualExecutor extends AbstractExecutorService implements ScheduledExecutorService {

    private final Scheduler scheduler;
    private final Life life;
    private final int most;
    private final Deque<Runnable> queue = new ArrayDeque<>();
    private final Set<Worker> busy = new LinkedHashSet<>();
    private final Set<Repeated> repeated = new LinkedHashSet<>();
    private final CompletableFuture<Void> terminated = new CompletableFuture<>();
    private int active;
    private int delayed;
    private boolean shutdown;

    public VirtualExecutor(Scheduler scheduler, Life life, int most) {
        this.scheduler = scheduler;
        this.life = life;
        this.most = most;
    }

    @Override
    public void execute(Runnable task) {
        if (shutdown) {
            throw new RejectedExecutionException("shut down");
        }
        add(task);
    }

    private void add(Runnable task) {
        queue.add(task);
        if (active < most) {
            active++;
            scheduler.start(life, this::drain);
        }
    }

    private void drain() {
        Worker me = Worker.current();
        busy.add(me);
        try {
            for (Runnable task = queue.poll(); task != null; task = queue.poll()) {
                task.run();
            }
        } finally {
            busy.remove(me);
            active--;
            if (active < most && !queue.isEmpty() && !life.isOver()) {
                active++;
                scheduler.start(life, this::drain);
            }
            ended();
        }
    }

    private void ended() {
        if (shutdown && active == 0 && queue.isEmpty() && delayed == 0) {
            terminated.complete(null);
        }
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        if (shutdown) {
            throw new RejectedExecutionException("shut down");
        }
        delayed++;
        return scheduler.after(life, Duration.ofNanos(unit.toNanos(delay)), () -> {
            delayed--;
            add(task);
        });
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
        throw new UnsupportedOperationException("Nobody asks for results later");
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long first, long period, TimeUnit unit) {
        return scheduleWithFixedDelay(task, first, period, unit);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long first, long delay, TimeUnit unit) {
        if (shutdown) {
            throw new RejectedExecutionException("shut down");
        }
        Repeated series = new Repeated(scheduler, life, this::add, task, Duration.ofNanos(unit.toNanos(delay)));
        repeated.add(series);
        series.next(Duration.ofNanos(unit.toNanos(first)));
        return series;
    }

    @Override
    public void shutdown() {
        shutdown = true;
        repeated.forEach(series -> series.cancel(false));
        ended();
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        delayed = 0;
        List<Runnable> left = new ArrayList<>(queue);
        queue.clear();
        busy.stream().filter(worker -> worker != Thread.currentThread()).forEach(Worker::interrupt);
        ended();
        return left;
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return terminated.isDone();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return scheduler.await(terminated, Duration.ofNanos(unit.toNanos(timeout)));
    }
}
