// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.camel.options.WebhookConfiguration;
import dev.conversations.camel.trust.Door;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiverStartTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "onTeaServed                         | There is no event 'onTeaServed'; there are all, onConversationAdd",
        "all?only=onTeaServed                | only=onTeaServed is no post-action event: choose from onConv",
        "all?only=onMessageAdd               | only=onMessageAdd is no post-action event",
        "onMessageAdded?only=onUserAdded     | only goes with events/all; this is events/onMessageAdded",
        "onMessageAdded?publicUrl=example.com| publicUrl does not begin with http:// or https:// and a host",
        "onMessageAdded?publicUrl=https:///x | publicUrl does not begin with http:// or https:// and a host",
        "onMessageAdded?trustedProxies=proxy | trustedProxies: 'proxy' is neither an address nor a network",
        "onMessageAdded?webhookAuthToken=,   | No token to verify webhooks with",
    })
    void aWrongOptionFailsAtStartAndSaysWhatIsRight(String events, String message) {
        assertThatThrownBy(() -> Webhooks.from(events)).hasMessageContaining(message);
    }

    @Test
    void withoutATokenNothingStartsUnlessVerificationIsSwitchedOffByName() throws Exception {
        assertThatThrownBy(() -> start("twilio-conversations:events/onMessageAdded"))
                .hasMessageContaining("No token to verify webhooks with: set webhookAuthToken or authToken,"
                        + " or switch verification off with validateSignature=false");
    }

    @Test
    void withoutAnHttpServerTheErrorSaysWhatToDo() {
        assertThatThrownBy(() -> start("twilio-conversations:events/onMessageAdded?authToken=x"))
                .hasStackTraceContaining(
                        "Cannot listen for webhooks at /twilio/conversations: is there an HTTP server?");
    }

    @Test
    void twoRoutesCannotAnswerOnePreActionEvent() {
        assertThatThrownBy(() -> Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/onMessageAdd").routeId("a").to("mock:a");
                from("twilio-conversations:events/onMessageAdd").routeId("b").to("mock:b");
            }
        })).hasMessageContaining("Two routes for onMessageAdd at /twilio/conversations, a and b:"
                + " a pre-action event can have one answer; join them, or give one another path");
    }

    @Test
    void noTokenAppearsInTheTextOfADoor() {
        WebhookConfiguration webhook = new WebhookConfiguration();
        webhook.setPublicUrl("https://user:word@example.com");

        assertThat(Door.of(webhook, Webhooks.TOKEN).toString()).doesNotContain(Webhooks.TOKEN, "word");
    }

    private static void start(String uri) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(uri).to("mock:events");
                }
            });
            context.start();
        }
    }
}
