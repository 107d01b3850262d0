// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.app.work.Attempts;
import java.io.IOException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;

class MemoryTest {

    /** As a database that does not answer. */
    private static final class Away extends MemoryIdempotentRepository {
        @Override
        public boolean contains(String key) {
            throw new IllegalStateException("no connection for opted out CH1");
        }
    }

    @Test
    void anAnswerIsTriedAgainWhileTheRepositoryOfOptOutsIsAway() throws Exception {
        try (DefaultCamelContext camel = new DefaultCamelContext()) {
            camel.getRegistry().bind("kept", new Away());
            camel.getPropertiesComponent().addInitialProperty("bridge.opt-outs.in-use", "#bean:kept");
            Exchange exchange = new DefaultExchange(camel);

            assertThatThrownBy(() -> new OptOuts().check(exchange, Map.of("conversationSid", "CH1")))
                    .isInstanceOf(IOException.class).hasMessageNotContaining("CH1")
                    .satisfies(away -> exchange.setException(away));

            assertThat(new Attempts().helps(exchange)).isTrue();
        }
    }
}
