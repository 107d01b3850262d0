// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.time;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.apache.camel.spi.ThreadPoolFactory;
import org.apache.camel.spi.ThreadPoolProfile;

/** Gives a Camel context executors in simulated time. */
public final class VirtualThreads implements ThreadPoolFactory {

    private final Scheduler scheduler;
    private final Life life;

    public VirtualThreads(Scheduler scheduler, Life life) {
        this.scheduler = scheduler;
        this.life = life;
    }

    @Override
    public ExecutorService newCachedThreadPool(ThreadFactory threads) {
        return new VirtualExecutor(scheduler, life, Integer.MAX_VALUE);
    }

    @Override
    public ExecutorService newThreadPool(ThreadPoolProfile profile, ThreadFactory threads) {
        return new VirtualExecutor(scheduler, life, profile.getMaxPoolSize());
    }

    @Override
    public ScheduledExecutorService newScheduledThreadPool(ThreadPoolProfile profile, ThreadFactory threads) {
        return new VirtualExecutor(scheduler, life, profile.getPoolSize());
    }
}
