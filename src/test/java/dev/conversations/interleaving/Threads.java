// SPDX-License-Identifier: Apache-2.0
package dev.conversations.interleaving;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.engine.BaseExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolFactory;
import org.apache.camel.spi.ThreadPoolProfile;

/** Gives a Camel context executors of a kind. */
public record Threads(Supplier<Tasks> tasks) implements ThreadPoolFactory {

    /** Has a context do all in these. */
    public static void of(CamelContext context, Supplier<Tasks> tasks) {
        ((BaseExecutorServiceManager) context.getExecutorServiceManager()).setThreadPoolFactory(new Threads(tasks));
    }

    @Override
    public ExecutorService newCachedThreadPool(ThreadFactory threads) {
        return tasks.get();
    }

    @Override
    public ExecutorService newThreadPool(ThreadPoolProfile profile, ThreadFactory threads) {
        return tasks.get();
    }

    @Override
    public ScheduledExecutorService newScheduledThreadPool(ThreadPoolProfile profile, ThreadFactory threads) {
        return tasks.get();
    }
}
