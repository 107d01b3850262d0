package dev.conversations.camel.receive;

import dev.conversations.camel.listen.Answer;
import dev.conversations.camel.listen.Refusal;
import dev.conversations.camel.observe.Outcome;
import dev.conversations.camel.trust.RefusalLog;
import dev.conversations.webhook.Delivery;
import dev.conversations.webhook.EventType;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Brings events to the routes of a hub that want them, and their answers back. */
final class Dispatcher {
    private final WebhookHub hub;
    private final RefusalLog log;

    Dispatcher(WebhookHub hub, RefusalLog log) {
        this.hub = hub;
        this.log = log;
    }

    /** The answer to all: the first that is not good, after which none is delivered, as Twilio will tell all again. */
    Answer dispatch(List<Delivery> deliveries, List<ConversationsReceiver> admitted)
            throws Refusal, InterruptedException {
        Answer answer = Answer.OK;
        for (Delivery delivery : deliveries) {
            answer = dispatch(delivery, admitted);
            if (answer.status() != 200) {
                break;
            }
        }
        return answer;
    }

    private Answer dispatch(Delivery delivery, List<ConversationsReceiver> admitted)
            throws Refusal, InterruptedException {
        String name = delivery.event().eventType();
        if (name == null) {
            throw Refusal.malformed(400, "no EventType");
        }
        hub.outcomes().arrived(delivery.event());
        EventType type = delivery.event().type().orElse(null);
        if (type == null) {
            hub.outcomes().count(Outcome.UNKNOWN, delivery.event());
            log.unknown(name);
            return Answer.OK;
        }
        List<ConversationsReceiver> wanting = admitted.stream().filter(receiver -> receiver.wants(type)).toList();
        if (wanting.isEmpty()) {
            hub.outcomes().count(Outcome.UNROUTED, delivery.event());
            return Answer.OK;
        }
        return type.before() ? wanting.get(0).ask(delivery.event(), type) : tell(delivery, wanting);
    }

    /** Each route that can take it is told, whatever becomes of the others; the worst of their answers counts. */
    private Answer tell(Delivery delivery, List<ConversationsReceiver> wanting) {
        List<CompletableFuture<Answer>> told = wanting.stream().map(receiver -> receiver.tell(delivery)).toList();
        return told.stream().map(CompletableFuture::join).max(Comparator.comparing(Answer::status)).orElseThrow();
    }
}
