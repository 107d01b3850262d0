// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import dev.conversations.camel.listen.Answer;
import dev.conversations.camel.listen.Refusal;
import dev.conversations.camel.observe.Outcome;
import dev.conversations.webhook.Delivery;
import dev.conversations.webhook.EventType;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Brings events to the routes of a hub that want them, and their answers back. */
final class Dispatcher {
    private final WebhookHub hub;

    Dispatcher(WebhookHub hub) {
        this.hub = hub;
    }

    /**
     * The answer to all: the first that is not good, after which none is delivered, as Twilio will tell all again. Fails
     * with a {@link Refusal} when one is no event.
     *
     * @param arrived when they came, in nanoseconds
     */
    CompletableFuture<Answer> dispatch(List<Delivery> deliveries, List<ConversationsReceiver> admitted, long arrived) {
        CompletableFuture<Answer> answer = CompletableFuture.completedFuture(Answer.OK);
        for (Delivery delivery : deliveries) {
            answer = deliveries.size() == 1 ? dispatch(delivery, admitted, arrived) : answer.thenCompose(before ->
                    before.status() == 200 ? dispatch(delivery, admitted, arrived) : CompletableFuture.completedFuture(before));
        }
        return answer;
    }

    private CompletableFuture<Answer> dispatch(Delivery delivery, List<ConversationsReceiver> admitted, long arrived) {
        String name = delivery.event().eventType();
        if (name == null) {
            return CompletableFuture.failedFuture(Refusal.malformed(400, "no EventType"));
        }
        hub.outcomes().arrived(delivery.event());
        EventType type = delivery.event().type().orElse(null);
        if (type == null) {
            hub.outcomes().count(Outcome.UNKNOWN, delivery.event());
            hub.log().unknown(name);
            return CompletableFuture.completedFuture(Answer.OK);
        }
        List<ConversationsReceiver> wanting = admitted.stream().filter(receiver -> receiver.wants(type)).toList();
        if (wanting.isEmpty()) {
            hub.outcomes().count(Outcome.UNROUTED, delivery.event());
            return CompletableFuture.completedFuture(Answer.OK);
        }
        return type.before() ? wanting.get(0).ask(delivery.event(), type, arrived) : tell(delivery, wanting);
    }

    /** Each route that can take it is told, whatever becomes of the others; the worst of their answers counts. */
    private static CompletableFuture<Answer> tell(Delivery delivery, List<ConversationsReceiver> wanting) {
        List<CompletableFuture<Answer>> told = wanting.stream().map(receiver -> receiver.tell(delivery)).toList();
        return told.stream().reduce((one, other) -> one.thenCombine(other, Dispatcher::worse)).orElseThrow();
    }

    private static Answer worse(Answer one, Answer other) {
        return one.status() >= other.status() ? one : other;
    }
}
