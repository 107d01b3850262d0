// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel;

import dev.conversations.camel.govern.Governor;
import dev.conversations.camel.observe.Calls;
import dev.conversations.camel.observe.Outcome;
import dev.conversations.camel.observe.Outcomes;
import dev.conversations.camel.observe.Traffic;
import dev.conversations.camel.observe.WatchedPath;
import java.util.List;
import java.util.Map;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonObject;

/** Shows what became of webhooks, by path and route, and of requests, by operation; the last that failed, and who is governed. */
@DevConsole(name = "twilio-conversations", displayName = "Twilio Conversations",
        description = ConversationsConsole.DESCRIPTION)
public final class ConversationsConsole extends AbstractDevConsole {
    static final String DESCRIPTION = "Webhooks and requests: paths, routes, what became of them";

    public ConversationsConsole() {
        super("camel", "twilio-conversations", "Twilio Conversations", DESCRIPTION);
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        paths().forEach(path -> write(text, "", path));
        write(text, "", calls());
        return text.toString();
    }

    @Override
    protected JsonObject doCallJson(Map<String, Object> options) {
        JsonObject root = new JsonObject();
        root.put("paths", paths());
        root.putAll(calls());
        return root;
    }

    private Map<String, Object> calls() {
        Map<String, Object> description = new JsonObject();
        Traffic traffic = getCamelContext().getCamelContextExtension().getContextPlugin(Traffic.class);
        if (traffic != null) {
            Map<String, Object> requests = new JsonObject();
            traffic.calls().all().forEach((kind, tally) -> requests.put(kind.operation() + " " + kind.outcome(), tally.count()));
            description.put("requests", requests);
            description.put("failures", traffic.calls().failures().stream().map(ConversationsConsole::describe).toList());
            Map<String, Object> governed = new JsonObject();
            traffic.governors().forEach((account, governor) -> governed.put(account, describe(governor)));
            description.put("governed", governed);
        }
        return description;
    }

    private static Map<String, Object> describe(Calls.Failure failure) {
        Map<String, Object> description = new JsonObject();
        description.put("at", failure.at().toString());
        description.put("operation", failure.operation());
        description.put("outcome", failure.outcome());
        description.put("code", failure.code());
        return description;
    }

    private static Map<String, Object> describe(Governor governor) {
        Map<String, Object> description = new JsonObject();
        description.put("waiting", governor.waiting());
        description.put("underWay", governor.underWay());
        description.put("limit", governor.mayBeUnderWay());
        if (!Double.isNaN(governor.slowestPace())) {
            description.put("pace", governor.slowestPace());
        }
        return description;
    }

    private List<Map<String, Object>> paths() {
        WatchedPath.All all = getCamelContext().getCamelContextExtension().getContextPlugin(WatchedPath.All.class);
        return all == null ? List.of() : all.paths().stream().map(ConversationsConsole::describe).toList();
    }

    private static Map<String, Object> describe(WatchedPath watched) {
        Map<String, Object> description = new JsonObject();
        description.put("path", watched.path());
        description.put("routes", watched.routes().stream().map(ConversationsConsole::describe).toList());
        Map<String, Object> counts = new JsonObject();
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome.text(), watched.outcomes().of(outcome));
        }
        description.put("counts", counts);
        Map<String, Object> events = new JsonObject();
        watched.outcomes().all().forEach((kind, count) -> {
            if (!kind.event().equals(Outcomes.NO_EVENT)) {
                events.put(kind.event() + " " + kind.outcome().text(), count);
            }
        });
        description.put("events", events);
        if (watched.outcomes().last() != null) {
            description.put("lastEvent", watched.outcomes().last().toString());
        }
        if (watched.outcomes().lag() != null) {
            description.put("lagMillis", watched.outcomes().lag().toMillis());
        }
        if (watched.lastRefusal() != null) {
            description.put("lastRefusal", watched.lastRefusal());
        }
        return description;
    }

    private static Map<String, Object> describe(WatchedPath.WatchedRoute route) {
        Map<String, Object> description = new JsonObject();
        description.put("route", route.id());
        description.put("events", route.events());
        description.put("signature", route.signature());
        description.put("registration", route.registration());
        description.put("inFlight", route.inFlight());
        description.put("suspended", route.suspended());
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
