// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import dev.conversations.webhook.WebhookEvent;

/** Brings an event to a route. */
interface Offer {

    /** Whether the route has finished it, now or before; else it is to be offered again later. */
    boolean finished(WebhookEvent event) throws InterruptedException;
}
