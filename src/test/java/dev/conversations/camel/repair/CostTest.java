// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.conversations.api.Credentials;
import dev.conversations.api.RetryPolicy;
import dev.conversations.api.Timing;
import dev.conversations.api.TwilioClient;
import dev.conversations.api.operation.Operations;
import dev.conversations.camel.call.Caller;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.SandboxOptions;
import dev.conversations.sandbox.SettableClock;
import dev.conversations.webhook.EventType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a repair costs in calls, as its document says. */
class CostTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([\\d,]+) \\| ([\\d,]+) \\| ([\\d,]+) \\| ([\\d,]+) \\| ([\\d,]+) \\|$");

    private record Cost(int conversations, int first, int later, int firstOfBoth, int laterOfBoth) {}

    static Stream<Cost> costs() throws Exception {
        return ROW.matcher(Files.readString(Path.of("docs/repair.md"))).results()
                .map(row -> new Cost(number(row, 1), number(row, 2), number(row, 3), number(row, 4), number(row, 5)));
    }

    /** The largest is measured in a tenth of the rounds, and for messages only: participants cost as much again. */
    @ParameterizedTest
    @MethodSource("costs")
    void theTableIsWhatTheSandboxCounts(Cost cost) throws Exception {
        boolean large = cost.conversations() > 1_000;
        SettableClock clock = SettableClock.at(Instant.parse("2026-01-02T03:04:05Z"));
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withClock(clock)); CloseableHttpClient http = HttpClients.createDefault()) {
            TwilioClient client = new TwilioClient(http, sandbox.baseUri(), Credentials.basic(sandbox.accountSid(), sandbox.authToken()));
            for (int i = 0; i < cost.conversations(); i++) {
                client.call(Operations.find("conversations", "create").orElseThrow(), Map.of());
                clock.advance(Duration.ofSeconds(1));
            }
            clock.advance(Duration.ofHours(1));
            Looks messages = new Looks(client, sandbox, clock.instant(), EnumSet.of(EventType.ON_MESSAGE_ADDED));
            assertThat(messages.calls(1)).isEqualTo(cost.first());
            assertThat(messages.calls(large ? 1 : Roster.ROUNDS)).isCloseTo(cost.later(), withinPercentage(large ? 10 : 0));
            if (large) {
                assertThat(cost.firstOfBoth()).isEqualTo(cost.first() + cost.conversations());
                assertThat(cost.laterOfBoth()).isEqualTo(cost.later() + cost.conversations() / Roster.ROUNDS);
            } else {
                Looks both = new Looks(client, sandbox, clock.instant(),
                        EnumSet.of(EventType.ON_MESSAGE_ADDED, EventType.ON_PARTICIPANT_ADDED));
                assertThat(both.calls(1)).isEqualTo(cost.firstOfBoth());
                assertThat(both.calls(Roster.ROUNDS)).isEqualTo(cost.laterOfBoth());
            }
        }
    }

    @Test
    void theTableHasItsThreeRows() throws Exception {
        assertThat(costs().map(Cost::conversations)).containsExactly(100, 1_000, 10_000);
    }

    private static int number(MatchResult row, int group) {
        return Integer.parseInt(row.group(group).replace(",", ""));
    }

    /** Looks beside one route, one after the other. */
    private static final class Looks {

        private final Roster roster = new Roster();
        private final Sandbox sandbox;
        private final Twilio twilio;
        private final Look look;
        private final Instant begin;
        private final Set<EventType> events;

        Looks(TwilioClient client, Sandbox sandbox, Instant begin, Set<EventType> events) {
            this.sandbox = sandbox;
            this.twilio = new Twilio(operation -> new Caller(
                    operation, client, new RetryPolicy(0, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1))), null);
            this.look = new Look(twilio, roster);
            this.begin = begin;
            this.events = events;
        }

        /** How many calls a look costs on average. */
        int calls(int rounds) throws Exception {
            long before = sandbox.requests();
            for (int i = 0; i < rounds; i++) {
                Cursors cursors = new Cursors(new MemoryStateRepository(), "repair");
                Round round = new Round(twilio, new Deliveries(twilio), events, roster, cursors, Span.of(begin, begin), event -> true, () -> true);
                assertThat(round.run(look.due(begin), Runnable::run, Timing.SYSTEM)).isTrue();
            }
            long calls = sandbox.requests() - before;
            assertThat(calls % rounds).isZero();
            return Math.toIntExact(calls / rounds);
        }
    }
}
