// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.govern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.conversations.api.Credentials;
import dev.conversations.api.Result;
import dev.conversations.api.TooManyWaiting;
import dev.conversations.api.TwilioClient;
import dev.conversations.api.TwilioException;
import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.camel.once.HurriedTiming;
import dev.conversations.sandbox.SettableClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GovernorTest {

    private static final Operation CREATE = Operations.all().get("messages/create");
    private static final Operation LIST = Operations.all().get("messages/list");
    private static final Map<String, Object> THERE = Map.of("conversationSid", "CH1");
    private static final Result DONE = new Result(null, 201, null);

    private final HurriedTiming timing = new HurriedTiming(SettableClock.at(Instant.parse("2026-01-02T03:04:05Z")));
    private final Governor governor = new Governor(timing);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void sixteenWritersShareWhatIsTakenAndNobodyStarves() throws Exception {
        EmulatedLimit limit = new EmulatedLimit(30, timing);
        TwilioException tooMany = tooMany();
        long end = timing.nanos() + Duration.ofSeconds(60).toNanos();
        List<Future<Integer>> writers = new ArrayList<>();
        AtomicInteger busy = new AtomicInteger(16);
        timing.onSleep(() -> stand(busy));
        for (int i = 0; i < 16; i++) {
            boolean bulk = i == 0;
            writers.add(threads.submit(() -> {
                int taken = 0;
                while (timing.nanos() < end) {
                    taken += isTaken(limit, bulk, tooMany) ? 1 : 0;
                }
                busy.decrementAndGet();
                return taken;
            }));
        }
        List<Integer> shares = new ArrayList<>();
        for (Future<Integer> writer : writers) {
            shares.add(writer.get(60, TimeUnit.SECONDS));
        }
        assertThat(limit.taken() / (30.0 * 60)).isBetween(0.95, 1.02);
        assertThat(limit.partRefused()).isLessThan(0.01);
        assertThat(shares).allSatisfy(share -> assertThat(share).isBetween(40, 250));
    }

    @Test
    void readsAndOtherConversationsDoNotWaitForAWriter() throws IOException {
        for (int i = 0; i < 40; i++) {
            governor.pass(CREATE, THERE, false, () -> DONE);
        }
        Duration waited = governor.waited();
        assertThat(waited).isPositive();
        governor.pass(LIST, THERE, true, () -> DONE);
        governor.pass(CREATE, Map.of("conversationSid", "CH2"), false, () -> DONE);
        assertThat(governor.waited()).isEqualTo(waited);
    }

    @Test
    void whatWaitsHasABoundAndIsToldThatItWasNotSent() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch inside = new CountDownLatch(100);
        for (int i = 0; i < 1_100; i++) {
            threads.submit(() -> governor.pass(LIST, THERE, false, () -> {
                inside.countDown();
                hold(over);
                return DONE;
            }));
        }
        assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();
        await().until(() -> governor.waiting() == 1_000);
        assertThatThrownBy(() -> governor.pass(LIST, THERE, false, () -> DONE)).isInstanceOf(TooManyWaiting.class)
                .hasMessage("messages/list was not sent: 1000 calls wait already for what Twilio takes of this account");
        over.countDown();
    }

    @Test
    void interactiveCallsGoBeforeBulkThatCameEarlier() throws Exception {
        Line line = new Line();
        line.enter(false);
        List<String> order = new ArrayList<>();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            boolean bulk = i < 3;
            all.add(threads.submit(() -> {
                line.enter(bulk);
                order.add(bulk ? "bulk" : "interactive");
                line.leave();
                return null;
            }));
            int expected = i + 1;
            await().until(() -> line.length() == expected);
        }
        line.leave();
        for (Future<?> one : all) {
            one.get(10, TimeUnit.SECONDS);
        }
        assertThat(order.subList(0, 9)).containsOnly("interactive");
        assertThat(order).hasSize(12);
    }

    /** Time stands still until all who are busy wait. */
    private void stand(AtomicInteger busy) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (governor.waiting() < busy.get() && System.nanoTime() < end) {
            Thread.yield();
        }
    }

    private boolean isTaken(EmulatedLimit limit, boolean bulk, TwilioException tooMany) throws IOException {
        try {
            governor.pass(CREATE, THERE, bulk, () -> {
                if (!limit.takes()) {
                    throw tooMany;
                }
                return DONE;
            });
            return true;
        } catch (TwilioException refused) {
            return false;
        }
    }

    /** As a server says it. */
    private static TwilioException tooMany() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(429, -1);
            exchange.close();
        });
        server.start();
        try (CloseableHttpClient http = HttpClients.createMinimal()) {
            URI base = URI.create("http://localhost:" + server.getAddress().getPort());
            return catchThrowableOfType(TwilioException.class,
                    () -> new TwilioClient(http, base, Credentials.basic("AC1", "token")).call(CREATE, THERE));
        } finally {
            server.stop(0);
        }
    }

    private static void hold(CountDownLatch over) throws IOException {
        try {
            over.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
