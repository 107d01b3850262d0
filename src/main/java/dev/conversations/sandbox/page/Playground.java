package dev.conversations.sandbox.page;

import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.channels.Channels;
import dev.conversations.sandbox.channels.Phones;
import dev.conversations.sandbox.front.Answer;
import dev.conversations.sandbox.front.Incoming;
import dev.conversations.sandbox.front.Routes;
import dev.conversations.sandbox.hooks.WebhookLog;
import dev.conversations.sandbox.media.Downloads;
import java.util.LinkedHashMap;
import java.util.Map;

/** What stands beside Twilio's API, for use by hand and without credentials: phones, webhooks sent, switches. */
public final class Playground {

    /** Where people's messages are taken in, with a file or without. */
    public static final String MESSAGES = "/sandbox/messages";

    private static final String PHONES = "/sandbox/phones/";

    private final Channels channels;
    private final Phones phones;
    private final WebhookLog webhooks;
    private final Switches switches;
    private final View view;
    private final Downloads downloads;

    public Playground(Channels channels, Phones phones, WebhookLog webhooks, Switches switches, View view,
            Downloads downloads) {
        this.channels = channels;
        this.phones = phones;
        this.webhooks = webhooks;
        this.switches = switches;
        this.view = view;
        this.downloads = downloads;
    }

    public Answer answer(Incoming request) {
        String path = request.path();
        switch (path) {
            case MESSAGES:
                require(request, "POST");
                return send(request.unfolded());
            case "/sandbox/addresses":
                require(request, "POST");
                channels.listen(required(request, "Address"));
                return new Answer(201, Map.of("listens", true));
            case "/sandbox/webhooks":
                require(request, "GET");
                return new Answer(200, Map.of("webhooks", webhooks.entries().stream().map(Shown::webhook).toList()));
            case "/sandbox/switches":
                require(request, "POST");
                return switches.set(request);
            case View.PLACE:
                require(request, "GET");
                return view.answer(request);
            default:
                return look(request, path);
        }
    }

    private Answer look(Incoming request, String path) {
        if (path.startsWith(Downloads.PLACE)) {
            require(request, "GET");
            return downloads.answer(request);
        }
        if (path.startsWith(PHONES)) {
            require(request, "GET");
            String address = Routes.decode(path.substring(PHONES.length()));
            return new Answer(200, Map.of("received", phones.received(address).stream().map(Shown::received).toList()));
        }
        throw new Refusal(404, 20404, "The sandbox has a page at /sandbox/, POST /sandbox/messages,"
                + " GET /sandbox/phones/{address}, GET /sandbox/webhooks, POST /sandbox/addresses"
                + " and POST /sandbox/switches");
    }

    private Answer send(Incoming request) {
        Phone phone = new Phone(required(request, "From"), channels, phones);
        required(request, "To");
        Phone.Attachment file = request.file("Media");
        Phone.Sent sent = phone.write(request.form().get("To"), request.parameter("Body"), file);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("accepted", sent.messageSid() != null);
        body.put("conversation_sid", sent.conversationSid());
        body.put("message_sid", sent.messageSid());
        return new Answer(201, body);
    }

    private static String required(Incoming request, String name) {
        if (request.parameter(name) == null) {
            throw Refusal.of(20001, "Missing required parameter " + name
                    + " in the post body; with curl, write --data-urlencode '" + name + "=+15551230001'");
        }
        return request.parameter(name);
    }

    private static void require(Incoming request, String verb) {
        if (!request.verb().equals(verb)) {
            throw Refusal.of(20004);
        }
    }
}
