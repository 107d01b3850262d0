// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.page;

import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.channels.Channels;
import dev.conversations.sandbox.channels.Line;
import dev.conversations.sandbox.channels.OpenAddresses;
import dev.conversations.sandbox.channels.Phones;
import dev.conversations.sandbox.front.Answer;
import dev.conversations.sandbox.front.Door;
import dev.conversations.sandbox.front.Incoming;
import dev.conversations.sandbox.front.Routes;
import dev.conversations.sandbox.hooks.WebhookLog;
import java.util.LinkedHashMap;
import java.util.Map;

/** What stands beside Twilio's API, for use by hand and without credentials: phones, webhooks sent, switches. */
public final class Playground implements Door {

    private static final String MESSAGES = "/sandbox/messages";
    private static final String PHONES = "/sandbox/phones/";

    private final Channels channels;
    private final OpenAddresses addresses;
    private final Phones phones;
    private final WebhookLog webhooks;
    private final Switches switches;

    public Playground(
            Channels channels, OpenAddresses addresses, Phones phones, WebhookLog webhooks, Switches switches) {
        this.channels = channels;
        this.addresses = addresses;
        this.phones = phones;
        this.webhooks = webhooks;
        this.switches = switches;
    }

    @Override
    public boolean takes(String path) {
        return path.startsWith(Page.PLACE);
    }

    @Override
    public boolean takesFiles(String path) {
        return path.equals(MESSAGES);
    }

    @Override
    public Answer answer(Incoming request) {
        String path = request.path();
        switch (path) {
            case MESSAGES:
                request.require("POST");
                return send(request.unfolded());
            case "/sandbox/addresses":
                request.require("POST");
                addresses.add(required(request, "Address"));
                return new Answer(201, Map.of("listens", true));
            case "/sandbox/webhooks":
                request.require("GET");
                return new Answer(200, Map.of("webhooks", webhooks.entries().stream().map(Shown::webhook).toList()));
            case "/sandbox/switches":
                request.require("POST");
                return switches.set(request);
            default:
                return look(request, path);
        }
    }

    private Answer look(Incoming request, String path) {
        if (path.startsWith(PHONES)) {
            request.require("GET");
            String address = Routes.decode(path.substring(PHONES.length()));
            return new Answer(200, Map.of("received", phones.received(address).stream().map(Shown::received).toList()));
        }
        throw new Refusal(404, 20404, "The sandbox has a page at /sandbox/, POST /sandbox/messages,"
                + " GET /sandbox/phones/{address}, GET /sandbox/webhooks, POST /sandbox/addresses"
                + " and POST /sandbox/switches");
    }

    private Answer send(Incoming request) {
        String from = required(request, "From");
        required(request, "To");
        if (request.parameter("ExternalUserId") != null || request.parameter("ParentExternalUserId") != null) {
            phones.identify(from, request.parameter("ExternalUserId"), request.parameter("ParentExternalUserId"));
        }
        Line sent = channels.receive(
                from, request.form().get("To"), request.parameter("Body"), request.file("Media"));
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
}
