// SPDX-License-Identifier: Apache-2.0
package dev.conversations.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.webhook.DeliveryVerdict.Progress;
import dev.conversations.webhook.DeliveryVerdict.Retry;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryVerdictTest {

    static Set<Integer> codes() {
        return DeliveryFailures.CODES.keySet();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeSaysWhatHappenedAndWhoSaysSo(int code) {
        for (String failed : new String[] {"failed", "undelivered"}) {
            DeliveryVerdict verdict = DeliveryVerdict.of(failed, code);

            assertThat(verdict.isFinal()).isTrue();
            assertThat(verdict.retry()).isNotEqualTo(Retry.NEEDLESS);
            assertThat(verdict.isRetryable()).isEqualTo(Set.of(Retry.LATER, Retry.CHANGED).contains(verdict.retry()));
            assertThat(verdict.meaning()).matches("[A-Z].*\\.");
            assertThat(URI.create(verdict.source())).hasHost("www.twilio.com").hasPath("/docs/api/errors/" + code);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "63016, CHANGED", "21610, NEVER", "30003, LATER", "30005, NEVER", "30006, NEVER", "30007, CHANGED", "30008, UNKNOWN",
        "63003, NEVER", "63018, LATER", "63038, LATER", "50511, CHANGED", "50512, CHANGED"})
    void whatIsKnownOfACodeIsTold(int code, Retry retry) {
        assertThat(DeliveryVerdict.of("undelivered", code).retry()).isEqualTo(retry);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1, 29999, 30999, 63999, Integer.MAX_VALUE})
    void aCodeThatIsNotKnownIsNotGuessedAt(int code) {
        assertThat(DeliveryVerdict.of("failed", code))
                .isEqualTo(new DeliveryVerdict(Progress.FAILED, Retry.UNKNOWN, null, null));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", value = {
        "none, PENDING, NEEDLESS, false", "queued, PENDING, NEEDLESS, false", "sent, PENDING, NEEDLESS, false",
        "delivered, ARRIVED, NEEDLESS, true", "read, ARRIVED, NEEDLESS, true",
        "failed, FAILED, UNKNOWN, true", "undelivered, FAILED, UNKNOWN, true",
        "teleported, UNKNOWN, UNKNOWN, false", "'', UNKNOWN, UNKNOWN, false"})
    void aStatusWithoutACodeTellsHowFarItGot(String status, Progress progress, Retry retry, boolean settled) {
        DeliveryVerdict verdict = DeliveryVerdict.of(status, null);

        assertThat(verdict).isEqualTo(new DeliveryVerdict(progress, retry, null, null));
        assertThat(verdict.isFinal()).isEqualTo(settled);
    }

    static Stream<EventType> others() {
        return Stream.of(EventType.values()).filter(type -> type != EventType.ON_DELIVERY_UPDATED);
    }

    @ParameterizedTest
    @MethodSource("others")
    void otherEventsHaveNoVerdict(EventType type) {
        assertThat(WebhookEvent.of(Map.of("EventType", type.event(), "Status", "failed", "ErrorCode", "30003")).verdict()).isNull();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", value = {"63016, 63016, CHANGED", "none, none, UNKNOWN", "'', none, UNKNOWN",
        "thirty, none, UNKNOWN", "99999999999, none, UNKNOWN", "21610, 21610, NEVER"})
    void anEventTellsItsCodeAsANumber(String text, Integer code, Retry retry) {
        WebhookEvent event = text == null ? WebhookEvent.parse("EventType=onDeliveryUpdated&Status=undelivered")
                : WebhookEvent.parse("EventType=onDeliveryUpdated&Status=undelivered&ErrorCode=" + text);

        assertThat(event.errorCode()).isEqualTo(code);
        assertThat(event.verdict().retry()).isEqualTo(retry);
    }
}
