// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.outcome;

import dev.conversations.app.delivery.Keys;
import dev.conversations.app.delivery.MessageKeys;
import dev.conversations.webhook.WebhookEvent;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.Exchange;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.EndpointHelper;
import org.apache.camel.support.service.ServiceHelper;

/**
 * What has been told, and by which way, so that it is told once: beside the keys of messages or of events, where there is
 * a place for them, else as long as the process lives.
 */
public final class Told {
    private static final List<String> KEYS = List.of("{{bridge.keys.in-use:}}", "{{bridge.event-keys.in-use:}}");

    private IdempotentRepository keys;

    /** Whether it is still to be told that way. */
    public boolean isNew(Exchange exchange, String way, WebhookEvent event) throws Exception {
        return !keys(exchange.getContext()).contains(exchange, key(way, event));
    }

    /** Remembers that it was told that way. */
    public void remember(Exchange exchange, String way, WebhookEvent event) throws Exception {
        IdempotentRepository repository = keys(exchange.getContext());
        repository.add(exchange, key(way, event));
        repository.confirm(exchange, key(way, event));
    }

    /** The same for the same outcome, however often Twilio tells of it: a message fails once for each who was to get it. */
    public static String key(String way, WebhookEvent event) {
        String state = event.verdict() == null ? event.parameter("DateUpdated")
                : Statuses.isFailure(event) ? "failed" : event.status();
        return Keys.hash(String.join(" ", "outcome", way, event.eventType(), event.messageSid(),
                event.deliveryReceiptSid(), state));
    }

    private synchronized IdempotentRepository keys(CamelContext context) throws Exception {
        if (keys == null) {
            String named = KEYS.stream().map(context::resolvePropertyPlaceholders).filter(name -> !name.isEmpty())
                    .findFirst().orElse("");
            keys = named.isEmpty() ? MessageKeys.inMemory()
                    : EndpointHelper.resolveReferenceParameter(context, named, IdempotentRepository.class);
            CamelContextAware.trySetCamelContext(keys, context);
            ServiceHelper.startService(keys);
        }
        return keys;
    }
}
