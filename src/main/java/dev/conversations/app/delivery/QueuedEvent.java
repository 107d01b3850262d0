package dev.conversations.app.delivery;

import dev.conversations.api.Json;
import dev.conversations.webhook.WebhookEvent;
import java.io.IOException;

/** An event of Twilio as JSON on a queue. */
public final class QueuedEvent {

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
