package dev.conversations.app.delivery;

import dev.conversations.api.text.Json;
import dev.conversations.webhook.WebhookEvent;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultMessage;

/** An event of Twilio as JSON on a queue. */
public final class QueuedEvent {

    /** Makes the event in the body a message of its text, grouped by conversation; nothing else of the exchange goes along. */
    public void write(Exchange exchange) {
        WebhookEvent event = exchange.getMessage().getBody(WebhookEvent.class);
        Message queued = new DefaultMessage(exchange);
        queued.setBody(Json.text(event));
        queued.setHeader("JMSXGroupID", event.conversationSid());
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
