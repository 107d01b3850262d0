// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import dev.conversations.api.Timing;
import dev.conversations.api.TwilioException;
import dev.conversations.webhook.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** Looks into conversations, several at once, and offers a route what it has not had. */
final class Round {

    private static final String ADDED = "conversation";
    private static final String TOLD = "told";
    private static final int SERVER_ERRORS = 500;

    private final Twilio twilio;
    private final Deliveries deliveries;
    private final Set<EventType> events;
    private final Roster roster;
    private final Cursors cursors;
    private final Span span;
    private final Offer offer;
    private final BooleanSupplier wanted;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /**
     * @param events that the route wants
     * @param wanted whether to go on
     */
    Round(Twilio twilio, Deliveries deliveries, Set<EventType> events, Roster roster, Cursors cursors, Span span, Offer offer, BooleanSupplier wanted) {
        this.twilio = twilio;
        this.deliveries = deliveries;
        this.events = events;
        this.roster = roster;
        this.cursors = cursors;
        this.span = span;
        this.offer = offer;
        this.wanted = wanted;
    }

    /** Whether one of the events tells of what the API can be asked for. */
    static boolean canRepair(Set<EventType> events) {
        return events.contains(EventType.ON_CONVERSATION_ADDED) || events.contains(EventType.ON_DELIVERY_UPDATED)
                || Strand.ALL.stream().anyMatch(strand -> events.contains(strand.type()));
    }

    /**
     * Looks into them all, unless something is out of reach.
     *
     * @param timing in which is waited for the workers
     * @return whether the route has finished all there is
     * @throws Exception what is out of reach: Twilio or a repository
     */
    boolean run(List<Map<String, Object>> conversations, Executor workers, Timing timing) throws Exception {
        conversations.forEach(conversation -> roster.unsettled(Look.sid(conversation)));
        List<CompletableFuture<Boolean>> settled = new ArrayList<>();
        for (Map<String, Object> conversation : conversations) {
            settled.add(CompletableFuture.supplyAsync(() -> settle(conversation), workers));
        }
        boolean all = true;
        for (CompletableFuture<Boolean> each : settled) {
            all &= timing.await(each);
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return all;
    }

    private boolean settle(Map<String, Object> conversation) {
        String sid = Look.sid(conversation);
        try {
            if (failure.get() != null || !wanted.getAsBoolean() || !isFinished(conversation, sid)) {
                return false;
            }
            if (Look.isClosed(conversation)) {
                roster.forget(sid);
            } else {
                roster.settled(sid, conversation);
            }
            return true;
        } catch (TwilioException e) {
            if (e.isNotFound()) {
                roster.forget(sid);
                return true;
            }
            if (e.isRateLimited() || e.getStatus() >= SERVER_ERRORS) {
                failure.compareAndSet(null, e);
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            return false;
        }
    }

    private boolean isFinished(Map<String, Object> conversation, String sid) throws InterruptedException {
        boolean finished = !events.contains(EventType.ON_CONVERSATION_ADDED) || isTold(conversation, sid);
        for (Strand strand : Strand.ALL) {
            finished &= !events.contains(strand.type())
                    || strand.offer(conversation, twilio.in(sid, strand.resource()), cursors, span, offer);
        }
        boolean delivered = !events.contains(EventType.ON_DELIVERY_UPDATED) || deliveries.offer(conversation, cursors, span, offer);
        return finished && delivered;
    }

    private boolean isTold(Map<String, Object> conversation, String sid) throws InterruptedException {
        if (span.isBefore(conversation) || cursors.get(sid, ADDED) != null) {
            return true;
        }
        boolean finished = offer.finished(Retold.event(EventType.ON_CONVERSATION_ADDED, conversation, conversation));
        if (finished) {
            cursors.set(sid, ADDED, TOLD);
        }
        return finished;
    }
}
