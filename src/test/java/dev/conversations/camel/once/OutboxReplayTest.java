// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.once;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.camel.once.model.Outbox;
import dev.conversations.camel.once.model.OutboxModel;
import dev.conversations.camel.once.model.Sabotage;
import dev.conversations.orders.Search;
import dev.conversations.orders.Step;
import dev.conversations.orders.Trace;
import java.util.List;
import java.util.function.Predicate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the model says of replies on their way out is so of the real claims, keys and creates, step by step. */
class OutboxReplayTest {

    private final DefaultCamelContext context = new DefaultCamelContext();

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void repliesOutliveEachCrashAndEachLostAnswerAsTheModelSays() throws Exception {
        for (Trace<Outbox> trace : traces(step -> true)) {
            new Replay(context, Replay.Fault.NONE, trace).run();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            KEYS_IN_MEMORY       | but was: "claim 0"
            LOOKS_WITHOUT_SEEING | find 0
            """)
    void whatIsDoneOtherwiseIsFoundOut(Replay.Fault fault, String step) {
        assertThatThrownBy(() -> {
            for (Trace<Outbox> trace : traces(Step::mishap)) {
                new Replay(context, fault, trace).run();
            }
        }).isInstanceOf(AssertionError.class).hasMessageContaining(step);
    }

    /** The model leaves open whether one looks for what is there or waits; the real one always looks first. */
    private static List<Trace<Outbox>> traces(Predicate<Step<Outbox>> through) {
        List<Trace<Outbox>> all = Search.of(new OutboxModel(2, 2, 1, Sabotage.NONE)).through(through);
        List<Trace<Outbox>> real = all.stream().filter(trace -> trace.steps().stream().noneMatch(OutboxReplayTest::waitsForWhatIsThere)).toList();
        assertThat(real).hasSizeGreaterThan(all.size() / 2).isNotEmpty();
        return real;
    }

    private static boolean waitsForWhatIsThere(Step<Outbox> step) {
        return step.name().startsWith("term over") && step.after().created().contains(step.after().committed());
    }
}
