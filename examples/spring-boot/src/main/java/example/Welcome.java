// SPDX-License-Identifier: Apache-2.0
package example;

import dev.conversations.camel.ConversationsHeaders;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Who writes for the first time is welcomed, once. */
@Component
public class Welcome extends RouteBuilder {

    @Override
    public void configure() {
        from("twilio-conversations:events/onMessageAdded").routeId("welcome")
                .filter(simple("${body.index} == 0 && ${body.author} startsWith '+'"))
                .setHeader(ConversationsHeaders.CONVERSATION_SID, simple("${body.conversationSid}"))
                .setHeader(ConversationsHeaders.IDEMPOTENCY_KEY, simple("welcome-${body.conversationSid}"))
                .setBody(constant("{{welcome.text}}"))
                .to("twilio-conversations:messages/create?author={{welcome.author}}")
                .log("${body.conversationSid} ${body.sid}: welcomed");
    }
}
