// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.observe;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.CamelContext;

/** Shows what became of webhooks to Micrometer. Only meters know it, so that others run without it. */
public final class WebhookMeters {
    private WebhookMeters() {}

    /** Binds the counts of a path to the meter registry of the context, if there is one. */
    public static void bind(CamelContext context, String path, Outcomes outcomes) {
        MeterRegistry registry = context.getRegistry().findSingleByType(MeterRegistry.class);
        if (registry == null) {
            return;
        }
        outcomes.observe((kind, count) -> FunctionCounter
                .builder("twilio.conversations.webhooks", count, LongAdder::sum)
                .description("What became of webhooks and their events")
                .tag("path", path)
                .tag("event_type", kind.event())
                .tag("outcome", kind.outcome().text())
                .register(registry));
        TimeGauge.builder("twilio.conversations.webhook.lag", outcomes, TimeUnit.MILLISECONDS, WebhookMeters::lag)
                .description("How long after it happened the last event came")
                .tag("path", path)
                .register(registry);
    }

    private static double lag(Outcomes outcomes) {
        Duration lag = outcomes.lag();
        return lag == null ? Double.NaN : lag.toMillis();
    }
}
