// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.rules;

import dev.conversations.sandbox.call.Call;
import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.call.Sids;
import dev.conversations.sandbox.hooks.Events;
import dev.conversations.sandbox.world.Catalogue;
import dev.conversations.sandbox.world.Item;
import dev.conversations.sandbox.world.Listing;
import dev.conversations.sandbox.world.Rules;
import dev.conversations.sandbox.world.Store;
import java.util.Map;
import java.util.Optional;

/** Users of a service: one is made when an identity first joins a conversation, and leaves all of them when deleted. */
public final class Users implements Rules {

    private final Store store;
    private final Catalogue catalogue;
    private final Events events;

    public Users(Store store, Catalogue catalogue, Events events) {
        this.store = store;
        this.catalogue = catalogue;
        this.events = events;
    }

    @Override
    public void creating(Call call, Item draft) {
        if (Sids.is("US", draft.text("identity"))) {
            throw Refusal.of(50206);
        }
        if (draft.get("role_sid") == null) {
            Item configuration = catalogue.single("service-configuration", draft.parent());
            draft.set("role_sid", configuration.get("default_chat_service_role_sid"));
        }
    }

    @Override
    public void deleted(Call call, Item user) {
        memberships(store, user).found().forEach(participant -> {
            events.happened(Call.of("participants", "delete", call.level(), Map.of(), call.actor()), participant);
            store.remove(participant);
        });
    }

    /** The user of a service with that identity; none for null. */
    static Optional<Item> of(Store store, String service, String identity) {
        return identity == null ? Optional.empty() : store.list("users", service, "identity", identity).stream()
                .filter(user -> identity.equals(user.text("identity"))).findFirst();
    }

    /** The participants that a user is, one in each of its conversations. */
    static Listing memberships(Store store, Item user) {
        String identity = user.text("identity");
        return Listing.of(store.list("participants", null, "identity", identity))
                .where(participant -> identity.equals(participant.text("identity")))
                .where(participant -> store.get(participant.parent()).parent().equals(user.parent()));
    }
}
