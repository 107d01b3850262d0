// SPDX-License-Identifier: Apache-2.0
package dev.conversations.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.conversations.sandbox.Disturbance;
import dev.conversations.sandbox.Fault;
import dev.conversations.sandbox.ReceivedCall;
import dev.conversations.sandbox.SandboxExtension;
import dev.conversations.webhook.EventType;
import java.time.Duration;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BadDaysTest extends CamelTestSupport {
    @RegisterExtension
    static SandboxExtension twilio = new SandboxExtension();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return twilio.connect(super.createCamelContext());
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:open").to("twilio-conversations:conversations/create");
                from("twilio-conversations:events/onMessageAdded").to("mock:heard");
            }
        };
    }

    @Test
    void whoIsTooFastIsLetInLater() {
        twilio.fail(2, Fault.status(429).withRetryAfter(Duration.ZERO).onlyFor("conversations/create"));
        template.sendBody("direct:open", "Order 4711");
        assertEquals(List.of(429, 429, 201), twilio.awaitCalls("conversations/create", 3).stream().map(ReceivedCall::status).toList());
    }

    @Test
    void whatMayHaveBeenMadeIsNotMadeAgain() {
        twilio.fail(1, Fault.reset().afterDoing().onlyFor("conversations/create"));
        assertThrows(CamelExecutionException.class, () -> template.sendBody("direct:open", "Order 4711"));
        assertEquals(1, twilio.awaitCalls("conversations/create", 1).size());
    }

    @Test
    void whatIsToldTwiceIsHeardOnce() throws Exception {
        twilio.listen("+15559990000");
        twilio.awaitRegistered(context);
        twilio.disturb(Disturbance.NONE.withCopies(2));
        twilio.phone("+15551230001").writes("Hello");
        twilio.awaitWebhooks(EventType.ON_MESSAGE_ADDED, 2);
        getMockEndpoint("mock:heard").expectedMessageCount(1);
        getMockEndpoint("mock:heard").assertIsSatisfied();
    }
}
