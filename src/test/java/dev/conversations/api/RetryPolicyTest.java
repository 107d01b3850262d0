// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.api.wire.NoToken;
import dev.conversations.api.wire.ReplyTooLong;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.stream.Stream;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RetryPolicyTest {

    private static final RetryPolicy POLICY =
            new RetryPolicy(3, Duration.ofMillis(100), Duration.ofSeconds(10), Duration.ofSeconds(30));

    @ParameterizedTest(name = "{0} after {1}: {2}")
    @CsvSource({
        "create,429,true", "fetch,429,true", "delete,429,true", "create,500,false", "create,503,false", "fetch,503,true",
        "list,500,true", "update,502,true", "delete,500,true", "create,400,false", "fetch,404,false", "fetch,401,false"})
    void whatIsTriedAgain(String method, int status, boolean again) {
        assertThat(POLICY.delay(operation(method), refusal(status, 0, null), 1, Duration.ZERO).isPresent()).isEqualTo(again);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"create,false", "fetch,true", "update,true", "delete,true", "list,true"})
    void aBrokenConnectionRepeatsAllButACreate(String method, boolean again) {
        assertThat(POLICY.delay(operation(method), new IOException(), 1, Duration.ZERO).isPresent()).isEqualTo(again);
    }

    static Stream<IOException> withoutConnection() {
        return Stream.of(
                new ConnectException(), new NoRouteToHostException(), new UnknownHostException(), new ConnectTimeoutException("slow"),
                new ConnectionRequestTimeoutException("busy"), new NoToken(OauthCredentials.OPERATION, new IOException("reset")));
    }

    @ParameterizedTest
    @MethodSource("withoutConnection")
    void aRequestThatWasNeverSentIsRepeatedEvenIfItCreates(IOException failure) {
        assertThat(POLICY.delay(operation("create"), failure, 1, Duration.ZERO)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"503,true", "500,true", "429,true", "401,false"})
    void aTokenEndpointThatIsAwayIsAskedAgainEvenForACreate(int status, boolean again) {
        TwilioException noToken = new TwilioException(OauthCredentials.OPERATION, status, 0, "no", null, null, null);
        assertThat(POLICY.delay(operation("create"), noToken, 1, Duration.ZERO).isPresent()).isEqualTo(again);
    }

    @ParameterizedTest
    @CsvSource({"50213", "50349", "50391", "50419", "50449"})
    void aCollisionWithAnotherChangeIsTriedAgainEvenForACreate(int code) {
        assertThat(POLICY.delay(operation("create"), refusal(409, code, null), 1, Duration.ZERO)).isPresent();
    }

    @Test
    void aReplyThatIsTooLongIsNotAskedForAgain() {
        assertThat(POLICY.delay(operation("fetch"), new ReplyTooLong(1), 1, Duration.ZERO)).isEmpty();
    }

    @Test
    void theRetriesAreCounted() {
        assertThat(POLICY.delay(operation("fetch"), refusal(429, 0, null), 3, Duration.ZERO)).isPresent();
        assertThat(POLICY.delay(operation("fetch"), refusal(429, 0, null), 4, Duration.ZERO)).isEmpty();
    }

    @Test
    void theWaitDoublesWithJitterUpToItsBound() {
        assertThat(wait(1)).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
        assertThat(wait(3)).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
    }

    @Test
    void whatTwilioAsksIsKeptUnlessItIsTooLong() {
        assertThat(POLICY.delay(operation("create"), refusal(429, 0, Duration.ofSeconds(7)), 1, Duration.ZERO))
                .contains(Duration.ofSeconds(7));
        assertThat(POLICY.delay(operation("create"), refusal(429, 0, Duration.ofSeconds(11)), 1, Duration.ZERO)).isEmpty();
    }

    @Test
    void theWholeTimeIsBounded() {
        assertThat(POLICY.delay(operation("create"), refusal(429, 0, Duration.ofSeconds(7)), 1, Duration.ofSeconds(24))).isEmpty();
    }

    private static Duration wait(int attempts) {
        return POLICY.delay(operation("fetch"), refusal(429, 0, null), attempts, Duration.ZERO).orElseThrow();
    }

    private static Operation operation(String method) {
        return Operations.find("messages", method).orElseThrow();
    }

    private static TwilioException refusal(int status, int code, Duration retryAfter) {
        return new TwilioException("messages/x", status, code, "no", null, null, retryAfter);
    }
}
