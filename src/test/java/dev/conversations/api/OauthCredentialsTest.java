// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.conversations.sandbox.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OauthCredentialsTest {

    private final SettableClock clock = SettableClock.at(Instant.EPOCH);
    private StubServer server;
    private CloseableHttpClient http;
    private OauthCredentials credentials;

    @BeforeEach
    void start() throws IOException {
        server = new StubServer();
        http = HttpClients.custom().disableAutomaticRetries().disableRedirectHandling().build();
        credentials = new OauthCredentials(http, URI.create(server.base() + "/v2/token"), "OQ1", "hidden", Duration.ofSeconds(30),
                Timing.of(clock));
    }

    @AfterEach
    void stop() throws IOException {
        http.close();
        server.close();
    }

    @Test
    void aTokenIsFetchedOnceAndRenewedShortlyBeforeItExpires() throws IOException {
        server.then(200, token("a", 3600)).then(200, token("b", 3600));
        assertThat(credentials.authorization()).isEqualTo("Bearer a");
        clock.advance(Duration.ofSeconds(3569));
        assertThat(credentials.authorization()).isEqualTo("Bearer a");
        clock.advance(Duration.ofSeconds(2));
        assertThat(credentials.authorization()).isEqualTo("Bearer b");
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void aShortTokenIsUsedForHalfItsLife() throws IOException {
        server.then(200, token("a", 20)).then(200, token("b", 20));
        assertThat(credentials.authorization()).isEqualTo("Bearer a");
        clock.advance(Duration.ofSeconds(9));
        assertThat(credentials.authorization()).isEqualTo("Bearer a");
        clock.advance(Duration.ofSeconds(2));
        assertThat(credentials.authorization()).isEqualTo("Bearer b");
    }

    @Test
    void aRefusedTokenIsFetchedAnewButAnOlderOneIsForgotten() throws IOException {
        server.then(200, token("a", 3600)).then(200, token("b", 3600));
        String first = credentials.authorization();
        assertThat(credentials.refused(first)).isTrue();
        assertThat(credentials.authorization()).isEqualTo("Bearer b");
        credentials.refused(first);
        assertThat(credentials.authorization()).isEqualTo("Bearer b");
    }

    @Test
    void manyCallsAtOnceFetchOneToken() throws Exception {
        server.then(200, token("a", 3600));
        ExecutorService callers = Executors.newFixedThreadPool(16);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                answers.add(callers.submit(credentials::authorization));
            }
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo("Bearer a");
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aRefusalNamesTheOptionsAndNotTheSecret() {
        server.then(401, "{\"message\":\"hidden is wrong\"}");
        assertThatExceptionOfType(TwilioException.class).isThrownBy(credentials::authorization)
                .withMessageContaining("oauthClientSecret").satisfies(e -> assertThat(e.getMessage()).doesNotContain("hidden"));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503, 404, 302})
    void anEndpointThatIsAwayDoesNotBlameTheCredentials(int status) {
        server.then(status, Map.of("Retry-After", "7"), "{}");
        assertThatExceptionOfType(TwilioException.class).isThrownBy(credentials::authorization)
                .withMessage("oauth/token: %d the token endpoint gives no token now, so nothing was sent".formatted(status))
                .satisfies(e -> assertThat(e.getRetryAfter()).contains(Duration.ofSeconds(7)));
    }

    @Test
    void aTokenThatDidNotComeLeavesTheCallUnsent() {
        server.close();
        assertThatExceptionOfType(IOException.class).isThrownBy(credentials::authorization)
                .withMessageStartingWith("oauth/token: no token came, so nothing was sent")
                .satisfies(e -> assertThat(RetryPolicy.wasNeverSent(e)).isTrue());
    }

    @ParameterizedTest
    @CsvSource({"503,the token endpoint gives no token now", "401,check oauthClientId and oauthClientSecret"})
    void callsThatWaitForOneTokenShareItsFailure(int status, String words) throws Exception {
        CountDownLatch all = new CountDownLatch(1);
        server.then(status, "{}", all);
        List<Thread> callers = new ArrayList<>();
        Queue<String> failures = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < 50; i++) {
            callers.add(new Thread(() -> {
                try {
                    credentials.authorization();
                } catch (IOException | RuntimeException e) {
                    failures.add(e.getMessage());
                }
            }));
        }
        callers.forEach(Thread::start);
        Awaitility.await().until(() ->
                callers.stream().filter(caller -> caller.getState() == Thread.State.WAITING).count() == 49);
        all.countDown();
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(failures).hasSize(50).allMatch(failure -> failure.contains(words));
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aReplyWithoutATokenIsAClearError() {
        server.then(200, "<html>").then(200, "{}");
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(TwilioException.class).isThrownBy(credentials::authorization)
                    .withMessageContaining("the reply holds no token");
        }
    }

    private static String token(String text, int seconds) {
        return "{\"access_token\":\"%s\",\"expires_in\":%d,\"token_type\":\"bearer\"}".formatted(text, seconds);
    }
}
