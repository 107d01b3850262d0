// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.rules;

import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.api.text.Json;
import dev.conversations.sandbox.call.Arguments;
import dev.conversations.sandbox.call.Call;
import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.call.Shapes;
import dev.conversations.sandbox.world.Agenda;
import dev.conversations.sandbox.world.Catalogue;
import dev.conversations.sandbox.world.Guard;
import dev.conversations.sandbox.world.Item;
import dev.conversations.sandbox.world.Rules;
import dev.conversations.sandbox.world.Store;
import dev.conversations.sandbox.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Conversations opened together with their participants, each given as JSON. */
public final class OpenedTogether implements Rules {

    private final Guard guard;
    private final World world;
    private final Store store;
    private final Catalogue catalogue;
    private final Conversations conversations;
    private final Participants participants;
    private final Agenda agenda;
    private volatile Duration opening = Duration.ZERO;
    private final Operation join = Operations.find("participants", "create").orElseThrow();

    public OpenedTogether(Guard guard, World world, Store store, Catalogue catalogue, Conversations conversations,
            Participants participants, Agenda agenda) {
        this.guard = guard;
        this.store = store;
        this.agenda = agenda;
        this.world = world;
        this.catalogue = catalogue;
        this.conversations = conversations;
        this.participants = participants;
    }

    /** Refuses all that could go wrong later, so that a conversation is opened with all participants or not at all. */
    @Override
    public void creating(Call call, Item draft) {
        conversations.creating(call, draft);
        draft.settings().remove("participant");
        Set<String> taken = new HashSet<>();
        List<Item> joining = new ArrayList<>();
        for (Map<String, Object> arguments : joiners(call)) {
            Item participant = catalogue.blank(Shapes.of("participants"), "", call.level().service());
            arguments.forEach((option, value) -> participant.set(participant.shape().intake(option).field(), value));
            Participants.checkBinding(participant);
            String identity = participant.text("identity");
            String address = participant.text(Participants.ADDRESS);
            participants.refuseTaken(address, participant.text(Participants.PROXY), 50425);
            if (identity != null && !taken.add("identity " + identity)) {
                throw Refusal.of(50433);
            }
            if (address != null && !taken.add("address " + address)) {
                throw Refusal.of(50437);
            }
            joining.add(participant);
        }
        Set<String> group = Participants.members(joining);
        if (group.size() > 2 && participants.group(group) != null) {
            throw Refusal.of(50438, participants.group(group).sid());
        }
    }

    @Override
    public void created(Call call, Item conversation) {
        conversations.created(call, conversation);
        if (opening.isZero()) {
            join(call, conversation);
        } else {
            Object state = conversation.get("state");
            conversation.set("state", "initializing");
            agenda.in(opening, () -> guard.locked(() -> settle(call, conversation, state)));
        }
    }

    /** How long such a conversation is initializing; zero for not at all. */
    public void opening(Duration value) {
        opening = value;
    }

    /** Lets the participants join at last; if one cannot any more, the conversation is closed. */
    private void settle(Call call, Item conversation, Object state) {
        if (store.get(conversation.sid()) == null) {
            return;
        }
        conversation.set("state", state);
        try {
            join(call, conversation);
        } catch (Refusal e) {
            conversation.set("state", "closed");
        }
    }

    private void join(Call call, Item conversation) {
        for (Map<String, Object> arguments : joiners(call)) {
            Map<String, Object> all = new LinkedHashMap<>(arguments);
            all.put("conversationSid", conversation.sid());
            world.create(new Call(join, call.level(), all, call.actor().withoutAsking(), Map.of()));
        }
    }

    private List<Map<String, Object>> joiners(Call call) {
        List<Map<String, Object>> joiners = new ArrayList<>();
        for (Object text : call.get("participant") instanceof List<?> texts ? texts : List.of()) {
            Map<String, Object> arguments = new LinkedHashMap<>();
            flat("", json(text.toString())).forEach((name, value) -> join.options().values().stream()
                    .filter(option -> name.equals(Shapes.of("participants").intake(option.name()).field()))
                    .forEach(option -> arguments.put(option.name(), Arguments.value(option,
                            Shapes.of("participants").intake(option.name()), List.of(value.toString())))));
            joiners.add(arguments);
        }
        return joiners;
    }

    private static Map<String, Object> json(String text) {
        try {
            return Json.readObject(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw Refusal.of(20001, "Invalid parameter Participant: expected a JSON object");
        }
    }

    private static Map<String, Object> flat(String prefix, Map<?, ?> object) {
        Map<String, Object> flat = new LinkedHashMap<>();
        object.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner && !name.equals("attributes")) {
                flat.putAll(flat(prefix + name + ".", inner));
            } else if (value != null) {
                flat.put(prefix + name, value instanceof Map<?, ?> ? Json.text(value) : value);
            }
        });
        return flat;
    }
}
