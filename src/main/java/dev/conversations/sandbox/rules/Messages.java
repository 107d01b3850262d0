// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.rules;

import dev.conversations.sandbox.call.Call;
import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.media.MediaShelf;
import dev.conversations.sandbox.world.Item;
import dev.conversations.sandbox.world.Rules;
import dev.conversations.sandbox.world.Store;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Messages: their order, who speaks, and their way to the recipients. */
public final class Messages implements Rules {

    /** The setting of a conversation that holds when its last message was made. */
    public static final String SPOKEN = "spoken";

    private final Store store;
    private final Conversations conversations;
    private final Consumer<Item> admission;
    private final BiConsumer<Item, Item> delivery;
    private final MediaShelf media;

    /**
     * @param admission refuses what nobody in a conversation may be sent
     * @param delivery sends to the people in a conversation a message of it
     */
    public Messages(Store store, Conversations conversations, Consumer<Item> admission,
            BiConsumer<Item, Item> delivery, MediaShelf media) {
        this.media = media;
        this.store = store;
        this.conversations = conversations;
        this.admission = admission;
        this.delivery = delivery;
    }

    @Override
    public void creating(Call call, Item draft) {
        Item conversation = store.get(draft.parent());
        Conversations.refuseClosed(conversation);
        if ("API".equals(call.actor().source())) {
            admission.accept(conversation);
        }
        draft.set("index", next(conversation));
        String author = draft.text("author");
        store.list("participants", draft.parent()).stream()
                .filter(participant -> author.equals(participant.text("identity"))
                        || author.equals(participant.text(Participants.ADDRESS))
                        || author.equals(participant.text(Participants.PROJECTED)))
                .findFirst().ifPresent(participant -> draft.set("participant_sid", participant.sid()));
        if (draft.get("content_sid") != null) {
            draft.set("body", null);
        } else if (call.has("mediaSid")) {
            MediaShelf.File file = media.free(call.level().service(), call.text("mediaSid"));
            draft.set("media", List.of(file.summary()));
        }
    }

    @Override
    public void created(Call call, Item message) {
        Item conversation = store.get(message.parent());
        message.settings().put("source", call.actor().source());
        if (message.get("media") != null) {
            media.take(call.text("mediaSid"), conversation.sid(), message.sid());
        }
        conversation.settings().put(SPOKEN, message.get("date_created"));
        conversation.settings().put("nextIndex", (Long) message.get("index") + 1);
        store.touch(conversation);
        conversations.touch(conversation);
        delivery.accept(conversation, message);
    }

    @Override
    public void updating(Call call, Item before, Item draft) {
        Conversations.refuseClosed(store.get(draft.parent()));
        if (before.get("media") != null && !Objects.equals(before.get("body"), draft.get("body"))) {
            throw Refusal.of(50509);
        }
    }

    private static Long next(Item conversation) {
        return conversation.settings().get("nextIndex") instanceof Long index ? index : 0L;
    }
}
