// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import dev.conversations.webhook.WebhookEvent;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Which events a route has to have finished before one of which a webhook tells. */
public interface Precedence {

    /** None: each event is worked on as it comes. */
    Precedence NONE = (event, work) -> work.get();

    /**
     * Has an event worked on once those before it are finished. It is left, for others to find, when that cannot be had now.
     *
     * @param work begins the work, which ends with whether it is finished
     * @return ends with the work, or when it is left
     */
    CompletableFuture<?> after(WebhookEvent event, Supplier<CompletableFuture<Boolean>> work);
}
