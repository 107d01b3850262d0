// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.once;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.camel.once.model.Outbox;
import dev.conversations.camel.once.model.OutboxModel;
import dev.conversations.camel.once.model.Sabotage;
import dev.conversations.orders.Search;
import dev.conversations.orders.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In whatever order things happen to replies that go out, and whenever a node dies, each is created once, in order. */
class OutboxOrdersTest {

    @Test
    void threeRepliesOutliveTwoCrashesAndTwoLostAnswersInEachOrder() {
        Search<Outbox> search = Search.of(new OutboxModel(3, 2, 2, Sabotage.NONE));

        assertThat(search.failure()).isEmpty();
        assertThat(search.states()).isGreaterThan(400);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CONFIRMS_BEFORE_CREATE      | take 0, claim 0, send 0, crash, take 0, know 0, commit 0, take 1, claim 1, send 1, create 1, lands 0: reply 0 came after reply 1
            KEYS_WITHOUT_TERM           | take 0, claim 0, crash: never done
            KEYS_IN_MEMORY              | take 0, claim 0, send 0, crash, lands 0, take 0, claim 0, send 0, create 0: reply 0 was created twice
            TERM_SHORTER_THAN_A_REQUEST | take 0, claim 0, send 0, crash, take 0, term over 0, inherit 0, look 0, lands 0, send 0, create 0: reply 0 was created twice
            INHERITS_WITHOUT_LOOK       | take 0, claim 0, send 0, create 0 unanswered, release 0, take 0, inherit 0, send 0, create 0: reply 0 was created twice
            """)
    void whatIsDoneOtherwiseIsFoundByTheShortestTrace(Sabotage sabotage, String shortest) {
        assertThat(Search.of(new OutboxModel(3, 2, 2, sabotage)).failure()).map(Trace::toString).contains(shortest);
    }
}
