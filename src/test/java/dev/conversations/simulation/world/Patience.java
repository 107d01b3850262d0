// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.world;

import dev.conversations.simulation.time.Scheduler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.impl.engine.DefaultShutdownStrategy;
import org.apache.camel.spi.RouteStartupOrder;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.service.ServiceHelper;

/** Camel's way to stop routes, waiting in simulated time: nothing comes in any more, what is in work is waited for, then all is stopped. */
final class Patience extends DefaultShutdownStrategy {

    /** So long what is in work is waited for. */
    static final Duration USUAL = Duration.ofSeconds(120);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Scheduler scheduler;
    private final Duration longest;

    Patience(Scheduler scheduler, Duration longest) {
        this.scheduler = scheduler;
        this.longest = longest;
    }

    @Override
    protected boolean doShutdown(CamelContext context, List<RouteStartupOrder> routes, long timeout, TimeUnit unit, boolean suspendOnly,
            boolean abortAfterTimeout, boolean forceShutdown) throws Exception {
        for (RouteStartupOrder order : routes) {
            boolean isDeferred = order.getInput() instanceof ShutdownAware aware
                    && aware.deferShutdown(ShutdownRunningTask.CompleteCurrentTaskOnly);
            if (order.getInput() instanceof Suspendable && !isDeferred) {
                ServiceHelper.suspendService(order.getInput());
            }
        }
        Duration end = Duration.ofNanos(scheduler.nanos()).plus(longest);
        while (routes.stream().anyMatch(order -> isBusy(context, order)) && scheduler.nanos() < end.toNanos()) {
            scheduler.sleep(LOOK);
        }
        for (RouteStartupOrder order : routes) {
            ServiceHelper.stopService(order.getInput());
        }
        return true;
    }

    private static boolean isBusy(CamelContext context, RouteStartupOrder order) {
        int pending = order.getInput() instanceof ShutdownAware aware ? aware.getPendingExchangesSize() : 0;
        return pending + context.getInflightRepository().size(order.getRoute().getId()) > 0;
    }
}
