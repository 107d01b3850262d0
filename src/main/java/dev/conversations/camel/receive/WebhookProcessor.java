package dev.conversations.camel.receive;

import dev.conversations.camel.listen.Answer;
import dev.conversations.camel.listen.HttpRequest;
import dev.conversations.camel.listen.Refusal;
import dev.conversations.camel.listen.WebhookHeaders;
import dev.conversations.camel.observe.Outcome;
import dev.conversations.camel.trust.Door;
import dev.conversations.camel.trust.RefusalLog;
import dev.conversations.webhook.Delivery;
import dev.conversations.webhook.EventStream;
import dev.conversations.webhook.Form;
import dev.conversations.webhook.SignedRequest;
import dev.conversations.webhook.WebhookEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Takes in the requests of a hub: nothing happens before the signature is verified, and routes see events only. */
final class WebhookProcessor implements Processor {
    private final WebhookHub hub;
    private final RefusalLog log;
    private final Dispatcher dispatcher;

    WebhookProcessor(WebhookHub hub) {
        this.hub = hub;
        this.log = hub.log();
        this.dispatcher = new Dispatcher(hub, log);
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
            return dispatcher.dispatch(deliveries(request, form), admitted);
        } catch (Refusal refusal) {
            hub.outcomes().count(refusal.outcome());
            if (refusal.outcome() == Outcome.MALFORMED) {
                log.malformed(refusal);
            }
            return new Answer(refusal.status(), "");
        }
    }

    private HttpRequest read(Message message) throws Refusal {
        Object body = message.getBody();
        if (body instanceof Refusal refusal) {
            throw refusal;
        }
        if (body instanceof Map) {
            throw Refusal.malformed(415, "the HTTP server has parsed the form, so it cannot be verified as it came");
        }
        return body instanceof HttpRequest request ? request : HttpRequest.of(message, hub.maxBodySize());
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
        SignedRequest signed = request.signed(form);
        Map<Door, Boolean> doors = new HashMap<>();
        List<ConversationsReceiver> admitted = new ArrayList<>();
        List<ConversationsReceiver> tolerated = new ArrayList<>();
        for (ConversationsReceiver receiver : hub.receivers()) {
            if (doors.computeIfAbsent(receiver.door(), door -> door.isRight(request, signed))) {
                admitted.add(receiver);
            } else if (receiver.door().reportOnly()) {
                tolerated.add(receiver);
            }
        }
        if (admitted.isEmpty()) {
            log.refused(request, form, doors.keySet(), !tolerated.isEmpty());
            if (tolerated.isEmpty()) {
                throw new Refusal(403, Outcome.REFUSED, "no valid signature");
            }
            hub.outcomes().count(Outcome.REPORTED);
        }
        admitted.addAll(tolerated);
        return admitted;
    }

    private static List<Delivery> deliveries(HttpRequest request, Map<String, List<String>> form) throws Refusal {
        if (form != null) {
            return List.of(new Delivery(new WebhookEvent(form), request.header().apply(WebhookHeaders.TOKEN)));
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
