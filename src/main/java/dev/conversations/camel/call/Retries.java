package dev.conversations.camel.call;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.support.service.ServiceSupport;

/** Runs things later; while they wait they hold no thread. */
public final class Retries extends ServiceSupport {

    private final CamelContext context;
    private ScheduledExecutorService timer;
    private ExecutorService workers;

    public Retries(CamelContext context) {
        this.context = context;
    }

    /** @throws java.util.concurrent.RejectedExecutionException when this was stopped */
    void later(Duration wait, Runnable work) {
        timer.schedule(() -> workers.execute(work), wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected void doStart() {
        timer = context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "TwilioRetryTimer");
        workers = context.getExecutorServiceManager().newDefaultThreadPool(this, "TwilioRetry");
    }

    @Override
    protected void doStop() {
        context.getExecutorServiceManager().shutdownNow(timer);
        context.getExecutorServiceManager().shutdown(workers);
    }
}
