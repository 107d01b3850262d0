// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox;

import dev.conversations.sandbox.world.Agenda;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * What a sandbox works with: time, chance, threads and the way out.
 *
 * @param agenda what is to be done later, by the clock
 * @param random what SIDs, tokens and the like are made of
 * @param senders runs what sends webhooks, which may wait
 * @param readers runs what reads the answers to them
 * @param http the way out
 * @param end ends the threads
 */
record Means(SettableClock clock, Agenda agenda, RandomGenerator random, Executor senders, Executor readers,
        HttpClient http, Runnable end) implements AutoCloseable {

    private static final int SENDERS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** The usual ones. */
    static Means of(SettableClock clock) {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
                1, task -> daemon(task, "sandbox-clock"), new ThreadPoolExecutor.DiscardPolicy());
        ThreadPoolExecutor senders = new ThreadPoolExecutor(SENDERS, SENDERS, 10, TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(), task -> daemon(task, "sandbox-webhook"));
        senders.allowCoreThreadTimeOut(true);
        Agenda agenda = new Agenda(clock, clock.ticks() ? (look, delay) ->
                timer.schedule(look, delay.toMillis() + 1, TimeUnit.MILLISECONDS) : Agenda.Alarm.NONE);
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();
        return new Means(clock, agenda, new SecureRandom(), senders, ForkJoinPool.commonPool(), http, () -> {
            timer.shutdownNow();
            senders.shutdownNow();
        });
    }

    @Override
    public void close() {
        end.run();
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
