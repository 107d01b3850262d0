// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WireTextTest {

    static Stream<Arguments> values() {
        Instant instant = Instant.parse("2026-01-02T03:04:05Z");
        return Stream.of(
                Arguments.of("conversations/create", "dateCreated", instant, List.of("2026-01-02T03:04:05Z")),
                Arguments.of("conversations/create", "dateCreated", Date.from(instant), List.of("2026-01-02T03:04:05Z")),
                Arguments.of("conversations/create", "dateCreated", ZonedDateTime.parse("2026-01-02T04:04:05+01:00"),
                        List.of("2026-01-02T03:04:05Z")),
                Arguments.of("conversations/create", "dateCreated", OffsetDateTime.parse("2026-01-02T04:04:05+01:00"),
                        List.of("2026-01-02T03:04:05Z")),
                Arguments.of("conversations/create", "dateCreated", GregorianCalendar.from(ZonedDateTime.parse("2026-01-02T03:04:05Z")),
                        List.of("2026-01-02T03:04:05Z")),
                Arguments.of("conversations/create", "dateCreated", LocalDate.parse("2026-01-02"), List.of("2026-01-02T00:00:00Z")),
                Arguments.of("conversations/create", "dateCreated", "2026-01-02", List.of("2026-01-02")),
                Arguments.of("conversations/create", "timersClosed", Duration.ofMinutes(10), List.of("PT10M")),
                Arguments.of("conversations/create", "timersClosed", Period.ofDays(1), List.of("P1D")),
                Arguments.of("conversations/create", "timersClosed", "pt1h", List.of("PT1H")),
                Arguments.of("conversations/create", "webhookEnabled", true, List.of("true")),
                Arguments.of("conversations/create", "webhookEnabled", "TRUE", List.of("true")),
                Arguments.of("conversations/create", "attributes", Map.of("a", List.of(1)), List.of("{\"a\":[1]}")),
                Arguments.of("conversations/create", "attributes", "{}", List.of("{}")),
                Arguments.of("conversations/create", "attributes", Map.of("at", instant), List.of("{\"at\":\"2026-01-02T03:04:05Z\"}")),
                Arguments.of("conversations/create", "attributes", List.of(Optional.of(1), Optional.empty(), Optional.of(instant)),
                        List.of("[1,null,\"2026-01-02T03:04:05Z\"]")),
                Arguments.of("conversations/create", "attributes", List.of(LocalDate.parse("2026-01-02"), Duration.ofMinutes(1),
                        ZonedDateTime.parse("2026-01-02T03:04:05+01:00[Europe/Berlin]")),
                        List.of("[\"2026-01-02\",\"PT1M\",\"2026-01-02T03:04:05+01:00\"]")),
                Arguments.of("conversations/create", "attributes", Map.of("n", new BigDecimal("12345678901234567.89")),
                        List.of("{\"n\":12345678901234567.89}")),
                Arguments.of("participants/update", "lastReadMessageIndex", 7L, List.of("7")),
                Arguments.of("participants/update", "lastReadMessageIndex", "7", List.of("7")),
                Arguments.of("participants/update", "lastReadMessageIndex", 7.0, List.of("7")),
                Arguments.of("participants/update", "messagingBindingProxyAddress", "null", List.of("null")),
                Arguments.of("roles/create", "permission", List.of("a", "b"), List.of("a", "b")),
                Arguments.of("roles/create", "permission", new String[] {"a", "b"}, List.of("a", "b")),
                Arguments.of("roles/create", "permission", "a, b", List.of("a", "b")),
                Arguments.of("roles/create", "permission", " a , b,, ,", List.of("a", "b")),
                Arguments.of("conversation-with-participants/create", "participant", "{\"a\":1,\"b\":2}", List.of("{\"a\":1,\"b\":2}")),
                Arguments.of("conversation-with-participants/create", "participant", Set.of(Map.of("identity", "a")),
                        List.of("{\"identity\":\"a\"}")));
    }

    @ParameterizedTest(name = "{1} of {0}: {3}")
    @MethodSource("values")
    void aValueOfAnyUsualTypeIsWrittenAsTwilioWantsIt(String operation, String name, Object value, List<String> texts) {
        assertThat(WireText.of(option(operation, name), value)).isEqualTo(texts);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("conversations/create", "dateCreated", 5, "must be an instant, a date or ISO 8601 text"),
                Arguments.of("conversations/create", "timersClosed", "ten minutes", "must be an ISO 8601 duration such as PT10M or P1D"),
                Arguments.of("conversations/create", "webhookEnabled", "yes", "must be true or false"),
                Arguments.of("conversations/create", "state", "asleep", "must be one of initializing, inactive, active, closed"),
                Arguments.of("participants/update", "lastReadMessageIndex", "7.5", "must be a whole number"),
                Arguments.of("participants/update", "lastReadMessageIndex", 7.5, "must be a whole number"),
                Arguments.of("participants/update", "lastReadMessageIndex", new BigDecimal("1e400"), "must be a whole number"),
                Arguments.of("participants/update", "lastReadMessageIndex", 1e300, "must be a whole number"),
                Arguments.of("participants/update", "lastReadMessageIndex", Double.NaN, "must be a whole number"),
                Arguments.of("conversations/create", "attributes", Map.of("a", List.of(Map.of("b", new Object()))),
                        "cannot be written as JSON: there is a java.lang.Object at a.[0].b"),
                Arguments.of("conversations/create", "attributes", Map.of("+15551230001", new Object()),
                        "cannot be written as JSON: there is a java.lang.Object at (no name)"),
                Arguments.of("conversation-with-participants/create", "participant", Map.of("identity", new Object()),
                        "cannot be written as JSON: there is a java.lang.Object at identity"),
                Arguments.of("conversations/fetch", "chatServiceSid", "CH0", "must be a SID: IS and 32 hexadecimal digits"));
    }

    @ParameterizedTest(name = "{1} of {0}: {3}")
    @MethodSource("faults")
    void aValueThatCannotBeIsRefusedByTheNameOfItsOption(String operation, String name, Object value, String rule) {
        assertThatIllegalArgumentException().isThrownBy(() -> WireText.of(option(operation, name), value))
                .withMessage("Option " + name + " " + rule);
    }

    @Test
    void aListHoldsNoNull() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WireText.of(option("roles/create", "permission"), Stream.of("a", null).toList()))
                .withMessage("Option permission must hold no null");
    }

    private static Option option(String operation, String name) {
        return Operations.all().get(operation).options().get(name);
    }
}
