// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.rules;

import dev.conversations.sandbox.call.Call;
import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.world.Item;
import dev.conversations.sandbox.world.Listing;
import dev.conversations.sandbox.world.Rules;
import dev.conversations.sandbox.world.Series;
import dev.conversations.sandbox.world.Store;
import java.util.List;

/** The conversations of a participant, found by identity or address: not kept, but read from the participants. */
public final class ParticipantConversations implements Rules {

    private static final List<String> OF_CONVERSATION =
            List.of("unique_name", "friendly_name", "attributes", "date_created", "date_updated", "state", "timers");

    private final Store store;

    public ParticipantConversations(Store store) {
        this.store = store;
    }

    @Override
    public Listing list(Call call, Series kept, String service) {
        if (call.has("identity") == call.has("address")) {
            throw call.has("identity") ? Refusal.of(50451)
                    : Refusal.of(20001, "Missing required parameter Identity or Address in the query");
        }
        String wanted = call.has("identity") ? call.text("identity") : call.text("address");
        String field = call.has("identity") ? "identity" : Participants.ADDRESS;
        return Listing.of(store.list("participants", null, field, wanted))
                .where(participant -> wanted.equals(participant.text(field)))
                .where(participant -> store.get(participant.parent()).parent().equals(service)).as(this::view);
    }

    private Item view(Item participant) {
        Item conversation = store.get(participant.parent());
        Item view = new Item("participant-conversations", conversation.parent());
        view.number(participant.number());
        view.set("account_sid", participant.get("account_sid"));
        view.set("chat_service_sid", conversation.get("chat_service_sid"));
        view.set("participant_sid", participant.sid());
        view.set("participant_identity", participant.get("identity"));
        view.set("participant_messaging_binding", participant.get(Participants.BINDING));
        Users.of(store, conversation.parent(), participant.text("identity"))
                .ifPresent(user -> view.set("participant_user_sid", user.sid()));
        view.set("conversation_sid", conversation.sid());
        view.set("conversation_created_by", conversation.settings().get("createdBy"));
        OF_CONVERSATION.forEach(name -> view.set("conversation_" + name, conversation.get(name)));
        return view;
    }
}
