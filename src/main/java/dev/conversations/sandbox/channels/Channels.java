// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.channels;

import dev.conversations.api.operation.Operations;
import dev.conversations.api.operation.Option;
import dev.conversations.sandbox.call.Actor;
import dev.conversations.sandbox.call.Arguments;
import dev.conversations.sandbox.call.Call;
import dev.conversations.sandbox.call.Level;
import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.call.Shapes;
import dev.conversations.sandbox.call.Upload;
import dev.conversations.sandbox.hooks.EventParameters;
import dev.conversations.sandbox.media.MediaShelf;
import dev.conversations.sandbox.rules.Channel;
import dev.conversations.sandbox.rules.Participants;
import dev.conversations.sandbox.world.Catalogue;
import dev.conversations.sandbox.world.Guard;
import dev.conversations.sandbox.world.Item;
import dev.conversations.sandbox.world.Store;
import dev.conversations.sandbox.world.World;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Takes in what people send: a message goes to the active conversation of its addresses, else to a new one if the
 * account's address opens conversations. With several recipients it is a group text.
 *
 * @see <a href="https://www.twilio.com/docs/conversations/inbound-autocreation">Twilio, inbound auto-creation</a>
 */
public final class Channels {

    private static final int PRE_ACTION_REFUSED = 50056;
    private static final int MAX_GROUP = 10;
    private static final String NOT_CONFIGURED = "Nothing listens at the address in To: no active conversation binds"
            + " these addresses, and it is not configured to open one. Configure it with addresses/create"
            + " (POST /v1/Configuration/Addresses with Type, Address and AutoCreation.Enabled=true).";

    private final String accountSid;
    private final Guard guard;
    private final World world;
    private final Store store;
    private final Catalogue catalogue;
    private final Participants participants;
    private final Receipts receipts;
    private final MediaShelf media;
    private final Phones phones;
    private final Clock clock;
    private final List<Lock> doors = Stream.generate(ReentrantLock::new).limit(64).map(Lock.class::cast).toList();

    public Channels(String accountSid, Guard guard, World world, Store store, Catalogue catalogue,
            Participants participants, Receipts receipts, MediaShelf media, Phones phones, Clock clock) {
        this.media = media;
        this.phones = phones;
        this.clock = clock;
        this.accountSid = accountSid;
        this.guard = guard;
        this.world = world;
        this.store = store;
        this.catalogue = catalogue;
        this.participants = participants;
        this.receipts = receipts;
    }

    /**
     * Takes in a message; those of the same addresses one after the other.
     *
     * @param to one address, or all others of a group
     * @throws Refusal when the addresses are none, the text is too long, or nothing listens at any of the addresses
     */
    public Line receive(String from, List<String> to, String body, Upload file) {
        String channel = Channel.of(from);
        if (channel == null || to.isEmpty() || !to.stream().allMatch(address -> channel.equals(Channel.of(address)))) {
            throw Refusal.of(20001, "From and To must be addresses of the same channel,"
                    + " such as +15551230001 or whatsapp:+15551230001");
        }
        if (to.size() > 1 && (!channel.equals("sms") || to.size() >= MAX_GROUP)) {
            throw Refusal.of(20001, "A group text has at most " + MAX_GROUP + " members, all with telephone numbers");
        }
        Inbound message = new Inbound(from, List.copyOf(to), text(body), file, Actor.channel(channel));
        Lock door = doors.get(Math.floorMod(message.addresses().hashCode(), doors.size()));
        door.lock();
        try {
            return kept(message, body, take(message));
        } catch (Refusal e) {
            if (e.code() == PRE_ACTION_REFUSED) {
                return kept(message, body, null);
            }
            throw e;
        } finally {
            door.unlock();
        }
    }

    public void read(String address) {
        if (!"sms".equals(Channel.of(address))) {
            guard.locked(() -> receipts.read(address));
        }
    }

    private record Inbound(String from, List<String> to, String body, Upload file, Actor actor) {

        boolean group() {
            return to.size() > 1;
        }

        Set<String> addresses() {
            Set<String> addresses = new LinkedHashSet<>(to);
            addresses.add(from);
            return addresses;
        }

        /** The people's addresses, the author's first. */
        List<String> people(String own) {
            return Stream.concat(Stream.of(from), to.stream().filter(address -> !address.equals(own))).toList();
        }
    }

    /** Keeps on the phone what became of a message; of one that was refused nothing did. */
    private Line kept(Inbound message, String body, Item spoken) {
        String conversation = spoken == null ? null : spoken.text("conversation_sid");
        String sid = spoken == null ? null : spoken.sid();
        Line line = new Line(clock.instant(), true, message.to(), body, conversation, sid, List.of());
        phones.keep(message.from(), line);
        return line;
    }

    private Item take(Inbound message) {
        Item active = guard.locked(() -> {
            Item conversation = message.group() ? participants.group(message.addresses())
                    : participants.conversation(message.from(), message.to().get(0));
            return conversation == null ? null : conversation.copy();
        });
        return active == null ? open(message)
                : speak(message, active, keep(message, active.text("chat_service_sid")), message.actor());
    }

    private Item open(Inbound message) {
        Item address = guard.locked(() -> store.list("addresses", accountSid).stream()
                .filter(item -> message.to().contains(item.text("address")))
                .filter(item -> Boolean.TRUE.equals(item.get("auto_creation.enabled")))
                .findFirst().map(Item::copy).orElseThrow(() -> new Refusal(404, 20404, NOT_CONFIGURED)));
        String service = address.text("auto_creation.conversation_service_sid");
        Level level = new Level(service == null ? defaultService() : service, service != null);
        MediaShelf.File file = keep(message, level.service());
        String own = address.text("address");
        Item conversation = world.create(Call.of("conversations", "create", level, Map.of(), message.actor())
                .withExtras(story(message, own, file)));
        Actor actor = message.actor().withoutAsking();
        attach(address, level, conversation, actor);
        for (String person : message.people(own)) {
            join(conversation, level, actor, message.group() ? Map.of("messagingBindingAddress", person)
                    : Map.of("messagingBindingAddress", person, "messagingBindingProxyAddress", own));
        }
        if (message.group()) {
            join(conversation, level, actor, Map.of("messagingBindingProjectedAddress", own));
        }
        return speak(message, conversation, file, actor);
    }

    /** What webhooks hear of the message that opens a conversation. */
    private Map<String, List<String>> story(Inbound message, String own, MediaShelf.File file) {
        Map<String, List<String>> story = new HashMap<>(phones.ids(message.from()));
        story.putAll(Map.of(
                "MessageBody", List.of(message.body()),
                "Media", file == null ? List.of() : List.of(EventParameters.media(List.of(file.summary()))),
                "MessagingBinding.Address", message.people(own),
                "MessagingBinding." + (message.group() ? "ProjectedAddress" : "ProxyAddress"), List.of(own),
                "MessagingBinding.AuthorAddress", List.of(message.from())));
        return story;
    }

    private void join(Item conversation, Level level, Actor actor, Map<String, Object> binding) {
        Map<String, Object> arguments = new HashMap<>(binding);
        arguments.put("conversationSid", conversation.sid());
        world.create(Call.of("participants", "create", level, arguments, actor));
    }

    /** Gives a new conversation the webhook that the configuration of the address asks for. */
    private void attach(Item address, Level level, Item conversation, Actor actor) {
        if (!"webhook".equals(address.text("auto_creation.type")) || address.get("auto_creation.webhook_url") == null) {
            return;
        }
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("conversationSid", conversation.sid());
        arguments.put("target", "webhook");
        arguments.put("configurationUrl", address.get("auto_creation.webhook_url"));
        arguments.put("configurationMethod", address.get("auto_creation.webhook_method"));
        arguments.put("configurationFilters", address.get("auto_creation.webhook_filters"));
        arguments.values().removeIf(Objects::isNull);
        world.create(Call.of("webhooks", "create", level, arguments, actor));
    }

    private Item speak(Inbound message, Item conversation, MediaShelf.File file, Actor actor) {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("conversationSid", conversation.sid());
        arguments.put("author", message.from());
        arguments.put("body", message.body());
        if (file != null) {
            arguments.put("mediaSid", file.sid());
        }
        Level level = new Level(conversation.text("chat_service_sid"), true);
        return world.create(Call.of("messages", "create", level, arguments, actor)
                .withExtras(phones.ids(message.from())));
    }

    /** Keeps what comes along with a message; null when nothing does. */
    private MediaShelf.File keep(Inbound message, String service) {
        return message.file() == null ? null : guard.locked(() -> media.put(service, message.file()));
    }

    private static String text(String body) {
        Option option = Operations.find("messages", "create").orElseThrow().options().get("body");
        Object text = Arguments.value(option, Shapes.of("messages").intake("body"), List.of(body == null ? "" : body));
        return text.toString();
    }

    private String defaultService() {
        return guard.locked(() -> catalogue.single("configuration", accountSid).text("default_chat_service_sid"));
    }
}
