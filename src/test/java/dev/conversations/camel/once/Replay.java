// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.once;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.api.Credentials;
import dev.conversations.api.RetryPolicy;
import dev.conversations.api.TwilioClient;
import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.camel.once.model.Key;
import dev.conversations.camel.once.model.Outbox;
import dev.conversations.orders.Step;
import dev.conversations.orders.Trace;
import dev.conversations.sandbox.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/**
 * Has the real classes do what a trace says. Where they turn to the repository or to Twilio, the trace tells what becomes of that, and has
 * to have a step for it; a node that dies there does nothing more.
 */
final class Replay {

    private static final Operation CREATE = Operations.all().get("messages/create");
    private static final Duration TERM = Duration.ofMinutes(4);
    private static final RetryPolicy ONE_TRY = new RetryPolicy(0, Duration.ZERO, Duration.ZERO, Duration.ofHours(1));

    private final CamelContext context;
    private final Trace<Outbox> trace;
    private final SettableClock clock = SettableClock.at(Instant.parse("2026-01-01T00:00:00Z"));
    private final HurriedTiming timing = new HurriedTiming(clock);
    private final ReplayedKeys keys;
    private final ReplayedTwilio twilio;
    private final boolean forgets;
    private int next;
    private boolean dead;
    /** Whether the term of the key is over, by the model. */
    private boolean over;

    /** What is done otherwise. */
    enum Fault { NONE, KEYS_IN_MEMORY, LOOKS_WITHOUT_SEEING }

    /** The end of a node. */
    private static final class Dead extends Error {
        private static final long serialVersionUID = 1L;
    }

    Replay(CamelContext context, Fault fault, Trace<Outbox> trace) {
        this.context = context;
        this.trace = trace;
        this.keys = new ReplayedKeys(this);
        this.twilio = new ReplayedTwilio(this, clock, fault == Fault.LOOKS_WITHOUT_SEEING);
        this.forgets = fault == Fault.KEYS_IN_MEMORY;
        timing.onSleep(this::waits);
    }

    void run() throws IOException {
        try (CloseableHttpClient http = HttpClients.custom().addExecInterceptorFirst("twilio", twilio).disableAutomaticRetries().build()) {
            while (next < trace.steps().size()) {
                if (!lands()) {
                    String reply = name().substring(name().lastIndexOf(' ') + 1);
                    does("take " + reply);
                    answers(http, reply);
                }
            }
        }
    }

    /** A node takes the first reply, until it is gone from the queue, or given to the next node. */
    private void answers(CloseableHttpClient http, String reply) throws IOException {
        TwilioClient client = new TwilioClient(http, URI.create("http://twilio.example"), Credentials.basic("AC" + "a".repeat(32), "token"));
        Renewals renewals = new Renewals(context);
        Ledger ledger = new Ledger(keys, TERM, renewals, timing, "AC1");
        Once once = new Once(CREATE, client, ONE_TRY.in(timing), ledger);
        int begun = next;
        try {
            once.making(null, Map.of("conversationSid", "CH1", "body", reply), new dev.conversations.camel.once.Key(reply, Duration.ofDays(1))).run();
            turn();
            does("commit " + reply);
        } catch (Dead crash) {
            dead = false;
            if (forgets) {
                keys.clear();
            }
        } catch (IOException unanswered) {
            assertThat(trace.names().subList(begun, next)).as("%s of %s", unanswered, trace).contains("release " + reply);
        } finally {
            renewals.stop();
        }
    }

    /** The name of the step that comes next. */
    String name() {
        return next < trace.steps().size() ? trace.steps().get(next).name() : "end";
    }

    /** Somebody turns to something: what happens meanwhile happens, and who dies now goes no further. */
    void turn() {
        if (!dead) {
            while (lands()) {
                assertThat(name()).isNotEmpty();
            }
            if (name().equals("crash")) {
                dead = true;
                next++;
            }
        }
        if (dead) {
            throw new Dead();
        }
    }

    /** Has to be what comes next, and to leave what the model says. */
    void does(String step) {
        assertThat(step).as("step %s of %s", next, trace).isEqualTo(name());
        Step<Outbox> done = trace.steps().get(next++);
        over &= !step.startsWith("inherit ");
        assertThat(twilio.created()).as("after step %s of %s", next, trace).isEqualTo(done.after().created());
        assertThat(keys.done()).as("after step %s of %s", next, trace).isEqualTo(done.after().keys().stream().filter(Key.DONE::equals).count());
    }

    private boolean lands() {
        if (!name().startsWith("lands ")) {
            return false;
        }
        twilio.add(name().substring("lands ".length()));
        does(name());
        return true;
    }

    /** Nobody waits but for the term of a key, which is over a term after it was asked for and its holder was not seen. */
    private void waits() {
        turn();
        clock.advance(TERM.multipliedBy(2));
        if (name().startsWith("term over ")) {
            does(name());
            over = true;
        }
        assertThat(over).as("waiting at step %s, %s, of %s", next, name(), trace).isTrue();
    }
}
