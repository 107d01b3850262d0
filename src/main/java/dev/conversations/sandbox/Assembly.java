// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox;

import dev.conversations.sandbox.call.Actor;
import dev.conversations.sandbox.call.Call;
import dev.conversations.sandbox.call.CallLog;
import dev.conversations.sandbox.call.Level;
import dev.conversations.sandbox.call.Sids;
import dev.conversations.sandbox.channels.Channels;
import dev.conversations.sandbox.channels.OpenAddresses;
import dev.conversations.sandbox.channels.Phones;
import dev.conversations.sandbox.channels.Receipts;
import dev.conversations.sandbox.front.Api;
import dev.conversations.sandbox.front.Doorkeeper;
import dev.conversations.sandbox.front.Faults;
import dev.conversations.sandbox.front.Front;
import dev.conversations.sandbox.front.Replies;
import dev.conversations.sandbox.hooks.Courier;
import dev.conversations.sandbox.hooks.Disturber;
import dev.conversations.sandbox.hooks.EventSinks;
import dev.conversations.sandbox.hooks.Events;
import dev.conversations.sandbox.hooks.Firing;
import dev.conversations.sandbox.hooks.Lanes;
import dev.conversations.sandbox.hooks.Signer;
import dev.conversations.sandbox.hooks.Target;
import dev.conversations.sandbox.hooks.Targets;
import dev.conversations.sandbox.hooks.WebhookLog;
import dev.conversations.sandbox.hooks.WebhookSender;
import dev.conversations.sandbox.media.Downloads;
import dev.conversations.sandbox.media.MediaService;
import dev.conversations.sandbox.media.MediaShelf;
import dev.conversations.sandbox.page.Page;
import dev.conversations.sandbox.page.Playground;
import dev.conversations.sandbox.page.Switchboard;
import dev.conversations.sandbox.page.Switches;
import dev.conversations.sandbox.page.View;
import dev.conversations.sandbox.rules.Addresses;
import dev.conversations.sandbox.rules.ConversationWebhooks;
import dev.conversations.sandbox.rules.Conversations;
import dev.conversations.sandbox.rules.Messages;
import dev.conversations.sandbox.rules.OpenedTogether;
import dev.conversations.sandbox.rules.ParticipantConversations;
import dev.conversations.sandbox.rules.Participants;
import dev.conversations.sandbox.rules.Services;
import dev.conversations.sandbox.rules.UserConversations;
import dev.conversations.sandbox.rules.Users;
import dev.conversations.sandbox.rules.WebhookSettings;
import dev.conversations.sandbox.world.Catalogue;
import dev.conversations.sandbox.world.Guard;
import dev.conversations.sandbox.world.Item;
import dev.conversations.sandbox.world.Rules;
import dev.conversations.sandbox.world.Store;
import dev.conversations.sandbox.world.World;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.Signature.Algorithm;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The parts of a sandbox, put together, and the switches that move them. */
final class Assembly implements Switchboard {

    final String accountSid;
    final String authToken;
    final String chatServiceSid;
    final Phones phones = new Phones();
    final WebhookLog log = new WebhookLog();
    final CallLog calls;
    final World world;
    final Channels channels;
    final OpenAddresses addresses;
    final Front front;
    final Api api;
    final Faults faults = new Faults();
    final Firing firing;
    private final Means means;
    private final Runnable act;
    private final Lanes lanes;
    private final Disturber disturber;
    private final EventSinks sinks;
    private final Signer signer;
    private final OpenedTogether openedTogether;
    private final Guard guard = new Guard();
    private final Targets targets;

    /** @param base scheme, host and port of the URLs in replies */
    Assembly(SandboxOptions options, Means means, Supplier<URI> base) {
        this.means = means;
        act = means.agenda()::act;
        SettableClock clock = means.clock();
        Sids sids = new Sids(means.random());
        accountSid = options.accountSid() == null ? sids.next("AC") : options.accountSid();
        authToken = options.authToken() == null ? sids.hex() : options.authToken();

        calls = new CallLog(clock);
        Store store = new Store();
        Map<String, Rules> rules = new HashMap<>();
        Catalogue catalogue = new Catalogue(accountSid, store, rules);
        signer = new Signer(authToken);
        Courier courier = new Courier(
                means.http(), means.readers(), signer, options.webhookLimit(), log, clock);
        lanes = new Lanes(means.senders());
        disturber = new Disturber(means.agenda());
        sinks = new EventSinks(courier, lanes, means.agenda(), sids, clock);
        targets = new Targets(accountSid, store, catalogue);
        WebhookSender sender = new WebhookSender(courier, lanes, disturber, sids);
        Events events = new Events(guard, store, targets, sender, sinks, clock);
        firing = new Firing(accountSid, guard, store, targets, sender, sids, clock);
        world = new World(guard, store, catalogue, sids, clock, events);

        MediaShelf media = new MediaShelf(store, sids, clock);
        Receipts receipts = new Receipts(guard, store, catalogue, events, phones, means.agenda(), sids, clock);
        Participants participants = new Participants(world, store, catalogue);
        Conversations conversations =
                new Conversations(accountSid, guard, store, catalogue, events, means.agenda(), clock);
        openedTogether = new OpenedTogether(
                guard, world, store, catalogue, conversations, participants, means.agenda());
        channels = new Channels(
                accountSid, guard, world, store, catalogue, participants, receipts, media, phones, clock);
        addresses = new OpenAddresses(accountSid, guard, world, store, phones);

        rules.put("addresses", new Addresses());
        rules.put("configuration-webhooks", new WebhookSettings());
        rules.put("conversation-with-participants", openedTogether);
        rules.put("conversations", conversations);
        rules.put("messages", new Messages(store, conversations, receipts::deliver, media));
        rules.put("participant-conversations", new ParticipantConversations(store));
        rules.put("participants", participants);
        rules.put("service-webhooks", new WebhookSettings());
        rules.put("services", new Services(world, catalogue));
        rules.put("user-conversations", new UserConversations(world, store));
        rules.put("users", new Users(store, catalogue, events));
        rules.put("webhooks", new ConversationWebhooks(store, events));
        chatServiceSid = open(world, catalogue, sids);

        Map<String, String> passwords = new HashMap<>(options.apiKeys());
        passwords.put(accountSid, authToken);
        Doorkeeper doorkeeper = new Doorkeeper(passwords, options.oauthClients(), sids, clock);
        Replies replies = new Replies(base);
        MediaService files = new MediaService(guard, store, media, accountSid, replies::absolute, clock);
        api = new Api(doorkeeper, accountSid, guard, catalogue, world, replies, files, faults, calls);
        front = new Front(List.of(api, doorkeeper), List.of(new Page(), files, new Downloads(guard, media),
                new View(accountSid, guard, store, phones, log),
                new Playground(channels, addresses, phones, log, new Switches(this))), sids, clock);
        clock.listen(act);
    }

    private String open(World world, Catalogue catalogue, Sids sids) {
        Item service = world.create(Call.of("services", "create", new Level("", false),
                Map.of("friendlyName", "Default Conversations Service"), Actor.api(false)));
        Item configuration = catalogue.single("configuration", accountSid);
        configuration.set("default_chat_service_sid", service.sid());
        configuration.set("default_messaging_service_sid", sids.next("MG"));
        return service.sid();
    }

    @Override
    public Instant now() {
        return means.clock().instant();
    }

    @Override
    public void advance(Duration duration) {
        means.clock().advance(duration);
    }

    @Override
    public void throttle(int calls, Duration retryAfter) {
        faults.throttle(calls, retryAfter);
    }

    @Override
    public void disturb(int copies, int dropEvery, boolean reorder, Duration delay) {
        disturb(new Disturbance(copies, dropEvery, reorder, delay));
    }

    void disturb(Disturbance wanted) {
        disturber.set(wanted.copies(), wanted.dropEvery(), wanted.reorder(), wanted.delay());
    }

    @Override
    public void opening(Duration duration) {
        openedTogether.opening(duration);
    }

    @Override
    public void stream(URI destination, boolean batched) {
        if (!Target.accepts(destination.toString())) {
            throw new IllegalArgumentException("The sink takes an http or https address");
        }
        sinks.add(new Target(destination.toString(), "POST"), batched);
    }

    @Override
    public void sign(Map<String, String> keys, String algorithm) {
        Algorithm how = Algorithm.valueOf(algorithm);
        sign(keys.entrySet().stream().map(key -> new WebhookKey(key.getKey(), key.getValue(), how)).toList());
    }

    void sign(List<WebhookKey> keys) {
        signer.use(keys.stream().map(WebhookKey::key).toList());
    }

    /** Whether that address is told of that event. */
    boolean reach(String url, EventType type) {
        return guard.locked(() -> targets.reach(url, type));
    }

    /** Forgets what came and went, and lets nothing go wrong any more. */
    void forget() {
        calls.clear();
        log.clear();
        phones.clear();
        faults.end();
        disturb(Disturbance.NONE);
    }

    void close() {
        means.clock().forget(act);
        lanes.close();
        means.close();
    }
}
