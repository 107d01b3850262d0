// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.outcome;

import dev.conversations.app.delivery.Keys;
import dev.conversations.webhook.WebhookEvent;
import org.apache.camel.Exchange;

/**
 * What has been told, and by which way, so that it is told once: beside the keys of messages or of events, where there is
 * a place for them, else as long as the process lives.
 */
public final class Told {
    private final Memory memory = new Memory("{{bridge.keys.in-use:}}", "{{bridge.event-keys.in-use:}}");

    /** Whether it is still to be told that way. */
    public boolean isNew(Exchange exchange, String way, WebhookEvent event) throws Exception {
        return !memory.has(exchange, key(way, event));
    }

    /** Remembers that it was told that way. */
    public void remember(Exchange exchange, String way, WebhookEvent event) throws Exception {
        memory.add(exchange, key(way, event));
    }

    /** The same for the same outcome, however often Twilio tells of it: a message fails once for each who was to get it. */
    public static String key(String way, WebhookEvent event) {
        String state = event.verdict() == null ? event.parameter("DateUpdated")
                : Statuses.isFailure(event) ? "failed" : event.status();
        return Keys.hash(String.join(" ", "outcome", way, event.eventType(), event.messageSid(),
                event.deliveryReceiptSid(), state)
                + (Refusals.key(event) == null ? "" : " " + Refusals.key(event)));
    }
}
