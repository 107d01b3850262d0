// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.hooks;

import dev.conversations.api.text.Json;
import dev.conversations.sandbox.call.Sids;
import dev.conversations.sandbox.world.Agenda;
import dev.conversations.webhook.EventType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Event Streams with webhook sinks: every event that has a type there, as CloudEvents in JSON, tried again when a sink
 * does not take them.
 *
 * @see <a href="https://www.twilio.com/docs/events/webhook-quickstart">Twilio, Event Streams webhooks</a>
 */
public final class EventSinks {

    private static final String SCHEMAS = "https://events-schemas.twilio.com/Conversations.";
    private static final Set<String> NOT_STREAMED =
            Set.of("EventType", "Source", "ClientIdentity", "RetryCount", "Attributes");
    private static final Map<String, String> RENAMED = Map.of("Body", "MessageBody");
    private static final int TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration GATHERING = Duration.ofMillis(100);
    private static final int MAX_BATCH = 100;

    private static final class Sink {
        final Target target;
        final boolean batched;
        final List<Map<String, Object>> gathered = new ArrayList<>();

        Sink(Target target, boolean batched) {
            this.target = target;
            this.batched = batched;
        }
    }

    private final List<Sink> sinks = new CopyOnWriteArrayList<>();
    private final Courier courier;
    private final Lanes lanes;
    private final Agenda agenda;
    private final Sids sids;
    private final Clock clock;

    public EventSinks(Courier courier, Lanes lanes, Agenda agenda, Sids sids, Clock clock) {
        this.courier = courier;
        this.lanes = lanes;
        this.agenda = agenda;
        this.sids = sids;
        this.clock = clock;
    }

    /** @param batched whether events that come together are sent together */
    public void add(Target target, boolean batched) {
        sinks.add(new Sink(target, batched));
    }

    /** Whether anybody listens. */
    boolean idle() {
        return sinks.isEmpty();
    }

    void publish(EventType type, Map<String, List<String>> parameters) {
        if (type.stream() != null && !idle()) {
            Map<String, Object> event = envelope(type, parameters);
            sinks.forEach(sink -> put(sink, event));
        }
    }

    private void put(Sink sink, Map<String, Object> event) {
        synchronized (sink) {
            sink.gathered.add(event);
            if (!sink.batched || sink.gathered.size() >= MAX_BATCH) {
                flush(sink);
            } else if (sink.gathered.size() == 1) {
                agenda.in(GATHERING, () -> flush(sink));
            }
        }
    }

    private void flush(Sink sink) {
        List<Map<String, Object>> events;
        synchronized (sink) {
            events = List.copyOf(sink.gathered);
            sink.gathered.clear();
        }
        if (!events.isEmpty()) {
            byte[] body = Json.write(events);
            String name = events.size() == 1 ? (String) events.get(0).get("type") : events.size() + " events";
            attempt(sink, body, name, 1);
        }
    }

    private void attempt(Sink sink, byte[] body, String name, int number) {
        lanes.run(sink.target.url(), () -> {
            int status = courier.json(sink.target, body, name).status();
            if ((status < 200 || status > 299) && number < TRIES) {
                agenda.in(FIRST_PAUSE.multipliedBy(1L << (number - 1)),
                        () -> attempt(sink, body, name, number + 1));
            }
        });
    }

    private Map<String, Object> envelope(EventType type, Map<String, List<String>> parameters) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("type", type.stream());
        event.put("source", "/v1/Accounts/" + parameters.get("AccountSid").get(0) + "/Conversations");
        event.put("id", sids.next("EZ"));
        event.put("time", EventParameters.date(clock.instant()));
        event.put("dataschema", SCHEMAS + type.event().substring("on".length()) + "/2");
        event.put("datacontenttype", "application/json");
        event.put("data", data(type, parameters));
        return event;
    }

    private static Map<String, Object> data(EventType type, Map<String, List<String>> parameters) {
        Map<String, Object> data = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            boolean state = type == EventType.ON_CONVERSATION_STATE_UPDATED;
            if (!NOT_STREAMED.contains(name) && (state || !name.equals("ChatServiceSid"))) {
                Object value = values.size() > 1 ? values : value(name, values.get(0));
                nest(data, RENAMED.getOrDefault(name, name).split("\\."), value);
            }
        });
        return data;
    }

    private static Object value(String name, String text) {
        return name.equals("Media") ? media(text) : name.endsWith("Index") ? Long.valueOf(text) : text;
    }

    /** Media as streamed: their SID has a longer name. */
    private static Object media(String json) {
        try {
            List<Map<String, Object>> media = new ArrayList<>();
            for (Map<?, ?> item : Json.read(json.getBytes(StandardCharsets.UTF_8), Map[].class)) {
                Map<String, Object> streamed = new LinkedHashMap<>();
                item.forEach((name, value) -> streamed.put(name.equals("Sid") ? "MediaSid" : name.toString(), value));
                media.add(streamed);
            }
            return media;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static void nest(Map<String, Object> data, String[] names, Object value) {
        Map<String, Object> object = data;
        for (int i = 0; i < names.length - 1; i++) {
            object = (Map<String, Object>) object.computeIfAbsent(
                    names[i], name -> new LinkedHashMap<String, Object>());
        }
        object.put(names[names.length - 1], value);
    }
}
