// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.conversations.camel.listen.Answer;
import dev.conversations.camel.observe.Outcome;
import dev.conversations.camel.options.Headers;
import dev.conversations.camel.options.Verdict;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.Reply;
import dev.conversations.webhook.WebhookEvent;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a route what to answer to a pre-action event, and answers in its place when it fails, is too slow or not there.
 * The body it ends with is the answer: the event or null accepts, a {@link Reply}, a Map or JSON says what changes; a header with a status rejects. Events are not deduplicated: every question is owed an answer.
 */
final class PreAction {
    private static final Logger LOG = LoggerFactory.getLogger(PreAction.class);

    private final ConversationsReceiver receiver;

    PreAction(ConversationsReceiver receiver) {
        this.receiver = receiver;
    }

    /** @param arrived when the question came, in nanoseconds: the deadline counts from there */
    CompletableFuture<Answer> ask(WebhookEvent event, EventType type, long arrived) {
        Question question = new Question(event, type);
        if (!receiver.inWork().enter()) {
            question.decide(() -> inPlace(event, Outcome.OVERLOADED, onTimeout()));
            return question.answer;
        }
        long left = receiver.options().getReplyTimeout() * 1_000_000 - (receiver.hub().timing().nanos() - arrived);
        try {
            question.deadline = receiver.hub().timer().schedule(() -> late(question), left, TimeUnit.NANOSECONDS);
            receiver.hub().executor().execute(() -> begin(question));
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            receiver.inWork().leave();
            question.decide(() -> inPlace(event, Outcome.OVERLOADED, onTimeout()));
        }
        return question.answer;
    }

    private void late(Question question) {
        question.decide(() -> {
            LOG.warn("No answer to {} within {} ms: {}", question.event, receiver.options().getReplyTimeout(), onTimeout());
            return inPlace(question.event, Outcome.LATE, onTimeout());
        });
    }

    private void begin(Question question) {
        Exchange exchange;
        try {
            exchange = receiver.inWork().begin(question.event);
        } catch (RuntimeException | Error e) {
            receiver.getExceptionHandler().handleException("No answer to " + question.event, e);
            question.decide(() -> inPlace(question.event, Outcome.FAILED, onFailure()));
            return;
        }
        run(question, exchange);
    }

    private void run(Question question, Exchange exchange) {
        try {
            exchange.setPattern(ExchangePattern.InOut);
            receiver.createUoW(exchange);
            receiver.getAsyncProcessor().process(exchange, sync -> finish(question, exchange));
        } catch (Exception | Error e) {
            receiver.getExceptionHandler().handleException("No answer to " + question.event, e);
            exchange.setException(e);
            finish(question, exchange);
        }
    }

    private void finish(Question question, Exchange exchange) {
        Answer found = answer(exchange, question.event, question.type);
        receiver.inWork().end(exchange);
        question.decide(() -> found);
    }

    /** A question that is answered once: by the route, or in its place. */
    private final class Question {
        private final WebhookEvent event;
        private final EventType type;
        private final CompletableFuture<Answer> answer = new CompletableFuture<>();
        private final AtomicBoolean open = new AtomicBoolean(true);
        private volatile Future<?> deadline;

        Question(WebhookEvent event, EventType type) {
            this.event = event;
            this.type = type;
        }

        void decide(Supplier<Answer> decision) {
            if (!open.compareAndSet(true, false)) {
                return;
            }
            if (deadline != null) {
                deadline.cancel(false);
            }
            Answer decided = decision.get();
            if (decided.status() != 200) {
                receiver.outcomes().count(Outcome.REJECTED, event);
            }
            answer.complete(decided);
        }
    }

    private Answer answer(Exchange exchange, WebhookEvent event, EventType type) {
        if (exchange.isFailed() || exchange.isRollbackOnly()) {
            return inPlace(event, Outcome.FAILED, onFailure());
        }
        try {
            Answer answer = Answer.of(reply(exchange.getMessage(), event), type);
            receiver.outcomes().count(Outcome.PROCESSED, event);
            return answer;
        } catch (IllegalArgumentException e) {
            LOG.error("Route {} answered {} wrongly: {}; taken as {}", receiver.getRouteId(), event, e.getMessage(),
                    onFailure());
            return inPlace(event, Outcome.FAILED, onFailure());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("Route {} answered {} with what cannot be read ({}); taken as {}", receiver.getRouteId(), event,
                    e.getClass().getName(), onFailure());
            return inPlace(event, Outcome.FAILED, onFailure());
        }
    }

    /** What a {@link Moderation} decided, else what the route says with the message it ends with. */
    static Reply reply(Message message, WebhookEvent event) {
        Object decided = message.getExchange().getProperty(Moderation.ANSWER);
        Integer status = decided == null ? status(message) : null;
        Object body = decided == null ? message.getBody() : decided;
        if (status != null && status != 200) {
            return Reply.reject(status);
        }
        if (body == null) {
            return Reply.accept();
        }
        if (body instanceof WebhookEvent other) {
            return Reply.of(event, other.toMap());
        }
        if (body instanceof Reply reply) {
            return reply;
        }
        if (body instanceof Map<?, ?> map) {
            Map<String, Object> fields = new LinkedHashMap<>();
            map.forEach((name, value) -> fields.put(String.valueOf(name), value));
            return Reply.of(event, fields);
        }
        return json(message, event).orElseThrow(() -> new IllegalArgumentException("a body of " + body.getClass().getName()
                + " is no answer: end with the event, a Reply, a Map of fields, JSON of one, or null"));
    }

    /** @throws IllegalArgumentException when it is no number */
    private static Integer status(Message message) {
        Object said = message.getHeader(Headers.REPLY_STATUS);
        if (said == null) {
            return null;
        }
        Integer status = message.getExchange().getContext().getTypeConverter().tryConvertTo(Integer.class, said);
        if (status == null) {
            throw new IllegalArgumentException("header %s must be a number, such as 403".formatted(Headers.REPLY_STATUS));
        }
        return status;
    }

    /** An event that was written as JSON, to be logged or sent on, is still the event. */
    private static Optional<Reply> json(Message message, WebhookEvent event) {
        Object body = message.getBody();
        if (body instanceof JsonNode tree) {
            return Reply.of(event, tree.toString());
        }
        boolean text = body instanceof String || body instanceof byte[] || body instanceof InputStream || body instanceof StreamCache;
        return text ? Reply.of(event, message.getBody(String.class)) : Optional.empty();
    }

    private Verdict onTimeout() {
        return receiver.options().getOnTimeout();
    }

    private Verdict onFailure() {
        return receiver.options().getOnFailure();
    }

    private Answer inPlace(WebhookEvent event, Outcome outcome, Verdict verdict) {
        receiver.outcomes().count(outcome, event);
        return verdict == Verdict.ACCEPT ? new Answer(200, "{}") : Answer.FAILED;
    }
}
