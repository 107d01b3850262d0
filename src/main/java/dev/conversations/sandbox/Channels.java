package dev.conversations.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Takes in what people send: a message goes to the active conversation of the two addresses, else to a new one if the
 * account's address opens conversations.
 *
 * @see <a href="https://www.twilio.com/docs/conversations/inbound-autocreation">Twilio, inbound auto-creation</a>
 */
final class Channels {

    private static final int PRE_ACTION_REFUSED = 50056;
    private static final String NOT_CONFIGURED = "Nothing listens at the address in To: no active conversation binds"
            + " the two addresses, and it is not configured to open one. Configure it with addresses/create"
            + " (POST /v1/Configuration/Addresses with Type, Address and AutoCreation.Enabled=true).";

    private final String accountSid;
    private final Guard guard;
    private final World world;
    private final Store store;
    private final Catalogue catalogue;
    private final Participants participants;
    private final Receipts receipts;
    private final MediaShelf media;
    private final List<Lock> doors = Stream.generate(ReentrantLock::new).limit(64).map(Lock.class::cast).toList();

    Channels(String accountSid, Guard guard, World world, Store store, Catalogue catalogue, Participants participants,
            Receipts receipts, MediaShelf media) {
        this.media = media;
        this.accountSid = accountSid;
        this.guard = guard;
        this.world = world;
        this.store = store;
        this.catalogue = catalogue;
        this.participants = participants;
        this.receipts = receipts;
    }

    /**
     * Takes in a message; those of one pair of addresses one after the other.
     *
     * @throws Refusal when the addresses are none, or nothing listens at the second
     */
    Phone.Sent receive(String from, String to, String body, Phone.Attachment attachment) {
        String channel = Channel.of(from);
        if (channel == null || !channel.equals(Channel.of(to))) {
            throw Refusal.of(20001, "From and To must be addresses of the same channel,"
                    + " such as +15551230001 or whatsapp:+15551230001");
        }
        Lock door = doors.get(Math.floorMod(from.hashCode() * 31 + to.hashCode(), doors.size()));
        door.lock();
        try {
            return take(new Inbound(from, to, body == null ? "" : body, attachment, Actor.channel(channel)));
        } catch (Refusal e) {
            if (e.code() == PRE_ACTION_REFUSED) {
                return new Phone.Sent(null, null);
            }
            throw e;
        } finally {
            door.unlock();
        }
    }

    void read(String address) {
        if (!"sms".equals(Channel.of(address))) {
            guard.locked(() -> receipts.read(address));
        }
    }

    private record Inbound(String from, String to, String body, Phone.Attachment attachment, Actor actor) {}

    private Phone.Sent take(Inbound message) {
        Item conversation = guard.locked(() -> {
            Item holder = participants.holder(message.from(), message.to());
            return holder == null ? null : store.get(holder.parent()).copy();
        });
        return conversation == null ? open(message)
                : speak(message, conversation, keep(message, conversation.text("chat_service_sid")), message.actor());
    }

    private Phone.Sent open(Inbound message) {
        Item address = guard.locked(() -> store.list("addresses", accountSid).stream()
                .filter(item -> message.to().equals(item.text("address")))
                .filter(item -> Boolean.TRUE.equals(item.get("auto_creation.enabled")))
                .findFirst().map(Item::copy).orElseThrow(() -> new Refusal(404, 20404, NOT_CONFIGURED)));
        String service = address.text("auto_creation.conversation_service_sid");
        Level level = new Level(service == null ? defaultService() : service, service != null);
        MediaShelf.File file = keep(message, level.service());
        List<String> media = file == null ? List.of()
                : List.of(EventParameters.media(List.of(MediaService.summary(file))));
        Item conversation = world.create(Call.of("conversations", "create", level, Map.of(), message.actor())
                .withExtras(Map.of(
                        "MessageBody", List.of(message.body()),
                        "Media", media,
                        "MessagingBinding.Address", List.of(message.from()),
                        "MessagingBinding.ProxyAddress", List.of(message.to()),
                        "MessagingBinding.AuthorAddress", List.of(message.from()))));
        Actor actor = message.actor().withoutAsking();
        attach(address, level, conversation, actor);
        world.create(Call.of("participants", "create", level, Map.of(
                "conversationSid", conversation.sid(),
                "messagingBindingAddress", message.from(),
                "messagingBindingProxyAddress", message.to()), actor));
        return speak(message, conversation, file, actor);
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

    private Phone.Sent speak(Inbound message, Item conversation, MediaShelf.File file, Actor actor) {
        Map<String, Object> arguments = new HashMap<>();
        arguments.put("conversationSid", conversation.sid());
        arguments.put("author", message.from());
        arguments.put("body", message.body());
        if (file != null) {
            arguments.put("mediaSid", file.sid());
        }
        Level level = new Level(conversation.text("chat_service_sid"), true);
        Item spoken = world.create(Call.of("messages", "create", level, arguments, actor));
        return new Phone.Sent(conversation.sid(), spoken.sid());
    }

    /** Keeps what comes along with a message; null when nothing does. */
    private MediaShelf.File keep(Inbound message, String service) {
        Phone.Attachment attachment = message.attachment();
        return attachment == null ? null : guard.locked(() ->
                media.put(service, attachment.contentType(), attachment.name(), attachment.content()));
    }

    private String defaultService() {
        return guard.locked(() -> catalogue.single("configuration", accountSid).text("default_chat_service_sid"));
    }
}
