// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.app.delivery.MessageKeys;
import dev.conversations.camel.once.HurriedTiming;
import dev.conversations.camel.repair.model.Inbox;
import dev.conversations.camel.repair.model.InboxModel;
import dev.conversations.camel.repair.model.Sabotage;
import dev.conversations.camel.state.Claims;
import dev.conversations.camel.state.Claims.Claim;
import dev.conversations.orders.Search;
import dev.conversations.orders.Step;
import dev.conversations.orders.Trace;
import dev.conversations.sandbox.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the model says of claims and cursors is so of the real ones, in their files, step by step. */
class InboxReplayTest {

    private static final Duration TERM = Duration.ofMinutes(4);
    private static final String KIND = "messages";
    private static final int ENOUGH = 300;

    @TempDir
    private Path folder;
    private int number;

    @Test
    void claimsAndCursorsOutliveEachCrashAsTheModelSays() throws IOException {
        List<Trace<Inbox>> traces = Search.of(new InboxModel(2, 1, 0, true, Sabotage.NONE)).through(step -> step.name().equals("crash"));
        assertThat(traces).hasSizeGreaterThan(ENOUGH);
        int every = traces.size() / ENOUGH;
        for (int at = 0; at < traces.size(); at += every) {
            replay(traces.get(at));
        }
    }

    @Test
    void whatIsReleasedIsHadAgainAsTheModelSays() throws IOException {
        List<Trace<Inbox>> traces = Search.of(new InboxModel(2, 0, 1, true, Sabotage.NONE)).through(step -> step.name().startsWith("release"));
        assertThat(traces).isNotEmpty();
        for (Trace<Inbox> trace : traces) {
            replay(trace);
        }
    }

    private void replay(Trace<Inbox> trace) throws IOException {
        Process process = new Process(Files.createDirectory(folder.resolve(String.valueOf(number++))));
        for (Step<Inbox> step : trace.steps()) {
            process.does(step.name());
            process.is(step, trace);
        }
        process.ends();
    }

    /** What a process keeps, and finds again when it is started again. */
    private static final class Process {
        private final Path directory;
        private final SettableClock clock = SettableClock.at(Instant.parse("2026-01-01T00:00:00Z"));
        private IdempotentRepository keys;
        private StateRepository<String, String> states;
        private Claims claims;
        private Cursors cursors;

        Process(Path directory) {
            this.directory = directory;
            starts();
        }

        private void starts() {
            keys = MessageKeys.ofEvents(directory);
            states = MessageKeys.cursors(directory);
            ServiceHelper.startService(keys, states);
            claims = new Claims(keys, new HurriedTiming(clock), TERM);
            cursors = new Cursors(states, "route");
        }

        void does(String step) {
            String[] words = step.split(" ");
            String last = words[words.length - 1];
            if (step.contains(" claims ")) {
                assertThat(claims.claim(null, last)).as(step).matches(Claim::isOurs);
            } else if (step.contains(" knows ")) {
                assertThat(claims.claim(null, last)).as(step).isEqualTo(Claim.DONE);
            } else if (step.contains(" leaves ")) {
                assertThat(claims.claim(null, last)).as(step).isEqualTo(Claim.TAKEN);
            }
            switch (words[0]) {
                case "confirm" -> claims.confirm(null, last);
                case "release" -> claims.release(null, last);
                case "term" -> clock.advance(TERM);
                case "cursor" -> cursors.set("CH1", KIND, last);
                case "start" -> starts();
                default -> { }
            }
        }

        /** What the real ones keep is what the model says. */
        void is(Step<Inbox> step, Trace<Inbox> trace) {
            Inbox inbox = step.after();
            for (int message = 0; message < inbox.messages(); message++) {
                assertThat(keys.contains(message + " done")).as("%s of %s", step.name(), trace)
                        .isEqualTo(inbox.kept().claims().get(message) == dev.conversations.camel.repair.model.Claim.DONE);
            }
            String cursor = cursors.get("CH1", KIND);
            assertThat(cursor == null ? -1 : Integer.parseInt(cursor)).as("%s of %s", step.name(), trace).isEqualTo(inbox.kept().cursor());
        }

        void ends() {
            ServiceHelper.stopService(keys, states);
        }
    }
}
