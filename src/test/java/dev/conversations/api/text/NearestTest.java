// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> NAMES = List.of("authToken", "accountSid", "body", "onMessageAdd", "onMessageAdded", "create");

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "authTokn, authToken", "auth-token, authToken", "AUTH_TOKEN, authToken", "atuhToken, authToken", "acountSid, accountSid",
        "accountid, accountSid", "bodyy, body", "bdoy, body", "onMessageAdd, onMessageAdd", "onMesageAded, onMessageAdded",
        "creates, create", "send, -", "x, -", "'', -", "token, -"})
    void aSlipIsForgivenAndAnotherWordIsNot(String name, String nearest) {
        assertThat(Nearest.to(name, NAMES)).isEqualTo(Optional.ofNullable(nearest));
    }

    @Test
    void whatIsFarTooLongIsNotLookedAt() {
        assertThat(Nearest.question("b".repeat(100_000), NAMES)).isEmpty();
        assertThat(Nearest.question("bodi", NAMES)).isEqualTo("; did you mean body?");
    }
}
