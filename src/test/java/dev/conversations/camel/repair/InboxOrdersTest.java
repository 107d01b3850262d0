// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.camel.repair.model.Inbox;
import dev.conversations.camel.repair.model.InboxModel;
import dev.conversations.camel.repair.model.Sabotage;
import dev.conversations.orders.Search;
import dev.conversations.orders.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In whatever order things happen to messages that come in, and whenever the process dies, none is lost, doubled or out of order. */
class InboxOrdersTest {

    @Test
    void threeMessagesOutliveTwoCrashesInEachOrder() {
        Search<Inbox> search = Search.of(new InboxModel(3, 2, 0, true, Sabotage.NONE));

        assertThat(search.failure()).isEmpty();
        assertThat(search.states()).isGreaterThan(100_000);
    }

    @Test
    void aFailureOfTheWorkChangesNothing() {
        assertThat(Search.of(new InboxModel(2, 1, 1, true, Sabotage.NONE)).failure()).isEmpty();
    }

    @Test
    void withoutRepairWhoTellsUntilItIsAnsweredLosesNothingEither() {
        assertThat(Search.of(new InboxModel(2, 2, 1, false, Sabotage.NONE)).failure()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | CONFIRMS_BEFORE_WORK            | written 0, look, look claims 0, crash: never done
            true  | CLAIMS_WITHOUT_TERM             | written 0, look, look claims 0, crash: never done
            true  | CLAIMS_IN_MEMORY                | written 0, look, look claims 0, work 0, confirm 0, crash, start, look, look claims 0, work 0: message 0 was worked on again
            true  | FAILURES_ARE_CONFIRMED          | written 0, look, look claims 0, failure 0: never done
            true  | CURSOR_BEFORE_WORK              | written 0, written 1, webhook 1, look, turn 1, turn of 1 claims 1, look claims 0, work 1, work 0: message 0 came after message 1
            true  | LOOKS_PASS_WHAT_IS_NOT_FINISHED | written 0, written 1, webhook 0, look, look claims 0, failure 0, release 0, turn 0, turn of 0 claims 0, look claims 1, work 1, work 0: message 0 came after message 1
            true  | WEBHOOKS_WITHOUT_TURNS          | written 0, written 1, webhook 0, webhook 1, turn of 0 claims 0, turn of 1 claims 1, work 1, work 0: message 0 came after message 1
            false | CONFIRMS_BEFORE_WORK            | written 0, webhook 0, turn of 0 claims 0, crash: never done
            false | ACKNOWLEDGES_BEFORE_CLAIM       | written 0, webhook 0, crash: never done
            """)
    void whatIsDoneOtherwiseIsFoundByTheShortestTrace(boolean repair, Sabotage sabotage, String shortest) {
        assertThat(Search.of(new InboxModel(2, 1, 1, repair, sabotage)).failure()).map(Trace::toString).contains(shortest);
    }
}
