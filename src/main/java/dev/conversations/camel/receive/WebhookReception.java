// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import dev.conversations.camel.listen.Answer;
import dev.conversations.camel.listen.HttpRequest;
import dev.conversations.camel.listen.Reception;
import dev.conversations.camel.listen.Refusal;
import dev.conversations.camel.listen.WebhookHeaders;
import dev.conversations.camel.observe.Outcome;
import dev.conversations.camel.trust.Door;
import dev.conversations.camel.trust.Doors;
import dev.conversations.webhook.Delivery;
import dev.conversations.webhook.EventStream;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.Form;
import dev.conversations.webhook.WebhookEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in the requests of a hub: nothing happens before the signature is verified, and routes see events only. */
final class WebhookReception implements Reception {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookReception.class);

    private final WebhookHub hub;
    private final Dispatcher dispatcher;
    private final Doors doors = new Doors();

    WebhookReception(WebhookHub hub) {
        this.hub = hub;
        this.dispatcher = new Dispatcher(hub);
    }

    @Override
    public void take(HttpRequest request, Consumer<Answer> reply) {
        long arrived = hub.timing().nanos();
        hub.outcomes().count(Outcome.RECEIVED);
        try {
            Map<String, List<String>> form = form(request);
            List<ConversationsReceiver> admitted = admit(request, form);
            dispatcher.dispatch(deliveries(request, form), admitted, arrived)
                    .whenComplete((answer, failure) -> reply.accept(failure == null ? answer : failed(failure)));
        } catch (Refusal | RuntimeException | Error failure) {
            reply.accept(failed(failure));
        }
    }

    @Override
    public Answer refuse(Refusal refusal) {
        hub.outcomes().count(Outcome.RECEIVED);
        return answer(refusal);
    }

    @Override
    public int maxBodySize() {
        return hub.maxBodySize();
    }

    private Answer failed(Throwable failure) {
        Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof Refusal refusal) {
            return answer(refusal);
        }
        LOG.error("A webhook at {} cannot be worked on: {}", hub.path(), cause.getClass().getName());
        LOG.debug("A webhook at {} cannot be worked on", hub.path(), cause);
        return Answer.FAILED;
    }

    private Answer answer(Refusal refusal) {
        hub.outcomes().count(refusal.outcome());
        if (refusal.outcome() == Outcome.MALFORMED) {
            hub.log().malformed(refusal);
        }
        return new Answer(refusal.status(), "");
    }

    /** The fields of the request; null when it is no form. */
    private static Map<String, List<String>> form(HttpRequest request) throws Refusal {
        try {
            return request.isGet() ? Form.parse(request.query()) : request.isForm() ? Form.parse(request.body()) : null;
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed(400, e.getMessage());
        }
    }

    private List<ConversationsReceiver> admit(HttpRequest request, Map<String, List<String>> form) throws Refusal {
        WebhookHub.Behind behind = hub.behind();
        Set<Door> open = doors.open(behind.doors(), request, request.signed(form), account(form));
        List<ConversationsReceiver> admitted = new ArrayList<>();
        List<ConversationsReceiver> tolerated = new ArrayList<>();
        for (ConversationsReceiver receiver : behind.receivers()) {
            if (open.contains(receiver.door())) {
                admitted.add(receiver);
            } else if (receiver.door().reportOnly()) {
                tolerated.add(receiver);
            }
        }
        if (admitted.isEmpty()) {
            hub.log().refused(request, form, behind.doors(), !tolerated.isEmpty());
            if (tolerated.isEmpty()) {
                throw new Refusal(403, Outcome.REFUSED, "no valid signature");
            }
            hub.outcomes().count(Outcome.REPORTED);
        }
        admitted.addAll(tolerated);
        return admitted;
    }

    private static String account(Map<String, List<String>> form) {
        List<String> accounts = form == null ? null : form.get("AccountSid");
        return accounts == null || accounts.isEmpty() ? null : accounts.get(0);
    }

    private static List<Delivery> deliveries(HttpRequest request, Map<String, List<String>> form) throws Refusal {
        if (form != null) {
            WebhookEvent event = new WebhookEvent(form);
            for (String sid : event.type().map(EventType::sids).orElse(List.of())) {
                if (event.parameter(sid) == null || event.parameter(sid).isBlank()) {
                    throw Refusal.malformed(400, event.eventType() + " without " + sid);
                }
            }
            return List.of(new Delivery(event, request.header().apply(WebhookHeaders.TOKEN)));
        }
        if (!request.isJson()) {
            throw Refusal.malformed(415, "neither a form nor JSON");
        }
        try {
            return EventStream.parse(request.body());
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed(400, e.getMessage());
        }
    }
}
