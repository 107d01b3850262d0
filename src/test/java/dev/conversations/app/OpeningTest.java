// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app;

import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.SandboxExtension;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.test.junit5.CamelTestSupport;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OpeningTest extends CamelTestSupport {
    @RegisterExtension
    static SandboxExtension twilio = new SandboxExtension();

    @Override
    protected RouteBuilder createRouteBuilder() {
        Sandbox sandbox = twilio.sandbox();
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:open").to("twilio-conversations:conversations/create?baseUri=" + sandbox.baseUri()
                        + "&accountSid=" + sandbox.accountSid() + "&authToken=" + sandbox.authToken());
            }
        };
    }

    @Test
    void aConversationIsOpened() {
        Object conversation = template.requestBody("direct:open", "Order 4711");

        Assertions.assertTrue(conversation.toString().contains("sid=CH"));
    }
}
