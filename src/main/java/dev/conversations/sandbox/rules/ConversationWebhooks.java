// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.rules;

import dev.conversations.sandbox.call.Call;
import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.hooks.Events;
import dev.conversations.sandbox.hooks.Target;
import dev.conversations.sandbox.hooks.Targets;
import dev.conversations.sandbox.world.Item;
import dev.conversations.sandbox.world.Rules;
import dev.conversations.sandbox.world.Series;
import dev.conversations.sandbox.world.Store;
import dev.conversations.webhook.EventType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Webhooks of a single conversation: each target has its own configuration. */
public final class ConversationWebhooks implements Rules {

    private static final int MAX_TRIGGERS = 5;
    private static final int MAX_TRIGGER = 248;

    private final Store store;
    private final Events events;

    public ConversationWebhooks(Store store, Events events) {
        this.store = store;
        this.events = events;
    }

    /** Tells a new webhook of the messages after the index that it names. */
    @Override
    public void created(Call call, Item webhook) {
        if (webhook.get("configuration.replay_after") instanceof Long after) {
            Series messages = store.list("messages", webhook.parent());
            int first = messages.seek(message -> (Long) message.get("index") > after);
            messages.subList(first, messages.size()).stream()
                    .filter(message -> Targets.wants(webhook, EventType.ON_MESSAGE_ADDED, message))
                    .forEach(message -> events.replay(Targets.of(webhook), message));
        }
    }

    @Override
    public void creating(Call call, Item draft) {
        String target = draft.text("target");
        if (target.equals("studio")) {
            require(draft, "flow_sid", 50367);
            keep(draft, "flow_sid", "filters");
            return;
        }
        require(draft, "url", 50369);
        if (draft.get("configuration.method") == null) {
            draft.set("configuration.method", "post");
        }
        if (target.equals("trigger")) {
            require(draft, "triggers", 50371);
            keep(draft, "url", "method", "triggers", "replay_after");
        } else {
            require(draft, "filters", 50370);
            keep(draft, "url", "method", "filters", "replay_after");
        }
        check(draft);
    }

    @Override
    public void updating(Call call, Item before, Item draft) {
        check(draft);
    }

    private static void check(Item draft) {
        if (draft.get("configuration.url") != null && !Target.accepts(draft.text("configuration.url"))) {
            throw Refusal.of(50369);
        }
        if (draft.get("configuration.filters") instanceof List<?> filters && filters.stream()
                .anyMatch(filter -> EventType.of(filter.toString()).filter(EventType::scoped).isEmpty())) {
            throw Refusal.of(50365);
        }
        if (draft.get("configuration.triggers") instanceof List<?> triggers) {
            if (triggers.size() > MAX_TRIGGERS) {
                throw Refusal.of(50362);
            }
            if (triggers.stream().map(Object::toString)
                    .anyMatch(word -> word.isBlank() || word.length() > MAX_TRIGGER)) {
                throw Refusal.of(50366);
            }
        }
    }

    private static void require(Item draft, String name, int code) {
        Object value = draft.get("configuration." + name);
        if (value == null || value instanceof List<?> list && list.isEmpty() || value.equals("")) {
            throw Refusal.of(code);
        }
    }

    private static void keep(Item draft, String... names) {
        Map<String, Object> configuration = new LinkedHashMap<>();
        for (String name : names) {
            Object value = draft.get("configuration." + name);
            if (value != null) {
                configuration.put(name, value);
            }
        }
        draft.set("configuration", configuration);
    }
}
