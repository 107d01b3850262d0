package dev.conversations.camel;

import dev.conversations.webhook.Delivery;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.spi.IdempotentRepository;

/**
 * Tells a route of post-action events, each once: an event is claimed before, confirmed after, released on failure.
 * Told again while the route is still at it, it gets the same answer.
 */
final class PostAction {
    private final ConversationsReceiver receiver;
    private final Map<String, CompletableFuture<Boolean>> running = new ConcurrentHashMap<>();

    PostAction(ConversationsReceiver receiver) {
        this.receiver = receiver;
    }

    /** True when the route has finished, or had the event before; false when it failed. */
    CompletableFuture<Boolean> tell(Delivery delivery) {
        String claim = receiver.getRouteId() + " " + delivery.key();
        CompletableFuture<Boolean> told = new CompletableFuture<>();
        CompletableFuture<Boolean> earlier = running.putIfAbsent(claim, told);
        if (earlier != null) {
            receiver.hub().outcomes().count(Outcome.DUPLICATE);
            return earlier;
        }
        told.whenComplete((done, failure) -> running.remove(claim));
        Exchange exchange = receiver.begin(delivery.event(), ExchangePattern.InOnly);
        if (claim(exchange, claim, delivery, told)) {
            if (receiver.options().getAcknowledge() == Acknowledge.RECEIVED) {
                return later(exchange, claim, told);
            }
            run(exchange, claim, told);
        }
        return told;
    }

    private boolean claim(Exchange exchange, String claim, Delivery delivery, CompletableFuture<Boolean> told) {
        try {
            if (receiver.repository().add(exchange, claim)) {
                return true;
            }
            told.complete(end(exchange, Outcome.DUPLICATE));
        } catch (RuntimeException e) {
            receiver.getExceptionHandler().handleException("Event not claimed: " + delivery.event(), e);
            told.complete(end(exchange, Outcome.FAILED));
        }
        return false;
    }

    private CompletableFuture<Boolean> later(Exchange exchange, String claim, CompletableFuture<Boolean> told) {
        try {
            receiver.hub().executor().execute(() -> run(exchange, claim, told));
            return CompletableFuture.completedFuture(true);
        } catch (RejectedExecutionException e) {
            exchange.setException(e);
            told.complete(finish(exchange, claim));
            return told;
        }
    }

    private void run(Exchange exchange, String claim, CompletableFuture<Boolean> told) {
        try {
            receiver.createUoW(exchange);
            receiver.getAsyncProcessor().process(exchange, sync -> told.complete(finish(exchange, claim)));
        } catch (Exception e) {
            exchange.setException(e);
            receiver.getExceptionHandler().handleException("Event not delivered", exchange, e);
            told.complete(finish(exchange, claim));
        }
    }

    private boolean finish(Exchange exchange, String claim) {
        boolean done = !exchange.isFailed() && !exchange.isRollbackOnly();
        IdempotentRepository repository = receiver.repository();
        try {
            if (done) {
                repository.confirm(exchange, claim);
            } else {
                repository.remove(exchange, claim);
            }
        } catch (RuntimeException e) {
            receiver.getExceptionHandler().handleException("Claim neither confirmed nor released: " + claim, e);
        }
        return end(exchange, done ? Outcome.PROCESSED : Outcome.FAILED);
    }

    private boolean end(Exchange exchange, Outcome outcome) {
        receiver.hub().outcomes().count(outcome);
        receiver.end(exchange);
        return outcome != Outcome.FAILED;
    }
}
