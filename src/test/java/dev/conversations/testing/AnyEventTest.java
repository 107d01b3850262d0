// SPDX-License-Identifier: Apache-2.0
package dev.conversations.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.conversations.sandbox.SandboxExtension;
import dev.conversations.webhook.EventType;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AnyEventTest extends CamelTestSupport {
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
                from("twilio-conversations:events/onDeliveryUpdated").setBody(simple("${body.errorCode}")).to("mock:lost");
                from("twilio-conversations:events/onMessageAdd").filter(simple("${body.body} contains 'spam'"))
                        .setHeader("CamelTwilioConversationsReplyStatus", constant(403));
            }
        };
    }

    @Test
    void aMessageThatDidNotArriveIsNoted() throws Exception {
        twilio.awaitRegistered(context);
        getMockEndpoint("mock:lost").expectedBodiesReceived(30005);
        twilio.fire(EventType.ON_DELIVERY_UPDATED, Map.of("Status", "undelivered", "ErrorCode", "30005"));
        getMockEndpoint("mock:lost").assertIsSatisfied();
    }

    @Test
    void spamIsRefused() {
        twilio.awaitRegistered(context);
        assertEquals(403, twilio.fire(EventType.ON_MESSAGE_ADD, Map.of("Body", "Cheap spam")).get(0).status());
        assertEquals(200, twilio.fire(EventType.ON_MESSAGE_ADD, Map.of("Body", "Hello")).get(0).status());
    }
}
