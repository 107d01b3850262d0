// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.camel.observe.Outcome;
import dev.conversations.webhook.Signature;
import dev.conversations.webhook.WebhookEvent;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiveTest {

    @Test
    void anEventReachesItsRouteAndNothingOfTheRequestDoes() throws Exception {
        try (Webhooks webhooks = Webhooks.from("onMessageAdded")) {
            Map<String, List<String>> event = Webhooks.event("onMessageAdded", "Body", "Grüße & Küsse", "From", "x");
            String signature = Signature.sign(Webhooks.TOKEN, webhooks.url(Webhooks.PATH), event);
            HttpResponse<String> response = webhooks.post(webhooks.url(Webhooks.PATH), event, signature, "X-Odd", "1");

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEmpty();
            assertThat(response.headers().map()).containsOnlyKeys("content-length");
            Exchange exchange = webhooks.mock("events").getExchanges().get(0);
            assertThat(exchange.getPattern()).isEqualTo(ExchangePattern.InOnly);
            assertThat(exchange.getIn().getBody()).isEqualTo(new WebhookEvent(event));
            assertThat(exchange.getIn().getHeaders())
                    .isEqualTo(Map.of(
                            "CamelTwilioConversationsEventType", "onMessageAdded",
                            "CamelTwilioConversationsEventAccountSid", "AC1",
                            "CamelTwilioConversationsEventConversationSid", "CH1",
                            "CamelTwilioConversationsEventMessageSid", event.get("MessageSid").get(0)));
        }
    }

    @Test
    void anEventMayComeByGet() throws Exception {
        try (Webhooks webhooks = Webhooks.from("onMessageAdded")) {
            Map<String, List<String>> event = Webhooks.event("onMessageAdded", "Body", "It's 100% + ü");

            assertThat(webhooks.get(event).statusCode()).isEqualTo(200);
            assertThat(webhooks.mock("events").getExchanges().get(0).getIn().getBody(WebhookEvent.class).body())
                    .isEqualTo("It's 100% + ü");
        }
    }

    @Test
    void largeValuesAndManyFieldsAreRead() throws Exception {
        try (Webhooks webhooks = Webhooks.from("onMessageAdded")) {
            Map<String, List<String>> large = Webhooks.event("onMessageAdded", "Attributes", "a".repeat(90_000));
            Map<String, List<String>> many = Webhooks.event("onMessageAdded");
            IntStream.range(0, 300).forEach(i -> many.put("Field" + i, List.of("" + i)));

            assertThat(webhooks.tell(large).statusCode()).isEqualTo(200);
            assertThat(webhooks.tell(many).statusCode()).isEqualTo(200);
            assertThat(webhooks.mock("events").getReceivedCounter()).isEqualTo(2);
        }
    }

    @Test
    void aBodyOverTheLimitIsRefusedAndOneAtTheLimitIsNot() throws Exception {
        try (Webhooks webhooks = Webhooks.from("onMessageAdded?maxBodySize=1000")) {
            Map<String, List<String>> event = Webhooks.event("onMessageAdded", "Body", "");
            int left = 1000 - Webhooks.form(event).length();

            event.put("Body", List.of("a".repeat(left)));
            assertThat(webhooks.tell(event).statusCode()).isEqualTo(200);
            event.put("Body", List.of("a".repeat(left + 1)));
            assertThat(webhooks.tell(event).statusCode()).isEqualTo(413);
            event.put("Body", List.of("a".repeat(500_000)));
            assertThat(webhooks.tell(event).statusCode()).isEqualTo(413);
            assertThat(webhooks.count(Outcome.MALFORMED)).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, EventType=%zz,               400",
        "application/x-www-form-urlencoded, EventType=%FF,               400",
        "application/x-www-form-urlencoded, Body=x,                      400",
        "text/plain,                        EventType=onMessageAdded,    415",
    })
    void whatCannotBeReadIsRefused(String type, String body, int status) throws Exception {
        try (Webhooks webhooks = Webhooks.from("onMessageAdded?validateSignature=false")) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(webhooks.url(Webhooks.PATH)))
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString(body));

            assertThat(webhooks.send(request, null).statusCode()).isEqualTo(status);
            assertThat(webhooks.mock("events").getReceivedCounter()).isZero();
        }
    }

    @Test
    void anUnknownEventIsCountedAndBreaksNothing() throws Exception {
        try (Webhooks webhooks = Webhooks.from("all")) {
            assertThat(webhooks.tell(Webhooks.event("onTeaServed")).statusCode()).isEqualTo(200);
            assertThat(webhooks.count(Outcome.UNKNOWN)).isEqualTo(1);
            assertThat(webhooks.mock("events").getReceivedCounter()).isZero();
        }
    }

    @Test
    void allMeansEveryPostActionEventAndOnlyChoosesSome() throws Exception {
        try (Webhooks webhooks = Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/all").to("mock:all");
                from("twilio-conversations:events/all?only=onUserAdded,onMessageAdded").to("mock:some");
            }
        })) {
            for (String type : List.of("onUserAdded", "onMessageAdded", "onMessageRemoved", "onMessageAdd")) {
                assertThat(webhooks.tell(Webhooks.event(type)).statusCode()).isEqualTo(200);
            }
            assertThat(webhooks.mock("all").getReceivedCounter()).isEqualTo(3);
            assertThat(webhooks.mock("some").getReceivedCounter()).isEqualTo(2);
            assertThat(webhooks.count(Outcome.UNROUTED)).isEqualTo(1);
        }
    }

    @Test
    void manyRoutesShareAPathAndPathsAreSeparate() throws Exception {
        try (Webhooks webhooks = Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/onMessageAdded").to("mock:one");
                from("twilio-conversations:events/onMessageAdded?path=twilio/conversations/").to("mock:two");
                from("twilio-conversations:events/onMessageAdded?path=/other").to("mock:other");
            }
        })) {
            assertThat(webhooks.tell(Webhooks.event("onMessageAdded")).statusCode()).isEqualTo(200);
            assertThat(webhooks.mock("one").getReceivedCounter()).isEqualTo(1);
            assertThat(webhooks.mock("two").getReceivedCounter()).isEqualTo(1);
            assertThat(webhooks.mock("other").getReceivedCounter()).isZero();

            Map<String, List<String>> event = Webhooks.event("onMessageAdded");
            String other = webhooks.url("/other");
            assertThat(webhooks.post(other, event, Signature.sign(Webhooks.TOKEN, other, event)).statusCode())
                    .isEqualTo(200);
            assertThat(webhooks.mock("other").getReceivedCounter()).isEqualTo(1);
        }
    }

    @Test
    void whatARouteHadIsRememberedWhileItIsStopped() throws Exception {
        try (Webhooks webhooks = Webhooks.from("onMessageAdded")) {
            Map<String, List<String>> event = Webhooks.event("onMessageAdded");
            webhooks.tell(event);
            webhooks.context().getRouteController().stopRoute("route");
            assertThat(webhooks.tell(event).statusCode()).isEqualTo(503);

            webhooks.context().getRouteController().startRoute("route");
            assertThat(webhooks.tell(event).statusCode()).isEqualTo(200);
            assertThat(webhooks.tell(Webhooks.event("onMessageAdded")).statusCode()).isEqualTo(200);
            assertThat(webhooks.mock("events").getReceivedCounter()).isEqualTo(2);
            assertThat(webhooks.count(Outcome.DUPLICATE)).isEqualTo(1);
        }
    }

    @Test
    void aSuspendedRouteAsksTwilioToTryAgain() throws Exception {
        try (Webhooks webhooks = Webhooks.from("onMessageAdded")) {
            webhooks.context().getRouteController().suspendRoute("route");
            HttpResponse<String> suspended = webhooks.tell(Webhooks.event("onMessageAdded"));
            assertThat(suspended.statusCode()).isEqualTo(503);
            assertThat(suspended.headers().firstValue("Retry-After")).isPresent();

            webhooks.context().getRouteController().resumeRoute("route");
            assertThat(webhooks.tell(Webhooks.event("onMessageAdded")).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aSuspendedRouteDoesNotKeepEventsFromOthers() throws Exception {
        try (Webhooks webhooks = Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/onMessageAdded").routeId("one").to("mock:one");
                from("twilio-conversations:events/onMessageAdded").routeId("two").to("mock:two");
            }
        })) {
            Map<String, List<String>> event = Webhooks.event("onMessageAdded");
            webhooks.context().getRouteController().suspendRoute("one");
            assertThat(webhooks.tell(event).statusCode()).isEqualTo(503);
            webhooks.context().getRouteController().resumeRoute("one");
            assertThat(webhooks.tell(event).statusCode()).isEqualTo(200);

            assertThat(webhooks.mock("one").getReceivedCounter()).isEqualTo(1);
            assertThat(webhooks.mock("two").getReceivedCounter()).isEqualTo(1);
        }
    }

    @Test
    void simpleExpressionsReadTheEvent() throws Exception {
        try (Webhooks webhooks = Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/onMessageAdded")
                        .setBody(simple("${body.conversationSid} ${body.attributes[vip]} ${body.parameter('Index')}"))
                        .to("mock:events");
            }
        })) {
            webhooks.tell(Webhooks.event("onMessageAdded", "Attributes", "{\"vip\":true}", "Index", "7"));
            assertThat(webhooks.mock("events").getExchanges().get(0).getIn().getBody()).isEqualTo("CH1 true 7");
        }
    }
}
