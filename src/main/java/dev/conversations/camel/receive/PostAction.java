// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import dev.conversations.camel.listen.Answer;
import dev.conversations.camel.observe.Outcome;
import dev.conversations.camel.options.Acknowledge;
import dev.conversations.camel.state.Claims.Claim;
import dev.conversations.camel.state.Fingerprint;
import dev.conversations.camel.state.Outage;
import dev.conversations.webhook.Delivery;
import dev.conversations.webhook.WebhookEvent;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a route of post-action events, each once: an event is claimed before, confirmed after, released on failure.
 * Told again while the route is still at it, it gets the same answer.
 */
final class PostAction {
    private static final Logger LOG = LoggerFactory.getLogger(PostAction.class);

    private final Outage outage = new Outage(LOG,
            "cannot use its idempotentRepository, so events are answered with 503", "uses its idempotentRepository again");
    private final ConversationsReceiver receiver;
    private final Map<String, Telling> running = new ConcurrentHashMap<>();
    private final Map<String, Run> held = new ConcurrentHashMap<>();

    PostAction(ConversationsReceiver receiver) {
        this.receiver = receiver;
    }

    /** One telling: what to answer, maybe before the route has finished, and how it ended. */
    private record Telling(CompletableFuture<Answer> answer, CompletableFuture<Answer> end) {
        private Telling() {
            this(new CompletableFuture<>(), new CompletableFuture<>());
        }
    }

    /** One run of the route. */
    private record Run(WebhookEvent event, String key, Exchange exchange, Telling telling, long begun) {}

    /** Under which key a repository remembers that a route had an event. */
    static String key(String route, Delivery delivery) {
        return Fingerprint.of(route, delivery.key());
    }

    /**
     * OK when the route has finished, or had the event before; FAILED when it failed; BUSY when it cannot take it.
     *
     * @param answer the same, maybe before the route has finished
     */
    CompletableFuture<Answer> tell(Delivery delivery, CompletableFuture<Answer> answer) {
        Telling telling = begin(delivery);
        telling.answer().thenAccept(answer::complete);
        return telling.end();
    }

    private Telling begin(Delivery delivery) {
        WebhookEvent event = delivery.event();
        String key = key(receiver.getRouteId(), delivery);
        Telling telling = new Telling();
        Telling earlier = running.putIfAbsent(key, telling);
        if (earlier != null) {
            count(Outcome.DUPLICATE, event);
            return earlier;
        }
        if (!receiver.inWork().enter()) {
            busy(event, key, telling);
            return telling;
        }
        try {
            receiver.hub().executor().execute(() -> begin(event, key, telling));
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            receiver.inWork().leave();
            busy(event, key, telling);
        }
        return telling;
    }

    private void busy(WebhookEvent event, String key, Telling telling) {
        count(Outcome.OVERLOADED, event);
        running.remove(key);
        complete(telling, Answer.BUSY);
    }

    private static void complete(Telling telling, Answer answer) {
        telling.answer().complete(answer);
        telling.end().complete(answer);
    }

    /** Of what was found by asking, only the work is counted: that webhooks told of it before is what is hoped for. */
    private void count(Outcome outcome, WebhookEvent event) {
        if (!event.repaired() || outcome == Outcome.REPAIRED || outcome == Outcome.FAILED) {
            receiver.outcomes().count(outcome, event);
        }
    }

    private void begin(WebhookEvent event, String key, Telling telling) {
        Exchange exchange;
        try {
            exchange = receiver.inWork().begin(event);
        } catch (RuntimeException | Error e) {
            receiver.getExceptionHandler().handleException("Event not delivered: " + event, e);
            busy(event, key, telling);
            return;
        }
        run(new Run(event, key, exchange, telling, receiver.hub().timing().nanos()));
    }

    private void run(Run run) {
        try {
            Claim claim = receiver.claims().claim(run.exchange, run.key);
            outage.over(receiver.getRouteId());
            if (claim.isOurs()) {
                held.put(run.key, run);
                if (receiver.options().getAcknowledge() == Acknowledge.RECEIVED) {
                    run.telling.answer().complete(Answer.OK);
                }
                process(run);
                return;
            }
            boolean done = claim == Claim.DONE;
            end(run, done ? Outcome.DUPLICATE : Outcome.OVERLOADED, done ? Answer.OK : Answer.BUSY);
        } catch (RuntimeException | Error e) {
            outage.met(receiver.getRouteId(), e);
            end(run, Outcome.FAILED, Answer.BUSY);
        }
    }

    /** Renews the claims of what has been in work for a while; returns at once. */
    void renew() {
        long now = receiver.hub().timing().nanos();
        long patience = receiver.claims().renewal().toNanos();
        List<Run> old = held.values().stream().filter(run -> now - run.begun >= patience).toList();
        if (!old.isEmpty()) {
            receiver.hub().executor().execute(() -> old.forEach(this::renew));
        }
    }

    private void renew(Run run) {
        try {
            receiver.claims().renew(run.exchange, run.key);
        } catch (RuntimeException | Error e) {
            outage.met(receiver.getRouteId(), e);
        }
    }

    private void process(Run run) {
        try {
            receiver.createUoW(run.exchange);
            receiver.getAsyncProcessor().process(run.exchange, sync -> finish(run));
        } catch (Exception | Error e) {
            run.exchange.setException(e);
            receiver.getExceptionHandler().handleException("Event not delivered: " + run.event, e);
            finish(run);
        }
    }

    private void finish(Run run) {
        boolean done = !run.exchange.isFailed() && !run.exchange.isRollbackOnly();
        try {
            if (done) {
                receiver.claims().confirm(run.exchange, run.key);
            } else {
                receiver.claims().release(run.exchange, run.key);
            }
        } catch (RuntimeException | Error e) {
            outage.met(receiver.getRouteId(), e);
        }
        Outcome finished = run.event.repaired() ? Outcome.REPAIRED : Outcome.PROCESSED;
        end(run, done ? finished : Outcome.FAILED, done ? Answer.OK : Answer.FAILED);
    }

    private void end(Run run, Outcome outcome, Answer answer) {
        count(outcome, run.event);
        receiver.inWork().end(run.exchange);
        running.remove(run.key);
        held.remove(run.key);
        complete(run.telling, answer);
    }
}
