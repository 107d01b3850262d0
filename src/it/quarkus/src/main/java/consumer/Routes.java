// SPDX-License-Identifier: Apache-2.0
package consumer;

import dev.conversations.webhook.EventType;
import dev.conversations.webhook.WebhookEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.builder.RouteBuilder;

/** A route for every event, which keeps what it hears. */
@ApplicationScoped
public class Routes extends RouteBuilder {
    private final List<WebhookEvent> heard = new CopyOnWriteArrayList<>();

    public List<WebhookEvent> heard() {
        return heard;
    }

    @Override
    public void configure() {
        for (EventType type : EventType.values()) {
            from("twilio-conversations:events/" + type.event())
                    .process(exchange -> heard.add(exchange.getMessage().getBody(WebhookEvent.class)));
        }
    }
}
