// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.camel.observe.Outcome;
import dev.conversations.camel.options.Acknowledge;
import dev.conversations.webhook.Signature;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostActionTest {

    @Test
    void anEventToldTwiceIsHandledOnce() throws Exception {
        try (Webhooks webhooks = Webhooks.from("onMessageAdded")) {
            Map<String, List<String>> event = Webhooks.event("onMessageAdded");
            tell(webhooks, event, "t1");
            tell(webhooks, event, "t1");
            tell(webhooks, event, "t2");

            assertThat(webhooks.mock("events").getReceivedCounter()).isEqualTo(1);
            assertThat(webhooks.count(Outcome.DUPLICATE)).isEqualTo(2);
            assertThat(webhooks.count(Outcome.PROCESSED)).isEqualTo(1);
        }
    }

    @Test
    void oneFailedRouteIsToldAgainAndNoOther() throws Exception {
        AtomicBoolean fails = new AtomicBoolean(true);
        try (Webhooks webhooks = Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/onMessageAdded").routeId("good").to("mock:good");
                from("twilio-conversations:events/onMessageAdded").routeId("bad").to("mock:bad").process(exchange -> {
                    if (fails.getAndSet(false)) {
                        throw new IllegalStateException("failed");
                    }
                });
            }
        })) {
            Map<String, List<String>> event = Webhooks.event("onMessageAdded");

            assertThat(webhooks.tell(event).statusCode()).isEqualTo(500);
            assertThat(webhooks.tell(event).statusCode()).isEqualTo(200);
            assertThat(webhooks.tell(event).statusCode()).isEqualTo(200);
            assertThat(webhooks.mock("good").getReceivedCounter()).isEqualTo(1);
            assertThat(webhooks.mock("bad").getReceivedCounter()).isEqualTo(2);
            assertThat(webhooks.count(Outcome.FAILED)).isEqualTo(1);
        }
    }

    @Test
    void theAnswerWaitsForRoutesThatGoOnElsewhere() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        try (Webhooks webhooks = Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/onMessageAdded").threads().process(exchange -> {
                    done.await();
                    throw new IllegalStateException("failed");
                });
            }
        })) {
            CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(() -> status(webhooks));
            assertThat(answer).isNotCompleted();
            done.countDown();
            assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(500);
        }
    }

    @Test
    void aRepositoryThatFailsMakesTwilioTryAgain() throws Exception {
        try (Webhooks webhooks = Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                bindToRegistry("broken", new MemoryIdempotentRepository() {
                    @Override
                    public boolean add(String key) {
                        throw new IllegalStateException("no database");
                    }
                });
                from("twilio-conversations:events/onMessageAdded?idempotentRepository=#broken").to("mock:events");
            }
        })) {
            assertThat(webhooks.tell(Webhooks.event("onMessageAdded")).statusCode()).isEqualTo(503);
            assertThat(webhooks.mock("events").getReceivedCounter()).isZero();
        }
    }

    @Test
    void tooManyAtOnceAreAskedToComeAgain() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (Webhooks webhooks = Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/onMessageAdded?maxInFlight=1").process(exchange -> {
                    busy.countDown();
                    release.await();
                });
            }
        })) {
            CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> status(webhooks));
            busy.await();
            assertThat(status(webhooks)).isEqualTo(503);
            release.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(200);
            assertThat(status(webhooks)).isEqualTo(200);
            assertThat(webhooks.count(Outcome.OVERLOADED)).isEqualTo(1);
        }
    }

    @Test
    void anEventToldAgainWhileItIsHandledGetsTheSameAnswer() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try (Webhooks webhooks = Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/onMessageAdded").process(exchange -> {
                    busy.countDown();
                    release.await();
                    throw new IllegalStateException("failed");
                });
            }
        })) {
            Map<String, List<String>> event = Webhooks.event("onMessageAdded");
            CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> status(webhooks, event));
            busy.await();
            CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> status(webhooks, event));
            await().untilAsserted(() -> assertThat(webhooks.count(Outcome.DUPLICATE)).isEqualTo(1));
            release.countDown();

            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(500);
            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(500);
            assertThat(webhooks.count(Outcome.FAILED)).isEqualTo(1);
        }
    }

    @Test
    void acknowledgedOnReceiptTwilioDoesNotWait() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (Webhooks webhooks = Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/onMessageAdded?acknowledge=received&maxInFlight=2")
                        .process(exchange -> release.await());
            }
        })) {
            Map<String, List<String>> event = Webhooks.event("onMessageAdded");
            assertThat(status(webhooks, event)).isEqualTo(200);
            assertThat(status(webhooks)).isEqualTo(200);
            assertThat(status(webhooks)).isEqualTo(503);
            release.countDown();
            await().untilAsserted(() -> assertThat(webhooks.count(Outcome.PROCESSED)).isEqualTo(2));
            assertThat(status(webhooks, event)).isEqualTo(200);
            assertThat(webhooks.count(Outcome.DUPLICATE)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Acknowledge.class)
    void whatWasTakenInIsFinishedBeforeTheApplicationStops(Acknowledge acknowledge) throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicBoolean finished = new AtomicBoolean();
        Webhooks webhooks = Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/onMessageAdded?acknowledge=" + acknowledge).process(exchange -> {
                    busy.countDown();
                    release.await();
                    finished.set(true);
                });
            }
        });
        CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(() -> status(webhooks));
        busy.await();
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(() -> webhooks.context().stop());
        await().until(() -> webhooks.context().isStopping());
        assertThat(stopped).isNotDone();
        release.countDown();

        stopped.get(20, TimeUnit.SECONDS);
        assertThat(finished).isTrue();
        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(200);
    }

    private static int status(Webhooks webhooks) {
        return status(webhooks, Webhooks.event("onMessageAdded"));
    }

    private static int status(Webhooks webhooks, Map<String, List<String>> event) {
        try {
            return webhooks.tell(event).statusCode();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void tell(Webhooks webhooks, Map<String, List<String>> event, String token) throws Exception {
        String url = webhooks.url(Webhooks.PATH);
        String signature = Signature.sign(Webhooks.TOKEN, url, event);
        assertThat(webhooks.post(url, event, signature, "I-Twilio-Idempotency-Token", token).statusCode())
                .isEqualTo(200);
    }
}
