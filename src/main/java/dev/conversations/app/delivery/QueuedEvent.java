// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

import dev.conversations.api.text.Json;
import dev.conversations.webhook.Delivery;
import dev.conversations.webhook.WebhookEvent;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultMessage;

/** An event of Twilio as JSON on a queue. */
public final class QueuedEvent {

    /** By this property Artemis knows a message that it has had; other brokers leave it alone. */
    private static final String DUPLICATE = "_AMQ_DUPL_ID";

    /**
     * Makes the event in the body a message of its text, grouped by conversation; nothing else of the exchange goes along.
     * One that is sent again, since nobody knows whether it was taken, is not put on the queue twice.
     */
    public void write(Exchange exchange) {
        WebhookEvent event = exchange.getMessage().getBody(WebhookEvent.class);
        Message queued = new DefaultMessage(exchange);
        queued.setBody(Json.text(event));
        queued.setHeader("JMSXGroupID", event.conversationSid());
        queued.setHeader(DUPLICATE, Keys.hash(new Delivery(event, exchange.getExchangeId()).key()));
        exchange.setMessage(queued);
    }

    /**
     * The event.
     *
     * @throws Undeliverable when it is none
     */
    public WebhookEvent read(byte[] json) throws Undeliverable {
        try {
            WebhookEvent event = WebhookEvent.of(Json.readObject(json));
            if (event.eventType() != null) {
                return event;
            }
        } catch (IOException e) {
            // refused below
        }
        throw new Undeliverable("The message on the queue is no event of Twilio.");
    }
}
