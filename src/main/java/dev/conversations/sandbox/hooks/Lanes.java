package dev.conversations.sandbox.hooks;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Runs tasks in the background: those of one lane one after the other, different lanes side by side. */
public final class Lanes implements AutoCloseable {

    /** The most tasks that may wait. */
    static final int CAPACITY = 10_000;

    private static final int THREADS = 16;

    private final Map<String, Queue<Runnable>> lanes = new HashMap<>();
    private final ExecutorService threads;
    private int waiting;
    private boolean closed;

    public Lanes() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "sandbox-webhook");
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        threads = pool;
    }

    /** Whether the task will run; it will not when too many wait or all is closed. */
    synchronized boolean run(String lane, Runnable task) {
        if (closed || waiting >= CAPACITY) {
            return false;
        }
        waiting++;
        Queue<Runnable> queue = lanes.get(lane);
        if (queue == null) {
            queue = new ArrayDeque<>();
            lanes.put(lane, queue);
            threads.execute(() -> drain(lane));
        }
        queue.add(task);
        return true;
    }

    private void drain(String lane) {
        for (Runnable task = next(lane); task != null; task = next(lane)) {
            task.run();
        }
    }

    private synchronized Runnable next(String lane) {
        Runnable task = closed ? null : lanes.get(lane).poll();
        if (task == null) {
            lanes.remove(lane);
        } else {
            waiting--;
        }
        return task;
    }

    /** Ends at once: what waits is dropped, what runs is interrupted. */
    @Override
    public synchronized void close() {
        closed = true;
        threads.shutdownNow();
    }
}
