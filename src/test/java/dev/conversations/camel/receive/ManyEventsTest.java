// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.camel.observe.Outcome;
import dev.conversations.webhook.Signature;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

/** Routes run side by side up to their own bound, and no thread of the server waits for one. */
class ManyEventsTest {
    private static final int BOUND = 60;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void asManyEventsAsTheRouteMayHaveAreInWorkAndTheOthersAreAskedForAgainAtOnce() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        try (Webhooks webhooks = Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/onMessageAdded?maxInFlight=" + BOUND).process(exchange -> slow.await());
                from("twilio-conversations:events/onMessageAdd").to("mock:asked");
            }
        })) {
            List<CompletableFuture<HttpResponse<String>>> told = IntStream.range(0, BOUND + 40)
                    .mapToObj(i -> tell(webhooks, Webhooks.event("onMessageAdded"))).toList();
            await().until(() -> webhooks.count(Outcome.OVERLOADED) == 40);

            assertThat(webhooks.paths().get(0).routes().get(0).inFlight()).isEqualTo(BOUND);
            assertThat(webhooks.tell(Webhooks.event("onMessageAdd")).statusCode()).isEqualTo(200);
            assertThat(told.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join))
                    .allMatch(answer -> answer.statusCode() == 503)
                    .allMatch(answer -> answer.headers().firstValue("Retry-After").isPresent());
            slow.countDown();
            assertThat(told.stream().map(CompletableFuture::join).filter(answer -> answer.statusCode() == 200)).hasSize(BOUND);
            await().until(() -> webhooks.paths().get(0).routes().get(0).inFlight() == 0);
        }
    }

    @Test
    void aSecondRouteForAnEventDoesNotWaitForTheFirst() throws Exception {
        CountDownLatch slow = new CountDownLatch(1);
        try (Webhooks webhooks = Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/onMessageAdded").process(exchange -> slow.await());
                from("twilio-conversations:events/all").to("mock:second");
            }
        })) {
            CompletableFuture<HttpResponse<String>> told = tell(webhooks, Webhooks.event("onMessageAdded"));
            await().until(() -> webhooks.mock("second").getReceivedCounter() == 1);

            assertThat(told).isNotDone();
            slow.countDown();
            assertThat(told.join().statusCode()).isEqualTo(200);
        }
    }

    private CompletableFuture<HttpResponse<String>> tell(Webhooks webhooks, Map<String, List<String>> event) {
        String url = webhooks.url(Webhooks.PATH);
        return client.sendAsync(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(Signature.HEADER, Signature.sign(Webhooks.TOKEN, url, event))
                .POST(HttpRequest.BodyPublishers.ofString(Webhooks.form(event))).build(), BodyHandlers.ofString());
    }
}
