// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.page;

import dev.conversations.sandbox.rules.Messages;
import dev.conversations.sandbox.rules.Participants;
import dev.conversations.sandbox.world.Item;
import dev.conversations.sandbox.world.Store;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The conversations as the page shows them. Not to be used without holding the guard. */
final class ConversationView {

    private static final int MAX_CONVERSATIONS = 50;
    private static final int MAX_PARTICIPANTS = 50;
    private static final int MAX_MESSAGES = 100;
    private static final int MAX_NAMES = 3;

    private final Store store;

    ConversationView(Store store) {
        this.store = store;
    }

    /**
     * Shows the conversations in which somebody spoke last, and one of them in full.
     *
     * @param chosen the SID of that one; the newest when there is none such
     */
    void show(String chosen, Map<String, Object> view) {
        List<Item> newest = store.recent().limit(MAX_CONVERSATIONS).toList();
        Item item = store.get(chosen);
        Item open = item != null && item.resource().equals("conversations") ? item
                : newest.isEmpty() ? null : newest.get(0);
        view.put("conversations", newest.stream().map(this::summary).toList());
        view.put("conversation", open == null ? null : whole(open));
    }

    private Map<String, Object> summary(Item conversation) {
        Collection<Item> participants = store.list("participants", conversation.sid());
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("sid", conversation.sid());
        shown.put("name", conversation.text("friendly_name"));
        shown.put("state", conversation.text("state"));
        shown.put("at", spoken(conversation).toString());
        shown.put("messages", store.list("messages", conversation.sid()).size());
        shown.put("people", participants.stream().limit(MAX_NAMES).map(ConversationView::name).toList());
        shown.put("others", Math.max(0, participants.size() - MAX_NAMES));
        return shown;
    }

    /** When the last message came; when it was opened, without one. */
    private static Instant spoken(Item conversation) {
        return conversation.settings().get(Messages.SPOKEN) instanceof Instant last ? last
                : Instant.parse(conversation.text("date_created"));
    }

    private Map<String, Object> whole(Item conversation) {
        Map<String, Object> shown = summary(conversation);
        shown.put("participants", store.list("participants", conversation.sid()).stream()
                .limit(MAX_PARTICIPANTS).map(ConversationView::participant).toList());
        shown.put("thread", View.newest(store.list("messages", conversation.sid()), MAX_MESSAGES).stream()
                .map(this::message).toList());
        return shown;
    }

    private static Map<String, Object> participant(Item participant) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("sid", participant.sid());
        shown.put("name", name(participant));
        shown.put("channel", participant.get(Participants.BINDING) == null ? "chat"
                : participant.text(Participants.BINDING + ".type"));
        shown.put("through", first(participant, Participants.PROXY, Participants.PROJECTED));
        return shown;
    }

    private Map<String, Object> message(Item message) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("sid", message.sid());
        shown.put("author", message.text("author"));
        shown.put("body", message.text("body"));
        shown.put("at", message.text("date_created"));
        shown.put("media", View.media(message));
        shown.put("receipts", store.list("receipts", message.sid()).stream()
                .filter(receipt -> receipt.get("status") != null).map(ConversationView::receipt).toList());
        return shown;
    }

    private static Map<String, Object> receipt(Item receipt) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("to", receipt.settings().get("address"));
        shown.put("status", receipt.text("status"));
        shown.put("error", receipt.get("error_code"));
        return shown;
    }

    /** What a participant is called: its identity, else its address. */
    private static String name(Item participant) {
        return first(participant, "identity", Participants.ADDRESS, Participants.PROJECTED);
    }

    private static String first(Item item, String... fields) {
        return Stream.of(fields).map(item::text).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
