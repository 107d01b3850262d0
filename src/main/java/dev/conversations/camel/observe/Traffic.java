// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.observe;

import dev.conversations.api.Gate;
import dev.conversations.api.Timing;
import dev.conversations.camel.govern.Governor;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;

/** The requests of a Camel context, whatever endpoints and components make them: counted, and governed by account. */
public final class Traffic {

    private final CamelContext context;
    private final Timing timing;
    private final Calls calls;
    private final boolean metered;
    private final Map<String, Governor> governors = new ConcurrentHashMap<>();

    private Traffic(CamelContext context, Timing timing) {
        this.context = context;
        this.timing = timing;
        this.calls = new Calls(timing);
        this.metered = context.getClassResolver().resolveClass("io.micrometer.core.instrument.MeterRegistry") != null;
        if (metered) {
            CallMeters.bind(context, calls);
        }
    }

    /** That of the context; begins now if there is none. */
    public static synchronized Traffic of(CamelContext context, Timing timing) {
        Traffic there = context.getCamelContextExtension().getContextPlugin(Traffic.class);
        if (there == null) {
            there = new Traffic(context, timing);
            context.getCamelContextExtension().addContextPlugin(Traffic.class, there);
        }
        return there;
    }

    /** What becomes of requests. */
    public Calls calls() {
        return calls;
    }

    /**
     * What governs an account.
     *
     * @param account its name, the same for whoever calls for it
     */
    public Gate governor(String account) {
        return calls.behind(governors.computeIfAbsent(account, name -> {
            Governor governor = new Governor(timing);
            if (metered) {
                CallMeters.bind(context, name, governor);
            }
            return governor;
        }));
    }

    /** What governs each account. */
    public Map<String, Governor> governors() {
        return new TreeMap<>(governors);
    }
}
