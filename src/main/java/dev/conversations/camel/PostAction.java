package dev.conversations.camel;

import dev.conversations.webhook.WebhookEvent;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.spi.IdempotentRepository;

/** Tells a route of a post-action event, once: the event is claimed before, confirmed after, released on failure. */
final class PostAction {
    private final ConversationsReceiver receiver;

    PostAction(ConversationsReceiver receiver) {
        this.receiver = receiver;
    }

    /** True when the route has finished, or had the event before; false when it failed. */
    CompletableFuture<Boolean> tell(WebhookEvent event, String key) {
        CompletableFuture<Boolean> told = new CompletableFuture<>();
        String claim = receiver.getRouteId() + " " + key;
        Exchange exchange = receiver.begin(event, ExchangePattern.InOnly);
        boolean claimed = false;
        try {
            claimed = receiver.repository().add(exchange, claim);
            if (claimed) {
                receiver.createUoW(exchange);
                receiver.getAsyncProcessor().process(exchange, sync -> told.complete(finish(exchange, claim)));
            } else {
                told.complete(end(exchange, Outcome.DUPLICATE));
            }
        } catch (Exception e) {
            receiver.getExceptionHandler().handleException("Event not delivered: " + event, e);
            exchange.setException(e);
            told.complete(claimed ? finish(exchange, claim) : end(exchange, Outcome.FAILED));
        }
        return told;
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
