package dev.conversations.camel;

import dev.conversations.camel.Claims.Claim;
import dev.conversations.webhook.Delivery;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Exchange;

/**
 * Tells a route of post-action events, each once: an event is claimed before, confirmed after, released on failure.
 * Told again while the route is still at it, it gets the same answer.
 */
final class PostAction {
    private final ConversationsReceiver receiver;
    private final Map<String, CompletableFuture<Answer>> running = new ConcurrentHashMap<>();

    PostAction(ConversationsReceiver receiver) {
        this.receiver = receiver;
    }

    /** OK when the route has finished, or had the event before; FAILED when it failed; BUSY when it cannot take it now. */
    CompletableFuture<Answer> tell(Delivery delivery) {
        String key = receiver.getRouteId() + " " + delivery.key();
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        CompletableFuture<Answer> earlier = running.putIfAbsent(key, answer);
        if (earlier != null) {
            receiver.hub().outcomes().count(Outcome.DUPLICATE);
            return earlier;
        }
        answer.whenComplete((done, failure) -> running.remove(key));
        if (receiver.isBusy()) {
            receiver.hub().outcomes().count(Outcome.OVERLOADED);
            answer.complete(Answer.BUSY);
            return answer;
        }
        Exchange exchange = receiver.begin(delivery.event());
        Claim claim = claim(exchange, key);
        if (claim == Claim.MADE) {
            return run(exchange, key, answer);
        }
        answer.complete(claim == Claim.DONE
                ? end(exchange, Outcome.DUPLICATE, Answer.OK)
                : end(exchange, claim == Claim.TAKEN ? Outcome.OVERLOADED : Outcome.FAILED, Answer.BUSY));
        return answer;
    }

    private CompletableFuture<Answer> run(Exchange exchange, String key, CompletableFuture<Answer> answer) {
        try {
            if (receiver.options().getAcknowledge() == Acknowledge.RECEIVED) {
                receiver.hub().executor().execute(() -> process(exchange, key, answer));
                return CompletableFuture.completedFuture(Answer.OK);
            }
            process(exchange, key, answer);
        } catch (RejectedExecutionException e) {
            exchange.setException(e);
            answer.complete(finish(exchange, key));
        }
        return answer;
    }

    private void process(Exchange exchange, String key, CompletableFuture<Answer> answer) {
        try {
            receiver.createUoW(exchange);
            receiver.getAsyncProcessor().process(exchange, sync -> answer.complete(finish(exchange, key)));
        } catch (Exception e) {
            exchange.setException(e);
            receiver.getExceptionHandler().handleException("Event not delivered", exchange, e);
            answer.complete(finish(exchange, key));
        }
    }

    /** Null when the repository fails. */
    private Claim claim(Exchange exchange, String key) {
        try {
            return receiver.claims().claim(exchange, key);
        } catch (RuntimeException e) {
            receiver.getExceptionHandler().handleException("Event not claimed: " + key, e);
            return null;
        }
    }

    private Answer finish(Exchange exchange, String key) {
        boolean done = !exchange.isFailed() && !exchange.isRollbackOnly();
        try {
            if (done) {
                receiver.claims().confirm(exchange, key);
            } else {
                receiver.claims().release(exchange, key);
            }
        } catch (RuntimeException e) {
            receiver.getExceptionHandler().handleException("Claim neither confirmed nor released: " + key, e);
        }
        return done ? end(exchange, Outcome.PROCESSED, Answer.OK) : end(exchange, Outcome.FAILED, Answer.FAILED);
    }

    private Answer end(Exchange exchange, Outcome outcome, Answer answer) {
        receiver.hub().outcomes().count(outcome);
        receiver.end(exchange);
        return answer;
    }
}
