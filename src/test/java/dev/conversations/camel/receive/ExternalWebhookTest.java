// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.webhook.Signature;
import dev.conversations.webhook.WebhookEvent;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;

class ExternalWebhookTest {

    private static final String URL = "https://public.example/base/hook";
    private static final String OPTIONS =
            "?webhookBasePath=/base&webhookPath=/hook&webhookExternalUrl=https://public.example&webhookAutoRegister=false&webhookComponentName=platform-http";

    @Test
    void aSignedEventReachesTheRouteOfCamelsWebhookComponent() throws Exception {
        try (Webhooks webhooks = webhooks("onMessageAdded", "mock:events")) {
            MockEndpoint events = webhooks.mock("events");
            events.expectedMessageCount(1);
            Map<String, List<String>> event = Webhooks.event("onMessageAdded", "Body", "Grüße & more");
            HttpResponse<String> answer = webhooks.post(webhooks.url("/base/hook"), event, Signature.sign(Webhooks.TOKEN, URL, event));
            events.assertIsSatisfied();
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
            assertThat(events.getExchanges().get(0).getMessage().getBody(WebhookEvent.class).body()).isEqualTo("Grüße & more");
            assertThat(events.getExchanges().get(0).getMessage().getHeaders().keySet())
                    .allMatch(name -> name.startsWith("CamelTwilioConversationsEvent"));
        }
    }

    @Test
    void aForgedEventIsRefusedAndTheRouteNeverRuns() throws Exception {
        try (Webhooks webhooks = webhooks("onMessageAdded", "mock:events")) {
            webhooks.mock("events").expectedMessageCount(0);
            Map<String, List<String>> event = Webhooks.event("onMessageAdded");
            assertThat(webhooks.post(webhooks.url("/base/hook"), event, Signature.sign("wrong", URL, event)).statusCode()).isEqualTo(403);
            assertThat(webhooks.post(webhooks.url("/base/hook"), event, null).statusCode()).isEqualTo(403);
            webhooks.mock("events").assertIsSatisfied();
        }
    }

    @Test
    void aPreActionEventIsAnsweredByTheRoute() throws Exception {
        try (Webhooks webhooks = webhooks("onMessageAdd", "direct:change")) {
            Map<String, List<String>> event = Webhooks.event("onMessageAdd", "Body", "rude");
            HttpResponse<String> answer = webhooks.post(webhooks.url("/base/hook"), event, Signature.sign(Webhooks.TOKEN, URL, event));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"body\":\"polite\"}");
        }
    }

    @Test
    void aRouteThatFailsIsAnsweredAsFailed() throws Exception {
        try (Webhooks webhooks = webhooks("onMessageAdded", "direct:fail")) {
            Map<String, List<String>> event = Webhooks.event("onMessageAdded");
            assertThat(webhooks.post(webhooks.url("/base/hook"), event, Signature.sign(Webhooks.TOKEN, URL, event)).statusCode())
                    .isEqualTo(500);
        }
    }

    @Test
    void anAnswerThatCannotBeIsAnsweredByPolicy() throws Exception {
        try (Webhooks webhooks = webhooks("onMessageRemove", "direct:change")) {
            Map<String, List<String>> event = Webhooks.event("onMessageRemove");
            assertThat(webhooks.post(webhooks.url("/base/hook"), event, Signature.sign(Webhooks.TOKEN, URL, event)).statusCode())
                    .isEqualTo(500);
        }
    }

    @Test
    void thereIsNoRepairBesideIt() {
        assertThatThrownBy(() -> Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                getContext().getComponent("platform-http");
                from("webhook:twilio-conversations:events/onMessageAdded" + OPTIONS + "&repair=true").to("mock:events");
            }
        }))
                .rootCause().hasMessage("webhook: takes no repair: say repair=false, or leave webhook: out");
    }

    @Test
    void anOperationIsNoWebhook() {
        assertThatThrownBy(() -> Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                getContext().getComponent("platform-http");
                from("webhook:twilio-conversations:messages/list" + OPTIONS).to("mock:events");
            }
        })).rootCause().hasMessageContaining("webhook: receives events");
    }

    private static Webhooks webhooks(String event, String... steps) throws Exception {
        return Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                getContext().getComponent("platform-http");
                from("webhook:twilio-conversations:events/" + event + OPTIONS).to(steps);
                from("direct:change").setBody(exchange -> Map.of("body", "polite"));
                from("direct:fail").errorHandler(noErrorHandler()).throwException(new IllegalStateException("no"));
            }
        });
    }
}
