// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.observe;

import dev.conversations.camel.govern.Governor;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.apache.camel.CamelContext;

/** Shows what became of requests to Micrometer, and how an account is governed. */
final class CallMeters {

    private static final String PREFIX = "twilio.conversations.";

    private CallMeters() {}

    /** Binds the counts to the meter registry of the context, if there is one. */
    static void bind(CamelContext context, Calls calls) {
        MeterRegistry registry = registry(context);
        if (registry != null) {
            calls.observe((kind, tally) -> FunctionTimer
                    .builder(PREFIX + "requests", tally, Calls.Tally::count, each -> each.time().toNanos(), TimeUnit.NANOSECONDS)
                    .description("Requests to Twilio, each try by itself, and how long they took")
                    .tag("operation", kind.operation())
                    .tag("outcome", kind.outcome())
                    .register(registry));
        }
    }

    /** Binds the state of an account to the meter registry of the context, if there is one. */
    static void bind(CamelContext context, String account, Governor governor) {
        MeterRegistry registry = registry(context);
        if (registry == null) {
            return;
        }
        FunctionTimer.builder(PREFIX + "governor.waits", governor, Governor::waits,
                        each -> each.waited().toNanos(), TimeUnit.NANOSECONDS)
                .description("How long requests waited for their turn")
                .tag("account", account)
                .register(registry);
        gauge(registry, account, governor, "waiting", "Requests that wait for their turn", Governor::waiting);
        gauge(registry, account, governor, "under.way", "Requests under way", Governor::underWay);
        gauge(registry, account, governor, "limit", "Requests that may be under way", Governor::mayBeUnderWay);
        gauge(registry, account, governor, "pace",
                "Writes per second to the conversation or service that takes the fewest", Governor::slowestPace);
    }

    private static void gauge(MeterRegistry registry, String account, Governor governor,
            String name, String description, ToDoubleFunction<Governor> value) {
        Gauge.builder(PREFIX + "governor." + name, governor, value)
                .description(description).tag("account", account).register(registry);
    }

    private static MeterRegistry registry(CamelContext context) {
        return context.getRegistry().findSingleByType(MeterRegistry.class);
    }
}
