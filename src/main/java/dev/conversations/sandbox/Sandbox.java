package dev.conversations.sandbox;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.common.Slf4jNotifier;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.conversations.sandbox.call.Actor;
import dev.conversations.sandbox.call.Call;
import dev.conversations.sandbox.call.Level;
import dev.conversations.sandbox.call.Sids;
import dev.conversations.sandbox.channels.Channels;
import dev.conversations.sandbox.channels.Phones;
import dev.conversations.sandbox.channels.Receipts;
import dev.conversations.sandbox.front.Api;
import dev.conversations.sandbox.front.BoundedServer;
import dev.conversations.sandbox.front.Doorkeeper;
import dev.conversations.sandbox.front.Front;
import dev.conversations.sandbox.front.Replies;
import dev.conversations.sandbox.front.Throttle;
import dev.conversations.sandbox.hooks.Courier;
import dev.conversations.sandbox.hooks.Disturber;
import dev.conversations.sandbox.hooks.EventSinks;
import dev.conversations.sandbox.hooks.Events;
import dev.conversations.sandbox.hooks.Lanes;
import dev.conversations.sandbox.hooks.Target;
import dev.conversations.sandbox.hooks.Targets;
import dev.conversations.sandbox.hooks.WebhookLog;
import dev.conversations.sandbox.hooks.WebhookSender;
import dev.conversations.sandbox.media.Downloads;
import dev.conversations.sandbox.media.MediaService;
import dev.conversations.sandbox.media.MediaShelf;
import dev.conversations.sandbox.page.Page;
import dev.conversations.sandbox.page.Playground;
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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Twilio in a jar: the Conversations API with one account, its webhooks, and the phones of the people who write to it.
 * It listens on the local host only. {@link #page()} shows it all in a browser. {@code POST /sandbox/messages} (From,
 * To, Body, Media) plays a person, {@code GET /sandbox/phones/{address}} shows what a person received, {@code GET
 * /sandbox/webhooks} which webhooks were sent, {@code POST /sandbox/addresses} (Address) makes one open conversations.
 * {@code POST /sandbox/switches} (Throttle, RetryAfter, Copies, DropEvery, Reorder, DelayMillis, OpeningMillis,
 * Advance, Sink, Batch) does over HTTP what the methods here do.
 */
public final class Sandbox implements AutoCloseable {

    private final String accountSid;
    private final String authToken;
    private final String chatServiceSid;
    private final Guard guard = new Guard();
    private final Store store = new Store();
    private final WorldClock clock = new WorldClock();
    private final Phones phones = new Phones(clock);
    private final WebhookLog log = new WebhookLog();
    private final ScheduledThreadPoolExecutor scheduler = scheduler();
    private final MediaShelf media = new MediaShelf(store, clock);
    private final Lanes lanes = new Lanes();
    private final Disturber disturber = new Disturber(scheduler);
    private final Throttle throttle = new Throttle();
    private final EventSinks sinks;
    private final OpenedTogether openedTogether;
    private final Conversations conversations;
    private final Channels channels;
    private final WireMockServer server;

    private Sandbox(SandboxOptions options) {
        accountSid = options.accountSid() == null ? Sids.next("AC") : options.accountSid();
        authToken = options.authToken() == null ? Sids.hex() : options.authToken();
        Courier courier = new Courier(authToken, options.webhookLimit(), log, clock);
        WebhookSender sender = new WebhookSender(courier, lanes, disturber);
        sinks = new EventSinks(courier, lanes, scheduler, clock);

        Map<String, Rules> rules = new HashMap<>();
        Catalogue catalogue = new Catalogue(accountSid, store, rules);
        Events events = new Events(guard, store, new Targets(accountSid, store, catalogue), sender, sinks, clock);
        World world = new World(guard, store, catalogue, clock, events);
        Receipts receipts = new Receipts(guard, store, catalogue, events, phones, scheduler, clock);
        Participants participants = new Participants(world, store, catalogue);
        conversations = new Conversations(accountSid, catalogue, events, clock);
        openedTogether = new OpenedTogether(guard, world, store, catalogue, conversations, participants, scheduler);
        channels = new Channels(accountSid, guard, world, store, catalogue, participants, receipts, media);

        rules.put("addresses", new Addresses());
        rules.put("configuration-webhooks", new WebhookSettings());
        rules.put("conversation-with-participants", openedTogether);
        rules.put("conversations", conversations);
        rules.put("messages", new Messages(store, conversations, receipts, media));
        rules.put("participant-conversations", new ParticipantConversations());
        rules.put("participants", participants);
        rules.put("service-webhooks", new WebhookSettings());
        rules.put("services", new Services(world, catalogue));
        rules.put("user-conversations", new UserConversations(world, store));
        rules.put("users", new Users(store, catalogue, events));
        rules.put("webhooks", new ConversationWebhooks(store, events));

        chatServiceSid = open(world, catalogue);
        Map<String, String> passwords = new HashMap<>(options.apiKeys());
        passwords.put(accountSid, authToken);
        Doorkeeper doorkeeper = new Doorkeeper(passwords, options.oauthClients(), clock);
        Replies replies = new Replies(this::baseUri);
        MediaService mediaService = new MediaService(guard, store, media, accountSid, replies, clock);
        Api api = new Api(doorkeeper, accountSid, guard, catalogue, world, replies, mediaService, throttle);
        View view = new View(accountSid, guard, store, phones, log);
        Playground playground = new Playground(
                channels, phones, log, new Switches(this), view, new Downloads(guard, media));
        server = listen(options.port(), new Front(api, playground, new Page(), mediaService, doorkeeper));
        scheduler.scheduleWithFixedDelay(this::expireTimers, 1, 1, TimeUnit.SECONDS);
    }

    /** Starts one on a free port, with a random account. */
    public static Sandbox start() {
        return start(SandboxOptions.defaults());
    }

    /** @throws IllegalStateException when the port is in use */
    public static Sandbox start(SandboxOptions options) {
        return new Sandbox(options);
    }

    /** What the sandbox imitates, what not, and what could not be verified. */
    public static String about() {
        try (InputStream text = Sandbox.class.getResourceAsStream("sandbox.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Scheme, host and port. */
    public URI baseUri() {
        return URI.create("http://localhost:" + server.port());
    }

    /** Where a browser finds a phone, the conversations and the webhooks. */
    public URI page() {
        return baseUri().resolve("/");
    }

    public String accountSid() {
        return accountSid;
    }

    public String authToken() {
        return authToken;
    }

    /** The default conversation service. */
    public String chatServiceSid() {
        return chatServiceSid;
    }

    /** The phone of a person, by its address. */
    public Phone phone(String address) {
        return new Phone(address, channels, phones);
    }

    /** The webhooks sent last, oldest first. */
    public List<SentWebhook> webhooks() {
        return log.entries();
    }

    /** The time in the sandbox. */
    public Instant now() {
        return clock.instant();
    }

    /** Moves the time ahead; timers due by then act at once. */
    public void advance(Duration duration) {
        clock.advance(duration);
        expireTimers();
    }

    /**
     * Refuses the next calls of the API with 429 (20429), unprocessed.
     *
     * @param retryAfter what {@code Retry-After} says, in whole seconds; null for no such header
     */
    public void throttle(int calls, Duration retryAfter) {
        throttle.refuse(calls, retryAfter);
    }

    /** Lets webhooks that follow an action go wrong in that way from now on. */
    public void disturb(Disturbance disturbance) {
        disturber.set(disturbance);
    }

    /** How long a conversation opened with participants is initializing (202); zero, as at first, for none (201). */
    public void opening(Duration duration) {
        openedTogether.opening(duration);
    }

    /**
     * Sends every event to a webhook sink of Event Streams from now on.
     *
     * @param batched whether events that come together are sent together
     * @throws IllegalArgumentException when the destination is no http or https address
     */
    public void stream(URI destination, boolean batched) {
        if (!Target.accepts(destination.toString())) {
            throw new IllegalArgumentException("The sink takes an http or https address");
        }
        sinks.add(new Target(destination.toString(), "POST"), batched);
    }

    /** Ends at once; webhooks that wait are not sent any more. */
    @Override
    public void close() {
        scheduler.shutdownNow();
        lanes.close();
        server.stop();
    }

    private void expireTimers() {
        guard.locked(() -> store.all("conversations").forEach(conversations::expire));
    }

    private String open(World world, Catalogue catalogue) {
        Item service = world.create(Call.of("services", "create", new Level("", false),
                Map.of("friendlyName", "Default Conversations Service"), Actor.api(false)));
        Item configuration = catalogue.single("configuration", accountSid);
        configuration.set("default_chat_service_sid", service.sid());
        configuration.set("default_messaging_service_sid", Sids.next("MG"));
        return service.sid();
    }

    private WireMockServer listen(int port, Front front) {
        WireMockServer wiremock = new WireMockServer(WireMockConfiguration.options()
                .port(port).bindAddress("127.0.0.1").containerThreads(64)
                .httpServerFactory(BoundedServer::new).extensions(front)
                .adminAuthenticator(request -> false).disableRequestJournal().stubRequestLoggingDisabled(true)
                .gzipDisabled(true).notifier(new Slf4jNotifier(false)));
        wiremock.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.ok().withTransformers(front.getName())));
        try {
            wiremock.start();
        } catch (FatalStartupException e) {
            scheduler.shutdownNow();
            lanes.close();
            throw new IllegalStateException("The sandbox cannot listen on port " + port
                    + ": it is in use or not allowed; choose another, or 0 for any free one");
        }
        return wiremock;
    }

    private static ScheduledThreadPoolExecutor scheduler() {
        ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "sandbox-clock");
            thread.setDaemon(true);
            return thread;
        }, new ThreadPoolExecutor.DiscardPolicy());
        scheduler.setRemoveOnCancelPolicy(true);
        return scheduler;
    }
}
