package dev.conversations.sandbox;

import dev.conversations.sandbox.front.Server;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Twilio in a jar: the Conversations API with one account, its webhooks, and the phones of the people who write to it.
 * It listens on the local host only. {@link #page()} shows it all in a browser. {@code POST /sandbox/messages} (From,
 * To, Body, Media, ExternalUserId, ParentExternalUserId) plays a person, {@code GET /sandbox/phones/{address}} shows what a person received, {@code GET
 * /sandbox/webhooks} which webhooks were sent, {@code POST /sandbox/addresses} (Address) makes one open conversations.
 * {@code POST /sandbox/switches} (Throttle, RetryAfter, Copies, DropEvery, Reorder, DelayMillis, OpeningMillis,
 * Advance, Sink, Batch, Keys, Algorithm) does over HTTP what the methods here do.
 */
public final class Sandbox implements AutoCloseable {

    final Assembly parts;
    private final Server server;

    private Sandbox(SandboxOptions options, Means means) {
        parts = new Assembly(options, means, this::baseUri);
        try {
            server = Server.listen(options.port(), parts.front);
        } catch (IllegalStateException e) {
            parts.close();
            throw e;
        }
    }

    /** Starts one on a free port, with a random account. */
    public static Sandbox start() {
        return start(SandboxOptions.defaults());
    }

    /** @throws IllegalStateException when the port is in use */
    public static Sandbox start(SandboxOptions options) {
        return start(options, Means.of(options.clock() == null ? SettableClock.ticking() : options.clock()));
    }

    static Sandbox start(SandboxOptions options, Means means) {
        return new Sandbox(options, means);
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
        return server.uri();
    }

    /** Where a browser finds a phone, the conversations and the webhooks. */
    public URI page() {
        return baseUri().resolve("/");
    }

    public String accountSid() {
        return parts.accountSid;
    }

    public String authToken() {
        return parts.authToken;
    }

    /** The default conversation service. */
    public String chatServiceSid() {
        return parts.chatServiceSid;
    }

    /** The phone of a person, by its address. */
    public Phone phone(String address) {
        return new Phone(address, parts.channels, parts.phones);
    }

    /** The webhooks sent last, oldest first. */
    public List<SentWebhook> webhooks() {
        return parts.log.entries().stream().map(SentWebhook::of).toList();
    }

    /** The time in the sandbox. */
    public Instant now() {
        return parts.now();
    }

    /** Moves the time ahead; what is due by then, such as timers and receipts, happens before this returns. */
    public void advance(Duration duration) {
        parts.advance(duration);
    }

    /**
     * Refuses the next calls of the API with 429 (20429), unprocessed.
     *
     * @param retryAfter what {@code Retry-After} says, in whole seconds; null for no such header
     */
    public void throttle(int calls, Duration retryAfter) {
        parts.throttle(calls, retryAfter);
    }

    /** Lets webhooks that follow an action go wrong in that way from now on. */
    public void disturb(Disturbance disturbance) {
        parts.disturb(disturbance);
    }

    /** How long a conversation opened with participants is initializing (202); zero, as at first, for none (201). */
    public void opening(Duration duration) {
        parts.opening(duration);
    }

    /**
     * Sends every event to a webhook sink of Event Streams from now on.
     *
     * @param batched whether events that come together are sent together
     * @throws IllegalArgumentException when the destination is no http or https address
     */
    public void stream(URI destination, boolean batched) {
        parts.stream(destination, batched);
    }

    /** How many requests of the API came so far, refused ones included. */
    public long requests() {
        return parts.api.requests();
    }

    /**
     * Signs what it sends with these keys from now on, each in turn, as Twilio does while one replaces the other; with the auth
     * token if there is none. Whether Twilio signs webhooks of Conversations so is not verified.
     */
    public void signWith(WebhookKey... keys) {
        parts.sign(List.of(keys));
    }

    /** Shows one more area on the page. */
    public void show(Panel panel) {
        parts.show(panel);
    }

    /** Ends at once; webhooks that wait are not sent any more. */
    @Override
    public void close() {
        parts.close();
        server.close();
    }
}
