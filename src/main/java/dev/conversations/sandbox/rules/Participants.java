// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.rules;

import dev.conversations.sandbox.call.Actor;
import dev.conversations.sandbox.call.Call;
import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.world.Catalogue;
import dev.conversations.sandbox.world.Item;
import dev.conversations.sandbox.world.Rules;
import dev.conversations.sandbox.world.Store;
import dev.conversations.sandbox.world.World;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Participants: chat users, people bound by a messaging address, and members of group texts. */
public final class Participants implements Rules {

    public static final String BINDING = "messaging_binding";
    public static final String ADDRESS = BINDING + ".address";
    public static final String PROXY = BINDING + ".proxy_address";
    public static final String PROJECTED = BINDING + ".projected_address";

    private static final int MAX_BOUND = 50;
    private static final int MAX_GROUP = 10;

    private final World world;
    private final Store store;
    private final Catalogue catalogue;

    public Participants(World world, Store store, Catalogue catalogue) {
        this.world = world;
        this.store = store;
        this.catalogue = catalogue;
    }

    @Override
    public void creating(Call call, Item draft) {
        Item conversation = store.get(draft.parent());
        Conversations.refuseClosed(conversation);
        checkBinding(draft);
        Collection<Item> present = store.list("participants", draft.parent());
        if (draft.text(ADDRESS) != null) {
            refuseCrowd(present, draft);
            refuseTaken(draft.text(ADDRESS), draft.text(PROXY), 50416);
            if (present.stream().anyMatch(other -> draft.text(ADDRESS).equals(other.text(ADDRESS)))) {
                throw Refusal.of(50437);
            }
        }
        if (draft.get("role_sid") == null) {
            draft.set("role_sid", catalogue.single("service-configuration", call.level().service())
                    .get("default_conversation_role_sid"));
        }
    }

    @Override
    public void created(Call call, Item item) {
        String identity = item.text("identity");
        if (identity != null && Users.of(store, call.level().service(), identity).isEmpty()) {
            Actor actor = call.actor().withoutAsking();
            world.create(Call.of("users", "create", call.level(), Map.of("identity", identity), actor));
        }
    }

    @Override
    public void updating(Call call, Item before, Item draft) {
        Conversations.refuseClosed(store.get(draft.parent()));
        if (call.has("identity") && !Objects.equals(before.get("identity"), draft.get("identity"))
                && (before.get("identity") != null || before.get(PROXY) != null)) {
            throw Refusal.of(50444);
        }
        boolean bound = before.get(PROXY) != null;
        change(call, "messagingBindingProxyAddress", PROXY, before, draft, 50440, bound ? 50441 : 0);
        change(call, "messagingBindingProjectedAddress", PROJECTED, before, draft, 50442, bound ? 50443 : 0);
        if (call.has("messagingBindingProxyAddress") && draft.text(PROXY) != null) {
            checkBinding(draft);
            refuseTaken(draft.text(ADDRESS), draft.text(PROXY), 50416);
        }
    }

    /** Refuses a binding that Twilio would not accept, and completes it with its type. */
    static void checkBinding(Item draft) {
        String identity = draft.text("identity");
        String address = draft.text(ADDRESS);
        String proxy = draft.text(PROXY);
        String projected = draft.text(PROJECTED);
        if (identity == null && address == null && projected == null) {
            throw Refusal.of(proxy == null ? 50434 : 50411);
        }
        if (identity != null && address != null) {
            throw Refusal.of(50211);
        }
        if ("".equals(address)) {
            throw Refusal.of(50411);
        }
        if ("".equals(proxy)) {
            throw Refusal.of(50412);
        }
        if (address != null && Channel.of(address) == null) {
            throw Refusal.of(50407);
        }
        if (proxy != null && Channel.of(proxy) == null) {
            throw Refusal.of(50408);
        }
        if (proxy != null && proxy.equals(address)) {
            throw Refusal.of(50409);
        }
        if (proxy != null && !Objects.equals(Channel.of(address), Channel.of(proxy))) {
            throw Refusal.of(50414);
        }
        if (draft.get(BINDING) != null) {
            draft.set(BINDING + ".type", Channel.of(address == null ? projected : address));
        }
    }

    /** Refuses a pair of addresses that a conversation not closed holds already. */
    void refuseTaken(String address, String proxy, int code) {
        Item holder = address == null || proxy == null ? null : conversation(address, proxy);
        if (holder != null) {
            throw Refusal.of(code, holder.sid());
        }
    }

    /** The conversation not closed in which a pair of addresses is bound; null when there is none. */
    public Item conversation(String address, String proxy) {
        return store.list("participants", null, ADDRESS, address).stream()
                .filter(participant -> address.equals(participant.text(ADDRESS)))
                .filter(participant -> proxy.equals(participant.text(PROXY)))
                .map(participant -> store.get(participant.parent()))
                .filter(conversation -> !"closed".equals(conversation.text("state")))
                .findFirst().orElse(null);
    }

    /** The conversation not closed that is the group text of just these addresses; null when there is none. */
    public Item group(Set<String> addresses) {
        return addresses.stream()
                .flatMap(address -> store.list("participants", null, ADDRESS, address).stream())
                .map(participant -> store.get(participant.parent())).distinct()
                .filter(conversation -> !"closed".equals(conversation.text("state")))
                .filter(conversation -> addresses.equals(members(store.list("participants", conversation.sid()))))
                .findFirst().orElse(null);
    }

    /** The addresses that make up a group text: of people bound to no address of the account, and its own. */
    static Set<String> members(Collection<Item> participants) {
        Set<String> members = new HashSet<>();
        for (Item participant : participants) {
            if (participant.text(PROXY) == null) {
                members.add(participant.text(ADDRESS));
                members.add(participant.text(PROJECTED));
            }
        }
        members.remove(null);
        return members;
    }

    private static void refuseCrowd(Collection<Item> present, Item draft) {
        List<Item> bound = present.stream().filter(other -> other.text(ADDRESS) != null).toList();
        if (bound.size() >= MAX_BOUND) {
            throw Refusal.of(50418);
        }
        long group = bound.stream().filter(other -> other.text(PROXY) == null).count();
        if (draft.text(PROXY) == null && group >= MAX_GROUP) {
            throw Refusal.of(50436);
        }
    }

    /**
     * Applies a change of one of the account's addresses, where the text null removes it.
     *
     * @param noneThere the error when there is none to remove
     * @param notNow the error when none can be added; 0 when one can
     */
    private static void change(
            Call call, String option, String field, Item before, Item draft, int noneThere, int notNow) {
        if (!call.has(option)) {
            return;
        }
        boolean removal = "null".equals(call.text(option));
        if (removal && before.get(field) == null) {
            throw Refusal.of(noneThere);
        }
        if (!removal && notNow != 0) {
            throw Refusal.of(notNow);
        }
        if (removal) {
            draft.set(field, null);
        }
    }
}
