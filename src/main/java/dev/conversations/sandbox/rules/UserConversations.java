// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.rules;

import dev.conversations.sandbox.call.Call;
import dev.conversations.sandbox.world.Item;
import dev.conversations.sandbox.world.Listing;
import dev.conversations.sandbox.world.Rules;
import dev.conversations.sandbox.world.Series;
import dev.conversations.sandbox.world.Store;
import dev.conversations.sandbox.world.World;
import java.util.List;
import java.util.Map;

/** What a user sees of its conversations: not kept, but read from and written to the participants that the user is. */
public final class UserConversations implements Rules {

    private static final List<String> OF_CONVERSATION = List.of("account_sid", "chat_service_sid", "friendly_name",
            "unique_name", "attributes", "timers", "date_created", "date_updated");

    private final World world;
    private final Store store;

    public UserConversations(World world, Store store) {
        this.world = world;
        this.store = store;
    }

    @Override
    public Listing list(Call call, Series kept, String user) {
        return Users.memberships(store, store.get(user)).as(participant -> view(user, participant));
    }

    @Override
    public Item find(String user, String conversation) {
        String identity = store.get(user).text("identity");
        return store.list("participants", conversation, "identity", identity).stream()
                .filter(participant -> identity.equals(participant.text("identity")))
                .map(participant -> view(user, participant)).findFirst().orElse(null);
    }

    @Override
    public void updated(Call call, Item before, Item item) {
        Item participant = store.get(item.text("participant_sid"));
        if (call.has("notificationLevel")) {
            participant.settings().put("notificationLevel", call.get("notificationLevel"));
        }
        if (call.has("lastReadMessageIndex")) {
            participant.set("last_read_message_index", call.get("lastReadMessageIndex"));
        }
        if (call.has("lastReadTimestamp")) {
            participant.set("last_read_timestamp", call.get("lastReadTimestamp"));
        }
        item.set("unread_messages_count", unread(participant));
    }

    @Override
    public void deleted(Call call, Item item) {
        Map<String, Object> participant =
                Map.of("conversationSid", item.text("conversation_sid"), "sid", item.text("participant_sid"));
        world.delete(Call.of("participants", "delete", call.level(), participant, call.actor()));
    }

    private Item view(String user, Item participant) {
        Item conversation = store.get(participant.parent());
        Item view = new Item("user-conversations", user);
        view.number(participant.number());
        OF_CONVERSATION.forEach(field -> view.set(field, conversation.get(field)));
        view.set("conversation_sid", conversation.sid());
        view.set("conversation_state", conversation.get("state"));
        view.set("created_by", conversation.settings().get("createdBy"));
        view.set("user_sid", user);
        view.set("participant_sid", participant.sid());
        view.set("last_read_message_index", participant.get("last_read_message_index"));
        view.set("unread_messages_count", unread(participant));
        view.set("notification_level", participant.settings().getOrDefault("notificationLevel", "default"));
        return view;
    }

    private Long unread(Item participant) {
        long read = participant.get("last_read_message_index") instanceof Long index ? index : -1;
        Series messages = store.list("messages", participant.parent());
        return (long) messages.size() - messages.seek(message -> (Long) message.get("index") > read);
    }
}
