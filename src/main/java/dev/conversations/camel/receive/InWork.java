// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import dev.conversations.webhook.WebhookEvent;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;

/** The events that a route has in work, so many at most: each from when it enters until its exchange ends. */
final class InWork {
    private final ConversationsReceiver receiver;
    private final AtomicInteger count = new AtomicInteger();

    InWork(ConversationsReceiver receiver) {
        this.receiver = receiver;
    }

    /** How many there are. */
    int count() {
        return count.get();
    }

    /** Takes one more, if the route runs and has room; {@link #end} or {@link #leave} must follow. */
    boolean enter() {
        // Counted before it is asked whether the route runs: who stops it looks at the count after that.
        if (count.incrementAndGet() > receiver.options().getMaxInFlight() || !receiver.isReady()) {
            leave();
            return false;
        }
        return true;
    }

    /** Gives back what {@link #enter} took, of an event that never began. */
    void leave() {
        count.decrementAndGet();
    }

    /** The exchange for an event that entered; one for which there is none has left. */
    Exchange begin(WebhookEvent event) {
        try {
            Exchange exchange = receiver.createExchange(false);
            EventMessage.fill(exchange.getIn(), event);
            return exchange;
        } catch (RuntimeException | Error e) {
            leave();
            throw e;
        }
    }

    /** Gives back what {@link #enter} took, whatever goes wrong with the exchange's end. */
    void end(Exchange exchange) {
        try {
            if (exchange.getUnitOfWork() != null) {
                receiver.doneUoW(exchange);
            }
            receiver.releaseExchange(exchange, false);
        } catch (RuntimeException | Error e) {
            receiver.getExceptionHandler().handleException("An exchange cannot be ended", e);
        } finally {
            leave();
        }
    }
}
