// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.once;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.api.TwilioException;
import dev.conversations.camel.ConversationsComponent;
import dev.conversations.camel.ConversationsHeaders;
import dev.conversations.camel.once.ForgetfulTwilio.Fault;
import dev.conversations.model.Message;
import dev.conversations.sandbox.SettableClock;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages under keys, at a server that does not always say what it did. */
class OnceTest {

    private static final List<Fault> FAULTS = List.of(Fault.DONE_THEN_500, Fault.DONE_THEN_429, Fault.DONE_THEN_RESET,
            Fault.DONE_THEN_SILENT, Fault.ONLY_500, Fault.ONLY_429, Fault.ONLY_RESET);
    private static final String KEPT = "messages/create?conversationSid=CH1&idempotentRepository=#keys";
    private static final String LOOKED_FOR = "messages/create?conversationSid=CH1";

    private final SettableClock clock = SettableClock.at(Instant.parse("2026-01-02T03:04:05Z"));
    private final HurriedTiming timing = new HurriedTiming(clock);
    private final MemoryIdempotentRepository keys = new MemoryIdempotentRepository();
    private final CamelContext context = new DefaultCamelContext();
    private ForgetfulTwilio twilio;
    private ProducerTemplate template;

    @BeforeEach
    void start() throws IOException {
        twilio = new ForgetfulTwilio(clock::instant);
        keys.setCacheSize(100_000);
        context.getRegistry().bind("timing", timing);
        context.getRegistry().bind("keys", keys);
        context.start();
        twilio.connect(context).setRequestTimeout(500);
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        context.stop();
        twilio.close();
    }

    @Test
    void aThousandMessagesAreThereOnceWhateverTheServerSaysAndMostCostOneCall() {
        twilio.disturb(number -> number % 20 == 7 ? FAULTS.get(number / 20 % FAULTS.size()) : Fault.NONE);
        for (int i = 0; i < 1000; i++) {
            clock.advance(Duration.ofSeconds(10));
            assertThat(send(KEPT, "key " + i, "text " + i).getException()).isNull();
        }
        assertThat(twilio.bodies()).hasSize(1000).doesNotHaveDuplicates()
                .containsAll(IntStream.range(0, 1000).mapToObj(i -> "text " + i).toList());
        List<Fault> faults = IntStream.range(0, twilio.creates()).filter(number -> number % 20 == 7)
                .mapToObj(number -> FAULTS.get(number / 20 % FAULTS.size())).toList();
        int notDone = (int) faults.stream().filter(fault -> fault.name().startsWith("ONLY")).count();
        assertThat(twilio.creates()).isEqualTo(1000 + notDone);
        assertThat(twilio.lists()).as("pages read to look for them").isBetween(faults.size(), faults.size() + notDone);
    }

    @Test
    void withoutARepositoryEachIsLookedForFirst() {
        twilio.disturb(number -> number % 20 == 7 ? FAULTS.get(number / 20 % FAULTS.size()) : Fault.NONE);
        for (int i = 0; i < 90; i++) {
            send(LOOKED_FOR, "key " + i, "text " + i);
            send(LOOKED_FOR, "key " + i, "text " + i);
        }
        assertThat(twilio.bodies()).hasSize(90).doesNotHaveDuplicates();
    }

    @Test
    void theWindowIsHowFarBackItIsLookedFor() {
        send(LOOKED_FOR, "k", "text");
        twilio.write(100);
        clock.advance(Duration.ofHours(2));
        twilio.write(100);
        twilio.disturb(number -> Fault.NONE);
        assertThat(made(send(LOOKED_FOR + "&idempotencyWindow=3h", "k", "text"))).isFalse();
        assertThat(twilio.lists()).isEqualTo(3);
        assertThat(made(send(LOOKED_FOR + "&idempotencyWindow=1h", "k", "text"))).isTrue();
        assertThat(twilio.lists()).isEqualTo(5);
    }

    @Test
    void aHeaderTellsWhoMadeItAndTheKeyGoesWithTheAnswer() {
        Exchange first = send(KEPT, "k", "text");
        assertThat(made(first)).isTrue();
        assertThat(first.getMessage().getHeader(ConversationsHeaders.ATTEMPTS)).isEqualTo(1);
        assertThat(first.getMessage().getHeaders()).doesNotContainKey(ConversationsHeaders.IDEMPOTENCY_KEY);
        Exchange second = send(KEPT, "k", "text");
        assertThat(made(second)).isFalse();
        assertThat(sid(second)).isEqualTo(sid(first));
        assertThat(made(send(KEPT, "another", "text"))).isTrue();
        assertThat(template.send("twilio-conversations:" + KEPT, exchange -> exchange.getMessage().setBody("no key"))
                .getMessage().getHeaders()).doesNotContainKey(ConversationsHeaders.MADE);
    }

    @Test
    void aKeyMayStandInTheBody() {
        for (int i = 0; i < 2; i++) {
            template.sendBody("twilio-conversations:" + KEPT, Map.of("body", "text", "idempotencyKey", 7));
        }
        assertThat(twilio.bodies()).containsExactly("text");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "(DONE_THEN|ONLY)_.*")
    void whatBecameOfItIsFoundOutByTheNextHoweverMuchWasWrittenSince(Fault fault) {
        twilio.write(150);
        clock.advance(Duration.ofDays(30));
        twilio.disturb(number -> number == 0 ? fault : Fault.NONE);
        Exchange unknown = send(KEPT + "&maxRetries=0", "k", "text");
        assertThat(unknown.getException()).isNotNull();
        assertThat(unknown.getMessage().getHeader(ConversationsHeaders.IDEMPOTENCY_KEY)).isEqualTo("k");
        clock.advance(Duration.ofDays(5));
        twilio.write(730);
        assertThat(made(send(KEPT, "k", "text"))).isEqualTo(fault.name().startsWith("ONLY"));
        assertThat(twilio.lists()).isLessThanOrEqualTo(9);
        assertThat(twilio.bodies()).containsOnlyOnce("text");
    }

    @Test
    void whatWasRefusedOrNeverSentIsNotLookedFor() {
        twilio.disturb(number -> number == 0 ? Fault.REFUSED : Fault.NONE);
        assertThat(send(KEPT, "k", "text").getException(TwilioException.class).getStatus()).isEqualTo(400);
        assertThat(send(KEPT + "&maxRetries=0&baseUri=http://localhost:1", "k", "text").getException())
                .isInstanceOf(IOException.class);
        assertThat(made(send(KEPT, "k", "text"))).isTrue();
        assertThat(twilio.lists()).isZero();
    }

    @Test
    void whatIsGoneByNowIsNotMadeAgain() {
        send(KEPT, "k", "text");
        twilio.forget();
        Exchange gone = send(KEPT, "k", "text");
        assertThat(made(gone)).isFalse();
        assertThat(gone.getMessage().getBody()).isNull();
        assertThat(twilio.bodies()).isEmpty();
    }

    @Test
    void messagesOfBridgesOfBeforeAreRecognised() {
        template.sendBody("twilio-conversations:" + LOOKED_FOR,
                Map.of("body", "old", "attributes", Map.of("origin", "bridge", "key", "k")));
        assertThat(made(send(LOOKED_FOR, "k", "new"))).isFalse();
    }

    @Test
    void attributesOfOthersAreKeptAndMustLeaveRoomForTheKey() {
        Exchange kept = send(KEPT + "&attributes=RAW({\"a\":1})", "k", "text");
        assertThat(kept.getMessage().getBody(Message.class).attributes()).isEqualTo("{\"a\":1,\"key\":\"k\"}");
        assertThat(send(KEPT + "&attributes=RAW({\"key\":\"mine\"})", "j", "text").getException())
                .isInstanceOf(IllegalArgumentException.class).hasMessageContainingAll("attributes", "member key");
        assertThat(send(KEPT + "&attributes=RAW([1])", "j", "text").getException())
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("attributes must be a JSON object");
    }

    @Test
    void ofTwoAtOnceOneMakesItAndTheOtherWaitsForIt() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(1);
        twilio.disturb(number -> {
            arrived.countDown();
            await(waiting);
            return Fault.NONE;
        });
        context.getComponent("twilio-conversations", ConversationsComponent.class).getConfiguration().setRequestTimeout(10_000);
        CompletableFuture<Exchange> first = CompletableFuture.supplyAsync(() -> send(KEPT, "k", "text"));
        await(arrived);
        timing.onSleep(() -> {
            waiting.countDown();
            first.join();
        });
        Exchange second = send(KEPT, "k", "text");
        assertThat(made(first.get())).isTrue();
        assertThat(made(second)).isFalse();
        assertThat(sid(second)).isEqualTo(sid(first.get()));
        assertThat(twilio.creates()).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRepositoryThatIsAwayKeepsEverythingFromBeingSent() {
        context.getRegistry().bind("away", new MemoryIdempotentRepository() {
            @Override
            public boolean add(String key) {
                throw new IllegalStateException("secret");
            }
        });
        Exchange away = send(KEPT.replace("#keys", "#away"), "k", "text");
        assertThat(away.getException()).isInstanceOf(IOException.class).hasMessage(
                "messages/create was not sent: the idempotentRepository is away (java.lang.IllegalStateException)");
        assertThat(twilio.creates()).isZero();
    }

    @Test
    void withoutAKeyNothingIsRepeatedButWhatWasCertainlyNotDone() {
        twilio.disturb(number -> number == 0 ? Fault.DONE_THEN_500 : Fault.NONE);
        assertThat(template.send("twilio-conversations:" + KEPT, exchange -> exchange.getMessage().setBody("text"))
                .getException()).isInstanceOf(TwilioException.class);
        assertThat(twilio.bodies()).hasSize(1);
    }

    private Exchange send(String operation, String key, String text) {
        return template.send("twilio-conversations:" + operation, exchange -> {
            exchange.getMessage().setBody(text);
            exchange.getMessage().setHeader(ConversationsHeaders.IDEMPOTENCY_KEY, key);
        });
    }

    private static Boolean made(Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getHeader(ConversationsHeaders.MADE, Boolean.class);
    }

    private static String sid(Exchange exchange) {
        return exchange.getMessage().getBody(Message.class).sid();
    }
}
