// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.call;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.support.service.ServiceSupport;

/** Has calls go on later; while they wait they hold no thread. As many go on at once as are due, since none may wait for another. */
public final class Retries extends ServiceSupport {

    private final CamelContext context;
    private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
    private ScheduledExecutorService timer;
    private ExecutorService workers;

    public Retries(CamelContext context) {
        this.context = context;
    }

    /** What waits. Either it goes on, on another thread, or it is given up: one of both, once. */
    interface Wait {

        void goOn();

        void giveUp();

        /** Whether going on is still wanted. */
        boolean isWanted();
    }

    /** Has it go on after a time; it is given up, maybe at once, when that is not wanted any more or this is stopped. */
    void later(Duration time, Wait wait) {
        waits.add(wait);
        try {
            timer.schedule(() -> goOn(wait), time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            giveUp(wait);
        }
        if (!wait.isWanted()) {
            giveUp(wait);
        }
    }

    /** Gives up what is not wanted any more. */
    void giveUpUnwanted() {
        waits.stream().filter(wait -> !wait.isWanted()).forEach(this::giveUp);
    }

    private void goOn(Wait wait) {
        if (waits.remove(wait)) {
            try {
                workers.execute(wait::goOn);
            } catch (RejectedExecutionException stopped) {
                wait.giveUp();
            }
        }
    }

    private void giveUp(Wait wait) {
        if (waits.remove(wait)) {
            wait.giveUp();
        }
    }

    @Override
    protected void doStart() {
        timer = context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "TwilioRetryTimer");
        workers = context.getExecutorServiceManager().newCachedThreadPool(this, "TwilioRetry");
    }

    @Override
    protected void doStop() {
        if (timer != null) {
            context.getExecutorServiceManager().shutdownNow(timer);
            context.getExecutorServiceManager().shutdown(workers);
        }
        waits.forEach(this::giveUp);
    }
}
