package dev.conversations.camel.receive;

import dev.conversations.camel.listen.Answer;
import dev.conversations.camel.observe.Outcome;
import dev.conversations.camel.options.Headers;
import dev.conversations.camel.options.Verdict;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.Reply;
import dev.conversations.webhook.WebhookEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a route what to answer to a pre-action event, and answers in its place when it fails, is too slow or not there.
 * The body it ends with is the answer: the event untouched or null accepts, a {@link Reply} or a Map of fields says
 * more; a header with a status rejects. Events are not deduplicated: every question is owed an answer.
 */
final class PreAction {
    private static final Logger LOG = LoggerFactory.getLogger(PreAction.class);

    private final ConversationsReceiver receiver;

    PreAction(ConversationsReceiver receiver) {
        this.receiver = receiver;
    }

    Answer ask(WebhookEvent event, EventType type) throws InterruptedException {
        Answer answer = receiver.isBusy() ? inPlace(event, Outcome.OVERLOADED, onTimeout()) : inTime(event, type);
        if (answer.status() != 200) {
            receiver.outcomes().count(Outcome.REJECTED, event);
        }
        return answer;
    }

    private Answer inTime(WebhookEvent event, EventType type) throws InterruptedException {
        try {
            Future<Answer> route = receiver.hub().executor().submit(() -> run(event, type));
            return route.get(receiver.options().getReplyTimeout(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | RejectedExecutionException e) {
            LOG.warn("No answer to {} within {} ms: {}", event, receiver.options().getReplyTimeout(), onTimeout());
            return inPlace(event, Outcome.LATE, onTimeout());
        } catch (ExecutionException e) {
            receiver.getExceptionHandler().handleException("No answer to " + event, e.getCause());
            return inPlace(event, Outcome.FAILED, onFailure());
        }
    }

    private Answer run(WebhookEvent event, EventType type) throws Exception {
        Exchange exchange = receiver.begin(event);
        exchange.setPattern(ExchangePattern.InOut);
        try {
            receiver.createUoW(exchange);
            receiver.getProcessor().process(exchange);
            return answer(exchange, event, type);
        } finally {
            receiver.end(exchange);
        }
    }

    private Answer answer(Exchange exchange, WebhookEvent event, EventType type) {
        if (exchange.isFailed() || exchange.isRollbackOnly()) {
            return inPlace(event, Outcome.FAILED, onFailure());
        }
        try {
            Answer answer = Answer.of(reply(exchange.getMessage()), type);
            receiver.outcomes().count(Outcome.PROCESSED, event);
            return answer;
        } catch (IllegalArgumentException e) {
            LOG.error("Route {} answered {} wrongly: {}; taken as {}", receiver.getRouteId(), event, e.getMessage(),
                    onFailure());
            return inPlace(event, Outcome.FAILED, onFailure());
        }
    }

    /** What the route says with the message it ends with. */
    static Reply reply(Message message) {
        Integer status = message.getHeader(Headers.REPLY_STATUS, Integer.class);
        Object body = message.getBody();
        if (status != null && status != 200) {
            return Reply.reject(status);
        }
        if (body == null || body instanceof WebhookEvent) {
            return Reply.accept();
        }
        if (body instanceof Reply reply) {
            return reply;
        }
        if (body instanceof Map<?, ?> map) {
            Map<String, Object> fields = new LinkedHashMap<>();
            map.forEach((name, value) -> fields.put(String.valueOf(name), value));
            return Reply.change(fields);
        }
        throw new IllegalArgumentException("a body of " + body.getClass().getName()
                + " is no answer: end with the event, a Reply, a Map of fields, or null");
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
