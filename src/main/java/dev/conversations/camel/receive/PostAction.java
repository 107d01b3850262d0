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
    private final Map<String, CompletableFuture<Answer>> running = new ConcurrentHashMap<>();
    private final Map<String, Run> held = new ConcurrentHashMap<>();

    PostAction(ConversationsReceiver receiver) {
        this.receiver = receiver;
    }

    /** One run of the route. */
    private record Run(WebhookEvent event, String key, Exchange exchange, CompletableFuture<Answer> answer, long begun) {}

    /** Under which key a repository remembers that a route had an event. */
    static String key(String route, Delivery delivery) {
        return Fingerprint.of(route, delivery.key());
    }

    /** OK when the route has finished, or had the event before; FAILED when it failed; BUSY when it cannot take it. */
    CompletableFuture<Answer> tell(Delivery delivery) {
        WebhookEvent event = delivery.event();
        String key = key(receiver.getRouteId(), delivery);
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        CompletableFuture<Answer> earlier = running.putIfAbsent(key, answer);
        if (earlier != null) {
            receiver.outcomes().count(Outcome.DUPLICATE, event);
            return earlier;
        }
        if (!receiver.enter()) {
            return busy(event, key, answer);
        }
        try {
            receiver.hub().executor().execute(() -> run(event, key, answer));
            return answer;
        } catch (RejectedExecutionException e) {
            receiver.leave();
            return busy(event, key, answer);
        }
    }

    private CompletableFuture<Answer> busy(WebhookEvent event, String key, CompletableFuture<Answer> answer) {
        receiver.outcomes().count(Outcome.OVERLOADED, event);
        running.remove(key);
        answer.complete(Answer.BUSY);
        return answer;
    }

    private void run(WebhookEvent event, String key, CompletableFuture<Answer> answer) {
        Run run = new Run(event, key, receiver.begin(event), answer, receiver.hub().timing().nanos());
        try {
            Claim claim = receiver.claims().claim(run.exchange, run.key);
            outage.over(receiver.getRouteId());
            if (claim.isOurs()) {
                held.put(key, run);
                if (receiver.options().getAcknowledge() == Acknowledge.RECEIVED) {
                    answer.complete(Answer.OK);
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
        end(run, done ? Outcome.PROCESSED : Outcome.FAILED, done ? Answer.OK : Answer.FAILED);
    }

    private void end(Run run, Outcome outcome, Answer answer) {
        receiver.outcomes().count(outcome, run.event);
        receiver.end(run.exchange);
        running.remove(run.key);
        held.remove(run.key);
        run.answer.complete(answer);
    }
}
