// SPDX-License-Identifier: Apache-2.0
package example;

import org.apache.camel.builder.RouteBuilder;

/** Answers who asks for an order. */
public class OrderRoutes extends RouteBuilder {
    @Override
    public void configure() {
        from("twilio-conversations:events/onMessageAdded").routeId("orders")
                .setHeader("CamelTwilioConversationsConversationSid", simple("${body.conversationSid}"))
                .setBody(constant("We look into it."))
                .to("twilio-conversations:messages/create?author=shop");
    }
}
