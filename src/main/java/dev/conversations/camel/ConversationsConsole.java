package dev.conversations.camel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonObject;

/** Shows the paths at which webhooks arrive, the routes behind them, and what became of what arrived. */
@DevConsole(name = "twilio-conversations", displayName = "Twilio Conversations",
        description = ConversationsConsole.DESCRIPTION)
public final class ConversationsConsole extends AbstractDevConsole {
    static final String DESCRIPTION = "Webhooks: paths, routes, what became of events";

    public ConversationsConsole() {
        super("camel", "twilio-conversations", "Twilio Conversations", DESCRIPTION);
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        hubs().forEach(hub -> write(text, "", hub));
        return text.toString();
    }

    @Override
    protected JsonObject doCallJson(Map<String, Object> options) {
        JsonObject root = new JsonObject();
        root.put("paths", hubs());
        return root;
    }

    private List<Map<String, Object>> hubs() {
        return WebhookHubs.of(getCamelContext()).all().stream().map(ConversationsConsole::describe).toList();
    }

    private static Map<String, Object> describe(WebhookHub hub) {
        Map<String, Object> description = new JsonObject();
        description.put("path", hub.path());
        description.put("routes", hub.receivers().stream().map(ConversationsConsole::describe).toList());
        Map<String, Object> counts = new JsonObject();
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome.text(), hub.outcomes().of(outcome));
        }
        description.put("counts", counts);
        Map<String, Object> events = new JsonObject();
        hub.outcomes().all().forEach((kind, count) -> {
            if (!kind.event().equals(Outcomes.NO_EVENT)) {
                events.put(kind.event() + " " + kind.outcome().text(), count);
            }
        });
        description.put("events", events);
        if (hub.outcomes().last() != null) {
            description.put("lastEvent", hub.outcomes().last().toString());
        }
        if (hub.outcomes().lag() != null) {
            description.put("lagMillis", hub.outcomes().lag().toMillis());
        }
        if (hub.log().last() != null) {
            description.put("lastRefusal", hub.log().last());
        }
        return description;
    }

    private static Map<String, Object> describe(ConversationsReceiver receiver) {
        Map<String, Object> description = new JsonObject();
        description.put("route", receiver.getRouteId());
        description.put("events", new ArrayList<>(receiver.events().stream().map(event -> event.event()).toList()));
        description.put("signature", receiver.door().toString());
        description.put("inFlight", receiver.inFlight());
        description.put("suspended", receiver.isSuspendingOrSuspended());
        return description;
    }

    private static void write(StringBuilder text, String indent, Map<?, ?> description) {
        description.forEach((name, value) -> {
            text.append(indent).append(name).append(':');
            if (value instanceof Map<?, ?> map) {
                text.append('\n');
                write(text, indent + "    ", map);
            } else if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Map) {
                text.append('\n');
                list.forEach(item -> write(text, indent + "    ", (Map<?, ?>) item));
            } else {
                text.append(' ').append(value).append('\n');
            }
        });
    }
}
