// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.call;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import dev.conversations.api.NoReply;
import dev.conversations.api.TwilioException;
import dev.conversations.camel.ConversationsComponent;
import dev.conversations.camel.options.ConversationsConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.Synchronization;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of calls between two tries: their order, and their end. */
@Timeout(30)
class WaitingTest {

    @RegisterExtension
    static final WireMockExtension TWILIO =
            WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

    private static final String TEXT = "text";
    private static final int CALLERS = 300;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Queue<Exchange> failed = new ConcurrentLinkedQueue<>();
    private final Queue<Exchange> completed = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void start() {
        context.getShutdownStrategy().setTimeout(1);
        context.start();
        ConversationsConfiguration options =
                context.getComponent("twilio-conversations", ConversationsComponent.class).getConfiguration();
        options.setBaseUri(TWILIO.baseUrl());
        options.setAccountSid("AC" + "a".repeat(32));
        options.setAuthToken("token");
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void oneConsumerKeepsTheOrderWhenACallIsTriedAgain() throws Exception {
        TWILIO.stubFor(any(anyUrl()).inScenario("calls").whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(429)).willSetStateTo("again"));
        TWILIO.stubFor(any(anyUrl()).inScenario("calls").whenScenarioStateIs("again").willReturn(okJson("{\"sid\":\"IM1\"}")));
        route("");
        assertThat(sent(4, "0", "1", "2", "3")).containsExactly("0", "1", "2", "3");
    }

    @Test
    void aFreedThreadLetsLaterOnesOvertake() throws Exception {
        refuseForLong();
        TWILIO.stubFor(any(anyUrl()).withRequestBody(containing("Body=later")).willReturn(okJson("{\"sid\":\"IM1\"}")));
        route("&asyncDelayedRetry=true");
        assertThat(sent(2, "first", "later", "later still")).containsExactly("later", "later still");
    }

    @Test
    void thatMayBeSetOnTheComponent() throws Exception {
        context.getComponent("twilio-conversations", ConversationsComponent.class).getConfiguration().setAsyncDelayedRetry(true);
        refuseForLong();
        TWILIO.stubFor(any(anyUrl()).withRequestBody(containing("Body=later")).willReturn(okJson("{\"sid\":\"IM1\"}")));
        route("");
        assertThat(sent(1, "first", "later")).containsExactly("later");
    }

    /** Those of the texts that were sent first, in the order in which they were. */
    private List<String> sent(int first, String... texts) throws Exception {
        MockEndpoint sent = context.getEndpoint("mock:sent", MockEndpoint.class);
        sent.expectedMessageCount(first);
        ProducerTemplate template = context.createProducerTemplate();
        List.of(texts).forEach(text -> template.sendBodyAndHeader("seda:in", text, TEXT, text));
        sent.assertIsSatisfied();
        return sent.getReceivedExchanges().stream().map(exchange -> exchange.getMessage().getHeader(TEXT, String.class)).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&asyncDelayedRetry=true"})
    void aForcedStopEndsWhatWaitsOnceAndWithItsException(String option) throws Exception {
        refuseForLong();
        route(option);
        context.createProducerTemplate().sendBody("seda:in", "Hello");
        await().until(() -> TWILIO.getAllServeEvents().size() == 1);
        context.stop();
        await().untilAsserted(() -> assertThat(failed).hasSize(1));
        assertThat(failed.peek().getException(TwilioException.class).isRateLimited()).isTrue();
        assertThat(completed).isEmpty();
        assertThat(TWILIO.getAllServeEvents()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&asyncDelayedRetry=true"})
    void soDoesTheStopOfOneRoute(String option) throws Exception {
        refuseForLong();
        route(option);
        context.createProducerTemplate().sendBody("seda:in", "Hello");
        await().until(() -> TWILIO.getAllServeEvents().size() == 1);
        context.getRouteController().stopRoute("route", 100, TimeUnit.MILLISECONDS);
        await().untilAsserted(() -> assertThat(failed).hasSize(1));
        assertThat(completed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "messages/create?conversationSid=CH1",
        "media/fetch?sid=ME00000000000000000000000000000000&chatServiceSid=IS00000000000000000000000000000000"})
    void aTemplateThatWaitsIsFreedAndItsThreadBearsNoTrace(String call) {
        refuseForLong();
        AtomicReference<Boolean> interrupted = new AtomicReference<>();
        ProducerTemplate template = context.createProducerTemplate();
        CompletableFuture<Exchange> sent = CompletableFuture.supplyAsync(() -> {
            Exchange exchange = template.send("twilio-conversations:" + call, out -> { });
            interrupted.set(Thread.currentThread().isInterrupted());
            return exchange;
        });
        await().until(() -> TWILIO.getAllServeEvents().size() == 1);
        template.stop();
        context.stop();
        assertThat(sent.join().getException()).isInstanceOf(TwilioException.class);
        assertThat(interrupted.get()).isFalse();
    }

    @Test
    void whoInterruptsAWaitingThreadEndsTheCall() throws Exception {
        refuseForLong();
        CompletableFuture<Exchange> sent = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            Exchange exchange = context.createProducerTemplate()
                    .send("twilio-conversations:messages/create?conversationSid=CH1", out -> { });
            exchange.setProperty(TEXT, Thread.currentThread().isInterrupted());
            sent.complete(exchange);
        });
        caller.start();
        await().until(() -> caller.getState() == Thread.State.TIMED_WAITING && TWILIO.getAllServeEvents().size() == 1);
        caller.interrupt();
        assertThat(sent.join().getException()).isInstanceOf(TwilioException.class);
        assertThat(sent.join().getProperty(TEXT)).isEqualTo(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"create?friendlyName=x", "fetch?sid=CH1", "fetch?sid=CH1&asyncDelayedRetry=true"})
    void aServerThatNeverAnswersHoldsNobodyLongerThanTheTimeOfACall(String call) throws Exception {
        Queue<Socket> held = new ConcurrentLinkedQueue<>();
        try (ServerSocket stalled = new ServerSocket(0, CALLERS, InetAddress.getLoopbackAddress())) {
            new Thread(() -> {
                try {
                    while (true) {
                        held.add(stalled.accept());
                    }
                } catch (IOException closed) {
                    held.forEach(WaitingTest::close);
                }
            }).start();
            String uri = "twilio-conversations:conversations/" + call + "&totalTimeout=2s&baseUri=http://localhost:" + stalled.getLocalPort();
            ProducerTemplate template = context.createProducerTemplate();
            context.getEndpoint(uri);
            ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
            List<Future<Long>> times = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                times.add(callers.submit(() -> {
                    long begun = System.nanoTime();
                    assertThat(template.send(uri, exchange -> { }).getException()).isInstanceOf(NoReply.class);
                    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
                }));
            }
            for (Future<Long> time : times) {
                assertThat(time.get()).isBetween(1000L, 10_000L);
            }
            callers.shutdown();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuseForLong() {
        TWILIO.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(429).withHeader("Retry-After", "30")));
    }

    private void route(String option) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:in").routeId("route").process(exchange ->
                                exchange.getExchangeExtension().addOnCompletion(new Synchronization() {
                                    @Override
                                    public void onComplete(Exchange done) {
                                        completed.add(done);
                                    }

                                    @Override
                                    public void onFailure(Exchange done) {
                                        failed.add(done);
                                    }
                                }))
                        .to("twilio-conversations:messages/create?conversationSid=CH1" + option)
                        .to("mock:sent");
            }
        });
    }
}
