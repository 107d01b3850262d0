// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.once;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows from time to time that the holders of claims are still there; there is no thread before the first claim. */
public final class Renewals extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger(Renewals.class);

    private final CamelContext context;
    private final Map<Claimed, ScheduledFuture<?>> held = new ConcurrentHashMap<>();
    private ScheduledExecutorService timer;

    public Renewals(CamelContext context) {
        this.context = context;
    }

    /** What is held. */
    interface Claimed {
        void renew();
    }

    void add(Claimed claimed, Duration period) {
        long millis = period.toMillis();
        held.put(claimed, timer().scheduleAtFixedRate(() -> renew(claimed), millis, millis, TimeUnit.MILLISECONDS));
    }

    void remove(Claimed claimed) {
        ScheduledFuture<?> renewal = held.remove(claimed);
        if (renewal != null) {
            renewal.cancel(false);
        }
    }

    private static void renew(Claimed claimed) {
        try {
            claimed.renew();
        } catch (RuntimeException | Error e) {
            LOG.debug("A claim is not renewed", e);
        }
    }

    private synchronized ScheduledExecutorService timer() {
        if (timer == null) {
            timer = context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "TwilioClaims");
        }
        return timer;
    }

    @Override
    protected synchronized void doStop() {
        if (timer != null) {
            context.getExecutorServiceManager().shutdownNow(timer);
            timer = null;
        }
        held.clear();
    }
}
