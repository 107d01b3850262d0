// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.conversations.camel.observe.Outcome;
import dev.conversations.webhook.WebhookEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A route that is stopped, restarted, backing off or not yet started is not gone: its events are not taken for done. */
class StoppedRouteTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eventsOfAStoppedRouteAreAskedForAgainUntilItIsRemoved(boolean neighbour) throws Exception {
        try (Webhooks webhooks = Webhooks.with(routes(neighbour, true))) {
            Map<String, List<String>> event = Webhooks.event("onMessageAdded");
            webhooks.context().getRouteController().stopRoute("route");

            assertThat(webhooks.tell(event).statusCode()).isEqualTo(503);
            assertThat(webhooks.count(Outcome.OVERLOADED)).isEqualTo(1);

            webhooks.context().getRouteController().startRoute("route");
            assertThat(webhooks.tell(event).statusCode()).isEqualTo(200);
            assertThat(webhooks.mock("events").getReceivedCounter()).isEqualTo(1);

            webhooks.context().getRouteController().stopRoute("route");
            webhooks.context().removeRoute("route");
            assertThat(webhooks.tell(Webhooks.event("onMessageAdded")).statusCode()).isEqualTo(neighbour ? 200 : 404);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eventsOfARouteThatWasNeverStartedAreAskedForAgain(boolean neighbour) throws Exception {
        try (Webhooks webhooks = Webhooks.with(routes(neighbour, false))) {
            assertThat(webhooks.tell(Webhooks.event("onMessageAdded")).statusCode()).isEqualTo(503);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aForcedStopReleasesTheClaimOfAnEventWhoseCallWaits(boolean freed) throws Exception {
        MemoryIdempotentRepository claims = new MemoryIdempotentRepository();
        WireMockServer twilio = new WireMockServer(wireMockConfig().dynamicPort());
        twilio.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "30")));
        twilio.start();
        try (Webhooks webhooks = Webhooks.with(context -> {
            context.getShutdownStrategy().setTimeout(1);
            context.getRegistry().bind("claims", claims);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("twilio-conversations:events/onMessageAdded?idempotentRepository=#claims").setBody(constant("Thanks"))
                            .to("twilio-conversations:messages/create?conversationSid=CH1&asyncDelayedRetry=" + freed + "&accountSid=AC"
                                    + "a".repeat(32) + "&authToken=token&baseUri=" + twilio.baseUrl());
                }
            });
        })) {
            Map<String, List<String>> event = Webhooks.event("onMessageAdded");
            CompletableFuture<Integer> told = new CompletableFuture<>();
            new Thread(() -> {
                try {
                    told.complete(webhooks.tell(event).statusCode());
                } catch (Exception serverIsGone) {
                    told.complete(0);
                }
            }).start();
            await().until(() -> twilio.getAllServeEvents().size() == 1);
            webhooks.context().getRouteController().stopAllRoutes();
            assertThat(told.get(10, TimeUnit.SECONDS)).isNotEqualTo(200);
            twilio.stubFor(any(anyUrl()).willReturn(okJson("{\"sid\":\"IM1\"}")));
            webhooks.context().getRouteController().startAllRoutes();
            assertThat(webhooks.tell(event).statusCode()).isEqualTo(200);
            assertThat(twilio.getAllServeEvents()).hasSize(2);
        } finally {
            twilio.stop();
        }
    }

    @Test
    void eventsOfARouteThatBacksOffAreAskedForAgain() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        try (Webhooks webhooks = Webhooks.with(context -> {
            context.getRouteController().supervising().setBackOffDelay(50);
            context.addRoutes(routes(true, true));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    bindToRegistry("broken", new MemoryIdempotentRepository() {
                        @Override
                        public void doStart() {
                            failures.incrementAndGet();
                            throw new IllegalStateException("no database");
                        }
                    });
                    from("twilio-conversations:events/onConversationAdded?idempotentRepository=#broken").routeId("broken").to("mock:b");
                }
            });
        })) {
            await().until(() -> failures.get() > 0);
            assertThat(webhooks.tell(Webhooks.event("onConversationAdded")).statusCode()).isEqualTo(503);
            assertThat(webhooks.tell(Webhooks.event("onMessageAdded")).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"ACCEPT,200", "REJECT,500"})
    void aQuestionToAStoppedRouteIsAnsweredAsOnTimeoutSays(String verdict, int status) throws Exception {
        for (boolean neighbour : new boolean[] {true, false}) {
            try (Webhooks webhooks = Webhooks.with(new RouteBuilder() {
                @Override
                public void configure() {
                    from("twilio-conversations:events/onMessageAdd?onTimeout=" + verdict).routeId("route").to("mock:events");
                    if (neighbour) {
                        from("twilio-conversations:events/all").to("mock:others");
                    }
                }
            })) {
                webhooks.context().getRouteController().stopRoute("route");

                assertThat(webhooks.tell(Webhooks.event("onMessageAdd")).statusCode()).isEqualTo(status);
                assertThat(webhooks.mock("events").getReceivedCounter()).isZero();
            }
        }
    }

    @Test
    void whatIsAcknowledgedWhileARouteRestartsIsProcessed() throws Exception {
        Set<String> processed = ConcurrentHashMap.newKeySet();
        try (Webhooks webhooks = Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/onMessageAdded").routeId("route")
                        .process(exchange -> processed.add(
                                exchange.getMessage().getBody(WebhookEvent.class).messageSid()));
                from("twilio-conversations:events/all?only=onMessageAdded").to("mock:others");
            }
        })) {
            List<String> acknowledged = new ArrayList<>();
            Thread restarts = new Thread(() -> {
                try {
                    for (int i = 0; i < 10; i++) {
                        webhooks.context().getRouteController().stopRoute("route");
                        webhooks.context().getRouteController().startRoute("route");
                    }
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            restarts.start();
            for (int told = 0; restarts.isAlive() || told < 20; told++) {
                Map<String, List<String>> event = Webhooks.event("onMessageAdded");
                if (webhooks.tell(event).statusCode() == 200) {
                    acknowledged.add(event.get("MessageSid").get(0));
                }
            }
            assertThat(acknowledged).isNotEmpty();
            assertThat(processed).containsAll(acknowledged);
        }
    }

    @Test
    void aRouteThatIsStartedAgainIsBehindItsPathAllTheTime() throws Exception {
        try (Webhooks webhooks = Webhooks.with(routes(true, true))) {
            WebhookHub hub = (WebhookHub) webhooks.paths().get(0);
            AtomicBoolean over = new AtomicBoolean();
            CompletableFuture<Integer> fewest = CompletableFuture.supplyAsync(() -> {
                int least = hub.receivers().size();
                while (!over.get()) {
                    least = Math.min(least, hub.receivers().size());
                }
                return least;
            });
            for (int i = 0; i < 100; i++) {
                webhooks.context().getRouteController().stopRoute("route");
                webhooks.context().getRouteController().startRoute("route");
            }
            over.set(true);

            assertThat(fewest.get()).isEqualTo(2);
        }
    }

    private static RouteBuilder routes(boolean neighbour, boolean started) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/onMessageAdded").routeId("route").autoStartup(started).to("mock:events");
                if (neighbour) {
                    from("twilio-conversations:events/all").routeId("neighbour").to("mock:others");
                }
            }
        };
    }
}
