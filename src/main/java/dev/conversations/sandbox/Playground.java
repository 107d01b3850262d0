package dev.conversations.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands beside Twilio's API, for use by hand and without credentials: phones, webhooks sent, switches. */
final class Playground {

    private static final String PHONES = "/sandbox/phones/";

    private final Channels channels;
    private final Phones phones;
    private final WebhookLog webhooks;
    private final Switches switches;

    Playground(Channels channels, Phones phones, WebhookLog webhooks, Switches switches) {
        this.channels = channels;
        this.phones = phones;
        this.webhooks = webhooks;
        this.switches = switches;
    }

    Answer answer(Incoming request) {
        String path = request.path();
        if (path.equals("/sandbox/messages")) {
            require(request, "POST");
            return send(request);
        }
        if (path.equals("/sandbox/webhooks")) {
            require(request, "GET");
            return new Answer(200, Map.of("webhooks", webhooks.entries().stream().map(Playground::show).toList()));
        }
        if (path.equals("/sandbox/switches")) {
            require(request, "POST");
            return switches.set(request);
        }
        if (path.startsWith(PHONES)) {
            require(request, "GET");
            String address = Routes.decode(path.substring(PHONES.length()));
            List<?> received = phones.received(address).stream().map(Playground::show).toList();
            return new Answer(200, Map.of("received", received));
        }
        throw new Refusal(404, 20404, "The sandbox has POST /sandbox/messages, GET /sandbox/phones/{address},"
                + " GET /sandbox/webhooks and POST /sandbox/switches");
    }

    private Answer send(Incoming request) {
        for (String name : List.of("From", "To")) {
            if (request.parameter(name) == null) {
                throw Refusal.of(20001, "Missing required parameter " + name
                        + " in the post body; with curl, write --data-urlencode '" + name + "=+15551230001'");
            }
        }
        Phone.Sent sent = channels.receive(
                request.parameter("From"), request.form().get("To"), request.parameter("Body"), null);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("accepted", sent.messageSid() != null);
        body.put("conversation_sid", sent.conversationSid());
        body.put("message_sid", sent.messageSid());
        return new Answer(201, body);
    }

    private static void require(Incoming request, String verb) {
        if (!request.verb().equals(verb)) {
            throw Refusal.of(20004);
        }
    }

    private static Map<String, Object> show(Phone.Received message) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("from", message.from());
        shown.put("body", message.body());
        shown.put("conversation_sid", message.conversationSid());
        shown.put("message_sid", message.messageSid());
        shown.put("media", message.media());
        return shown;
    }

    private static Map<String, Object> show(SentWebhook webhook) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("at", webhook.at().toString());
        shown.put("event", webhook.event());
        shown.put("target", webhook.target());
        shown.put("conversation_sid", webhook.conversationSid());
        shown.put("status", webhook.status());
        shown.put("outcome", webhook.outcome());
        return shown;
    }
}
