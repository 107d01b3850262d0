// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import dev.conversations.api.Pages;
import dev.conversations.api.TwilioException;
import dev.conversations.api.text.Json;
import dev.conversations.camel.receive.Precedence;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.WebhookEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.camel.support.LRUCacheFactory;

/**
 * The order of the messages of a conversation, as far as webhooks tell of them: one comes after another, and where an index shows
 * that something may lie between, the API is asked for that first. What cannot come in order now is left to the looks.
 */
final class Sequence implements Precedence {

    /** So many messages are asked for before one of which a webhook tells; where more may be missing it is left. */
    private static final int PAGE = 100;
    private static final int CONVERSATIONS = 10_000;
    /** For so long a message that is not finished holds up those behind it. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int SERVER_ERRORS = 500;
    private static final int TRIES = 4;
    private static final Duration PAUSE = Duration.ofMillis(400);

    private final Source source;
    private final Offer offer;
    private final Executor workers;
    private final int most;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Map<String, CompletableFuture<?>> tails = new ConcurrentHashMap<>();
    /** Up to which index the route has finished the messages of a conversation. */
    private final Map<String, Long> reached = LRUCacheFactory.newLRUCache(CONVERSATIONS);
    /** Since when messages of a conversation are left. */
    private final Map<String, Instant> left = LRUCacheFactory.newLRUCache(CONVERSATIONS);

    /** What there is, and how far the looks got. */
    interface Source {

        /** Whether it can be asked: the repair runs. */
        boolean isOpen();

        /** The messages of a conversation, the newest first; empty when it is none that is repaired. */
        Optional<Pages> newest(WebhookEvent event, int pageSize);

        /** The index of the last message that the looks are done with; null when there is none. */
        Long settled(String conversation);

        /** Whether a message was made before the repair began. */
        boolean isOld(Object message);

        /** Has the next look go into the conversation. */
        void lookInto(WebhookEvent event);

        Instant now();

        void pause(Duration length) throws InterruptedException;
    }

    /**
     * @param workers runs what waits
     * @param most so many events wait at once; more are left
     */
    Sequence(Source source, Offer offer, Executor workers, int most) {
        this.source = source;
        this.offer = offer;
        this.workers = workers;
        this.most = most;
    }

    @Override
    public CompletableFuture<?> after(WebhookEvent event, Supplier<CompletableFuture<Boolean>> work) {
        if (!EventType.ON_MESSAGE_ADDED.event().equals(event.eventType()) || event.index() == null || event.conversationSid() == null) {
            return work.get();
        }
        String conversation = event.conversationSid();
        if (waiting.incrementAndGet() > most) {
            waiting.decrementAndGet();
            leave(event);
            return CompletableFuture.completedFuture(false);
        }
        CompletableFuture<Boolean> end = new CompletableFuture<>();
        CompletableFuture<?>[] before = new CompletableFuture<?>[1];
        tails.compute(conversation, (same, tail) -> {
            before[0] = tail == null ? CompletableFuture.completedFuture(null) : tail;
            return end;
        });
        before[0].handleAsync((any, failure) -> inTurn(event, work), workers).thenCompose(turn -> turn).whenComplete((finished, trouble) -> {
            waiting.decrementAndGet();
            tails.remove(conversation, end);
            end.complete(trouble == null && finished);
        });
        return end;
    }

    private CompletableFuture<Boolean> inTurn(WebhookEvent event, Supplier<CompletableFuture<Boolean>> work) {
        boolean settled = isSettledBefore(event);
        if (!settled && !isPatienceOver(event.conversationSid())) {
            leave(event);
            return CompletableFuture.completedFuture(false);
        }
        return work.get().thenApply(finished -> {
            if (!finished) {
                leave(event);
            } else if (settled) {
                reached.merge(event.conversationSid(), event.index(), Math::max);
                left.remove(event.conversationSid());
            }
            return finished;
        });
    }

    private boolean isPatienceOver(String conversation) {
        Instant since = left.get(conversation);
        return since != null && since.plus(PATIENCE).isBefore(source.now());
    }

    private void leave(WebhookEvent event) {
        left.putIfAbsent(event.conversationSid(), source.now());
        source.lookInto(event);
    }

    private boolean isSettledBefore(WebhookEvent event) {
        try {
            if (!source.isOpen()) {
                return false;
            }
            Long known = reached.get(event.conversationSid());
            if (!isNext(event, known)) {
                known = latest(known, source.settled(event.conversationSid()));
            }
            if (isNext(event, known) || known == null && event.index() == 0) {
                return true;
            }
            Optional<Pages> newest = source.newest(event, PAGE);
            return newest.isEmpty() || offerBetween(known, event, newest.get());
        } catch (TwilioException e) {
            return !e.isRateLimited() && e.getStatus() < SERVER_ERRORS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static boolean isNext(WebhookEvent event, Long known) {
        return known != null && known >= event.index() - 1;
    }

    private static Long latest(Long one, Long other) {
        return one == null ? other : other == null ? one : Long.valueOf(Math.max(one, other));
    }

    /** Offers what lies between those that are known to be finished and the event, the oldest first; whether all is finished. */
    private boolean offerBetween(Long known, WebhookEvent event, Pages newest) throws InterruptedException {
        Deque<Object> missing = new ArrayDeque<>();
        try (newest) {
            for (int read = 0; newest.hasNext(); read++) {
                Object message = newest.next();
                long index = ((Number) Json.field(message, "index")).longValue();
                if (known != null && index <= known || source.isOld(message)) {
                    break;
                }
                if (read == PAGE - 1 && index > 0) {
                    return false;
                }
                if (index < event.index()) {
                    missing.addFirst(message);
                }
            }
        }
        for (Object message : missing) {
            if (!isFinished(Retold.event(EventType.ON_MESSAGE_ADDED, Json.toMap(message), conversation(event)))) {
                return false;
            }
            reached.merge(event.conversationSid(), ((Number) Json.field(message, "index")).longValue(), Math::max);
        }
        return true;
    }

    /** What another node has in work is soon finished. */
    private boolean isFinished(WebhookEvent event) throws InterruptedException {
        for (int tries = 1; !offer.finished(event); tries++) {
            if (tries == TRIES) {
                return false;
            }
            source.pause(PAUSE);
        }
        return true;
    }

    /** What an event tells of its conversation, under the API's names. */
    private static Map<String, Object> conversation(WebhookEvent event) {
        Map<String, Object> conversation = new HashMap<>();
        conversation.put("sid", event.conversationSid());
        conversation.put("account_sid", event.parameter("AccountSid"));
        conversation.put("chat_service_sid", event.chatServiceSid());
        conversation.put("messaging_service_sid", event.parameter("MessagingServiceSid"));
        return conversation;
    }
}
