// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.once;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.camel.ConversationsHeaders;
import dev.conversations.camel.once.ForgetfulTwilio.Fault;
import java.io.IOException;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Messages under keys with a repository of which one step fails, whichever it is: the next call with the key ends well, and soon. */
class FailingRepositoryTest {

    private static final String CREATE = "twilio-conversations:messages/create?conversationSid=CH1&maxRetries=0"
            + "&idempotentRepository=#keys&claimTerm=100";
    /** More than any call takes. */
    private static final int STEPS = 60;

    private final Breakable keys = new Breakable();
    private final CamelContext context = new DefaultCamelContext();
    private ForgetfulTwilio twilio;
    private ProducerTemplate template;

    /** What was before. */
    enum Before { NOTHING, REFUSED, UNKNOWN }

    @BeforeEach
    void start() throws IOException {
        twilio = new ForgetfulTwilio(Instant::now);
        context.getRegistry().bind("keys", keys);
        context.start();
        twilio.connect(context).setTotalTimeout(20_000);
        template = context.createProducerTemplate();
    }

    @AfterEach
    void stop() {
        context.stop();
        twilio.close();
    }

    @ParameterizedTest
    @EnumSource
    void whicheverStepFailsTheNextCallMakesItOnce(Before before) {
        int failed = 0;
        for (int step = 1; step <= STEPS; step++) {
            for (boolean late : new boolean[] {false, true}) {
                String key = step + (late ? " late" : " early");
                prepare(before, key);
                keys.breakAt(step, late);
                send(key);
                failed += keys.mend() ? 1 : 0;

                assertThat(send(key).getException()).as("step %s of %s", key, before).isNull();
                assertThat(twilio.bodies()).as("step %s of %s", key, before).containsOnlyOnce(key);
            }
        }
        assertThat(failed).isBetween(4, STEPS);
    }

    private void prepare(Before before, String key) {
        if (before != Before.NOTHING) {
            twilio.disturb(number -> before == Before.REFUSED ? Fault.REFUSED : Fault.ONLY_500);
            send(key);
        }
        twilio.disturb(number -> Fault.NONE);
    }

    private Exchange send(String key) {
        return template.send(CREATE, exchange -> {
            exchange.getMessage().setBody(key);
            exchange.getMessage().setHeader(ConversationsHeaders.IDEMPOTENCY_KEY, key);
        });
    }

    /** Fails at one of its steps, before it has done it or afterwards. */
    private static final class Breakable extends MemoryIdempotentRepository {

        private int left;
        private boolean late;

        Breakable() {
            setCacheSize(100_000);
        }

        synchronized void breakAt(int step, boolean afterwards) {
            left = step;
            late = afterwards;
        }

        /** Whether it has failed meanwhile. */
        synchronized boolean mend() {
            boolean failed = left <= 0;
            left = 0;
            return failed;
        }

        @Override
        public boolean add(String key) {
            return step(() -> super.add(key));
        }

        @Override
        public boolean contains(String key) {
            return step(() -> super.contains(key));
        }

        @Override
        public boolean remove(String key) {
            return step(() -> super.remove(key));
        }

        private synchronized boolean step(BooleanSupplier step) {
            boolean broken = left > 0 && --left == 0;
            if (broken && !late) {
                throw new IllegalStateException("away");
            }
            boolean answer = step.getAsBoolean();
            if (broken) {
                throw new IllegalStateException("away");
            }
            return answer;
        }
    }
}
