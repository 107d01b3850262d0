// SPDX-License-Identifier: Apache-2.0
package dev.conversations.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.conversations.sandbox.SandboxExtension;
import dev.conversations.sandbox.SandboxOptions;
import dev.conversations.sandbox.SettableClock;
import dev.conversations.webhook.EventType;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AnHourLaterTest extends CamelTestSupport {
    static SettableClock clock = SettableClock.at(Instant.parse("2026-11-26T10:00:00Z"));

    @RegisterExtension
    static SandboxExtension twilio = new SandboxExtension(SandboxOptions.defaults().withClock(clock));

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return twilio.connect(super.createCamelContext());
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:open").to("twilio-conversations:conversations/create?state=active&timersInactive=PT1H");
                from("twilio-conversations:events/onConversationStateUpdated").to("mock:quiet");
            }
        };
    }

    @Test
    void aConversationThatIsQuietForAnHourIsHeardOf() {
        twilio.awaitRegistered(context);
        template.sendBody("direct:open", "Order 4711");
        clock.advance(Duration.ofMinutes(59));
        assertEquals(0, twilio.webhooks().size());
        clock.advance(Duration.ofMinutes(1));
        assertEquals("inactive", twilio.awaitWebhooks(EventType.ON_CONVERSATION_STATE_UPDATED, 1).get(0).parameter("StateTo"));
    }
}
