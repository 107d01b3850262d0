package dev.conversations.camel;

import dev.conversations.webhook.EventKey;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.Form;
import dev.conversations.webhook.WebhookEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in the requests of a hub: nothing happens before the signature is verified, and routes see events only. */
final class WebhookProcessor implements Processor {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookProcessor.class);

    private final WebhookHub hub;
    private final RefusalLog refusals;
    private final boolean vertx;

    WebhookProcessor(WebhookHub hub) {
        this.hub = hub;
        this.refusals = new RefusalLog(hub.path());
        this.vertx = hub.context().getClassResolver().resolveClass("io.vertx.core.http.HttpServerRequest") != null;
    }

    @Override
    public void process(Exchange http) throws InterruptedException {
        Message message = http.getMessage();
        answer(message).write(message);
    }

    private Answer answer(Message message) throws InterruptedException {
        hub.outcomes().count(Outcome.RECEIVED);
        try {
            HttpRequest request = read(message);
            Map<String, List<String>> form = form(request);
            List<ConversationsReceiver> admitted = admit(request, form);
            if (form == null) {
                throw Refusal.malformed(415, "neither a form nor JSON");
            }
            return dispatch(new WebhookEvent(form), admitted, request.header().apply(WebhookHeaders.TOKEN));
        } catch (Refusal refusal) {
            hub.outcomes().count(refusal.outcome());
            LOG.debug("Webhook at {} answered with {}: {}", hub.path(), refusal.status(), refusal.getMessage());
            return new Answer(refusal.status(), "");
        }
    }

    private HttpRequest read(Message message) throws Refusal, InterruptedException {
        int max = hub.maxBodySize();
        HttpRequest request = vertx ? VertxRequest.of(message.getBody(), max) : null;
        return request == null ? HttpRequest.of(message, max) : request;
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
        Map<Door, Boolean> doors = new HashMap<>();
        List<ConversationsReceiver> admitted = new ArrayList<>();
        for (ConversationsReceiver receiver : hub.receivers()) {
            if (doors.computeIfAbsent(receiver.door(), door -> door.admits(request, form))) {
                admitted.add(receiver);
            }
        }
        if (admitted.isEmpty()) {
            refusals.log(request, form, doors.keySet());
            throw new Refusal(403, Outcome.REFUSED, "no valid signature");
        }
        return admitted;
    }

    private Answer dispatch(WebhookEvent event, List<ConversationsReceiver> admitted, String token)
            throws Refusal, InterruptedException {
        if (event.eventType() == null) {
            throw Refusal.malformed(400, "no EventType");
        }
        EventType type = event.type().orElse(null);
        if (type == null) {
            hub.outcomes().count(Outcome.UNKNOWN);
            refusals.logUnknown(event.eventType());
            return Answer.OK;
        }
        List<ConversationsReceiver> wanting = admitted.stream().filter(receiver -> receiver.wants(type)).toList();
        if (wanting.isEmpty()) {
            hub.outcomes().count(Outcome.UNROUTED);
            return Answer.OK;
        }
        if (type.before()) {
            return wanting.get(0).ask(event, type);
        }
        if (!hub.context().isStarted() || wanting.stream().anyMatch(ConversationsReceiver::isBusy)) {
            throw new Refusal(503, Outcome.OVERLOADED, "too busy or suspended");
        }
        String key = EventKey.of(event, token);
        List<CompletableFuture<Boolean>> told = wanting.stream().map(receiver -> receiver.tell(event, key)).toList();
        return told.stream().allMatch(CompletableFuture::join) ? Answer.OK : Answer.FAILED;
    }
}
