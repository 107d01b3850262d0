// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Runs what is to be done, one at a time. Chance decides what is next among all that could be; time passes when there is nothing. Work may
 * wait in the middle of its stack: then its thread stands still and another goes on, so that never two run.
 */
public final class Scheduler {

    private static final int LONGEST_MINUTES = 2;
    private static final int MOST_STEPS = 2_000_000;

    private final Workers workers;
    private final Random order;
    private final Instant begin;
    private final List<Work> ready = new ArrayList<>();
    private final Set<Work> waiting = new LinkedHashSet<>();
    private final Alarms alarms = new Alarms();
    private final List<Throwable> fallenOut = new ArrayList<>();
    private final List<Consumer<Duration>> clocks = new ArrayList<>();
    private final Semaphore over = new Semaphore(0);
    private long now;
    private long end;
    private int steps;

    public Scheduler(Workers workers, long seed, Instant begin) {
        this.workers = workers;
        this.order = new Random(seed);
        this.begin = begin;
    }

    public Instant now() {
        return begin.plusNanos(now);
    }

    public long nanos() {
        return now;
    }

    public void move(Consumer<Duration> clock) {
        clocks.add(clock);
    }

    /** Has something done as soon as it is its turn. */
    public void start(Life life, Runnable task) {
        if (!life.isOver()) {
            ready.add(new Work(life, task));
        }
    }

    /** Has something done after a time. */
    public Alarm after(Life life, Duration length, Runnable task) {
        return alarm(life, length, () -> start(life, task));
    }

    private Alarm alarm(Life life, Duration length, Runnable ring) {
        return alarms.set(this, life, now + Math.max(0, length.toNanos()), ring);
    }

    void forget(Alarm alarm) {
        alarms.forget(alarm);
    }

    /** Lets the work that asks wait. */
    public void sleep(Duration length) throws InterruptedException {
        Work work = Worker.current().work;
        long wait = work.waits + 1;
        Alarm alarm = alarm(work.life, length, () -> wake(work, wait));
        try {
            stand(work);
        } finally {
            alarm.cancel(false);
        }
    }

    /** Lets the work that asks wait until the future is complete. */
    public void await(CompletableFuture<?> future) throws InterruptedException {
        Work work = Worker.current().work;
        if (!future.isDone()) {
            long wait = work.waits + 1;
            future.whenComplete((result, failure) -> wake(work, wait));
            stand(work);
        }
    }

    /** The same for no longer than that; whether it is complete. */
    public boolean await(CompletableFuture<?> future, Duration longest) throws InterruptedException {
        Work work = Worker.current().work;
        long wait = work.waits + 1;
        Alarm alarm = alarm(work.life, longest, () -> wake(work, wait));
        try {
            await(future);
        } finally {
            alarm.cancel(false);
        }
        return future.isDone();
    }

    private void wake(Work work, long wait) {
        if (work.waiting && work.waits == wait) {
            work.waiting = false;
            waiting.remove(work);
            ready.add(work);
        }
    }

    void interrupt(Work work) {
        work.interrupted = true;
        wake(work, work.waits);
    }

    private void stand(Work work) throws InterruptedException {
        check(work);
        work.waits++;
        work.waiting = true;
        waiting.add(work);
        Work next = next();
        if (next != work) {
            pass(next);
            work.worker.standStill();
        }
        check(work);
    }

    private void check(Work work) throws InterruptedException {
        if (work.life.isOver()) {
            throw new Killed(work.life);
        }
        if (work.interrupted) {
            work.interrupted = false;
            throw new InterruptedException("in simulated time");
        }
    }

    /** Gives the turn to the thread of what is next, a free one for what has not begun. */
    private void pass(Work next) {
        if (next == null) {
            over.release();
        } else if (next.worker != null) {
            next.worker.go(this);
        } else {
            Worker free = workers.take();
            free.work = next;
            free.go(this);
        }
    }

    /** Goes on while it is this thread's turn. */
    void lead(Worker me) {
        Work next = me.work;
        while (next != null && next.worker == null) {
            run(next, me);
            next = next();
        }
        me.work = null;
        workers.give(me);
        pass(next);
    }

    private void run(Work work, Worker me) {
        // What was done on this thread before may have kept the sign of an interruption, which is none of this work.
        Thread.interrupted();
        work.worker = me;
        me.work = work;
        try {
            if (!work.life.isOver()) {
                work.task.run();
            }
        } catch (Killed expected) {
            // its life was over
        } catch (Throwable failure) {
            fallenOut.add(failure);
        }
    }

    private Work next() {
        while (true) {
            if (!ready.isEmpty()) {
                if (++steps > MOST_STEPS) {
                    fallenOut.add(new AssertionError("There is no end to what is to be done"));
                    return null;
                }
                int chosen = ready.size() == 1 ? 0 : order.nextInt(ready.size());
                Work last = ready.remove(ready.size() - 1);
                return chosen == ready.size() ? last : ready.set(chosen, last);
            }
            Alarm first = alarms.next(end);
            if (first == null) {
                return null;
            }
            moveTo(first.due());
            first.ring();
        }
    }

    private void moveTo(long due) {
        Duration length = Duration.ofNanos(due - now);
        now = due;
        clocks.forEach(clock -> clock.accept(length));
    }

    /** Real time: what waits for something else than this scheduler would wait for ever. */
    private void awaitEnd() {
        try {
            if (!over.tryAcquire(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError("Some work waits for what is not simulated, after " + steps + " steps");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    /** Ends a life: what waits is taken off its stack, what has not begun is left. */
    public void kill(Life life) {
        life.end();
        alarms.forget(life);
        ready.removeIf(work -> work.life == life && work.worker == null);
        List.copyOf(waiting).stream().filter(work -> work.life == life).forEach(work -> wake(work, work.waits));
    }

    /** Runs on until that long after the begin, unless there is nothing to do before. Comes from outside of simulated time. */
    public void run(Duration until) {
        end = until.toNanos();
        Work first = next();
        if (first != null) {
            pass(first);
            awaitEnd();
        }
    }

    public List<String> standing() {
        return waiting.stream().map(work -> work.life.toString()).toList();
    }

    /** What work ended with, where nobody caught it. */
    public List<Throwable> fallenOut() {
        return fallenOut;
    }
}
