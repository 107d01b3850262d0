// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.hooks;

import dev.conversations.api.operation.Option;
import dev.conversations.sandbox.call.Actor;
import dev.conversations.sandbox.call.Arguments;
import dev.conversations.sandbox.call.Call;
import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.call.Shape;
import dev.conversations.sandbox.call.Shapes;
import dev.conversations.sandbox.world.Guard;
import dev.conversations.sandbox.world.Item;
import dev.conversations.sandbox.world.Store;
import dev.conversations.sandbox.world.Witness;
import dev.conversations.webhook.EventType;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells webhooks of what happens to items, and asks them before it does. */
public final class Events implements Witness {

    private static final Map<String, String> BEFORE = Map.of("create", "Add", "update", "Update", "delete", "Remove");
    private static final Map<String, String> AFTER =
            Map.of("create", "Added", "update", "Updated", "delete", "Removed");

    private final Guard guard;
    private final Store store;
    private final Targets targets;
    private final WebhookSender sender;
    private final EventSinks sinks;
    private final Clock clock;

    public Events(Guard guard, Store store, Targets targets, WebhookSender sender, EventSinks sinks, Clock clock) {
        this.guard = guard;
        this.store = store;
        this.targets = targets;
        this.sender = sender;
        this.sinks = sinks;
        this.clock = clock;
    }

    /** @throws Refusal when the webhook refuses the action, or answers with a bad value */
    @Override
    public Call pass(Call call, Supplier<Item> item) {
        Optional<EventType> type = call.actor().asks() ? type(call, BEFORE) : Optional.empty();
        Optional<Target> target = type.flatMap(t -> guard.locked(() -> targets.before(t, call.level().service())));
        if (target.isEmpty()) {
            return call;
        }
        Item draft = item.get();
        Map<String, List<String>> parameters = guard.locked(() ->
                EventParameters.of(type.get(), call.actor(), draft, conversation(draft), call.extras()));
        Map<String, Object> answer = sender.ask(target.get(), parameters).orElseThrow(() -> Refusal.of(50056));
        return call.with(changes(call, type.get(), answer));
    }

    @Override
    public void happened(Call call, Item item) {
        type(call, AFTER).ifPresent(type -> {
            Map<String, List<String>> extras = new HashMap<>(call.extras());
            extras.put("DateRemoved", List.of(EventParameters.date(clock.instant())));
            tell(type, call.actor(), item, extras);
        });
    }

    /** Tells of an event about an item: Event Streams in any case, webhooks unless the actor is silent. */
    public void tell(EventType type, Actor actor, Item item, Map<String, List<String>> extras) {
        if (!actor.tells() && sinks.idle()) {
            return;
        }
        Item conversation = conversation(item);
        String service = conversation == null ? item.text("chat_service_sid") : conversation.text("chat_service_sid");
        String sid = conversation == null ? null : conversation.sid();
        Map<String, List<String>> parameters = EventParameters.of(type, actor, item, conversation, extras);
        sinks.publish(type, parameters);
        if (actor.tells()) {
            targets.after(type, service, sid, item).forEach(target -> sender.tell(target, parameters));
        }
    }

    /** Tells a webhook of a message published before. */
    public void replay(Target target, Item message) {
        Actor actor = new Actor((String) message.settings().get("source"), false, true);
        sender.tell(target, EventParameters.of(
                EventType.ON_MESSAGE_ADDED, actor, message, conversation(message), Map.of()));
    }

    private Item conversation(Item item) {
        return item.resource().equals("conversations") ? item : store.get(item.text("conversation_sid"));
    }

    private static Optional<EventType> type(Call call, Map<String, String> endings) {
        String noun = Shapes.of(call.shape().keeps()).noun();
        return EventType.of("on" + noun + endings.get(call.operation().method()));
    }

    private static Map<String, Object> changes(Call call, EventType type, Map<String, Object> answer) {
        Map<String, Object> changes = new LinkedHashMap<>();
        for (Option option : call.operation().options().values()) {
            Shape.Intake intake = call.shape().intake(option.name());
            String field = intake.field();
            if (field != null && type.changes().contains(field) && answer.get(field) != null) {
                String text = answer.get(field).toString();
                changes.put(option.name(), Arguments.value(option, intake, List.of(text)));
            }
        }
        return changes;
    }
}
