// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.channels;

import dev.conversations.sandbox.call.Actor;
import dev.conversations.sandbox.call.Call;
import dev.conversations.sandbox.call.Level;
import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.rules.Channel;
import dev.conversations.sandbox.world.Guard;
import dev.conversations.sandbox.world.Store;
import dev.conversations.sandbox.world.World;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The addresses of the account that open conversations with whoever writes to them. */
public final class OpenAddresses {

    private static final String NOBODY = "No address of the account opens conversations on that channel:"
            + " let one do so with listen(address)";
    private static final String SEVERAL = "Several addresses of the account open conversations on that channel:"
            + " say which with send(to, body)";

    private final String accountSid;
    private final Guard guard;
    private final World world;
    private final Store store;
    private final Phones phones;

    public OpenAddresses(String accountSid, Guard guard, World world, Store store, Phones phones) {
        this.accountSid = accountSid;
        this.guard = guard;
        this.world = world;
        this.store = store;
        this.phones = phones;
    }

    public List<String> all() {
        return guard.locked(() -> store.list("addresses", accountSid).stream()
                .filter(item -> Boolean.TRUE.equals(item.get("auto_creation.enabled"))).map(item -> item.text("address")).toList());
    }

    /**
     * Makes an address one of them.
     *
     * @throws Refusal when it is none, or configured already
     */
    public void add(String address) {
        String channel = Channel.of(address);
        if (channel == null) {
            throw Refusal.of(20001, "Address must be an address of a channel,"
                    + " such as +15550000001 or whatsapp:+15550000001");
        }
        Map<String, Object> arguments = Map.of("type", channel, "address", address, "autoCreationEnabled", true);
        world.create(Call.of("addresses", "create", new Level("", false), arguments, Actor.api(false)));
    }

    /**
     * Whom a person writes to without saying so: whoever the last message came from or went to, else the only one of these
     * addresses on that channel.
     *
     * @throws Refusal when there is none, or several
     */
    public List<String> partners(String person) {
        List<Line> lines = phones.lines(person);
        if (!lines.isEmpty()) {
            return lines.get(lines.size() - 1).others();
        }
        List<String> open = all().stream().filter(own -> Objects.equals(Channel.of(own), Channel.of(person))).toList();
        if (open.size() != 1) {
            throw Refusal.of(20001, open.isEmpty() ? NOBODY : SEVERAL);
        }
        return open;
    }
}
