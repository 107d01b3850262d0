// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.kit;

import dev.conversations.webhook.EventType;
import dev.conversations.webhook.ExpectedWebhooks;
import java.util.List;
import java.util.function.BiPredicate;
import org.apache.camel.CamelContext;

/** Whether a sandbox tells the routes of a Camel context what they want to hear. */
public final class Registration {

    private static final String NOBODY = "No route of this context registers its webhooks: one that begins with"
            + " twilio-conversations:events/... does with registration=ACCOUNT and publicUrl, which connect(context)"
            + " gives the component before the routes come";

    private final BiPredicate<String, EventType> told;
    private final Waiting waiting;

    /** @param told whether the sandbox tells that address of that event */
    public Registration(BiPredicate<String, EventType> told, Waiting waiting) {
        this.told = told;
        this.waiting = waiting;
    }

    /**
     * Waits until all routes that register are told.
     *
     * @throws IllegalStateException when none does
     * @throws AssertionError when one is not told in time
     */
    public void await(CamelContext context) {
        waiting.until(context::isStarted, started -> started, started -> "The context did not start");
        ExpectedWebhooks expected = context.getCamelContextExtension().getContextPlugin(ExpectedWebhooks.class);
        List<ExpectedWebhooks.Route> routes = expected == null ? List.of() : registering(expected);
        if (routes.isEmpty()) {
            throw new IllegalStateException(NOBODY);
        }
        waiting.until(() -> registering(expected).stream().filter(route -> !isTold(route)).toList(), List::isEmpty,
                untold -> "Route " + untold.get(0).id() + " was not told of its events, as its registration is "
                        + untold.get(0).registration() + ",");
    }

    private boolean isTold(ExpectedWebhooks.Route route) {
        return route.events().stream().allMatch(event -> told.test(route.url(), event));
    }

    private static List<ExpectedWebhooks.Route> registering(ExpectedWebhooks expected) {
        return expected.routes().stream().filter(ExpectedWebhooks.Route::registers).toList();
    }
}
