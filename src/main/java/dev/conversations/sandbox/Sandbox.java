// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox;

import dev.conversations.api.Timing;
import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.front.Server;
import dev.conversations.sandbox.kit.Connection;
import dev.conversations.sandbox.kit.Library;
import dev.conversations.sandbox.kit.MainConnection;
import dev.conversations.sandbox.kit.Registration;
import dev.conversations.sandbox.kit.Waiting;
import dev.conversations.webhook.EventType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.main.MainConfigurationProperties;

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
    private final Waiting waiting;

    private Sandbox(SandboxOptions options, Means means) {
        parts = new Assembly(options, means, this::baseUri);
        waiting = new Waiting(Timing.SYSTEM, options.patience(), this::story);
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

    /** @throws IllegalStateException when the port is in use, or WireMock is not there */
    public static Sandbox start(SandboxOptions options) {
        Library.WIREMOCK.require();
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
        return new Phone(address, parts, waiting);
    }

    /**
     * Has a Camel context call this sandbox, and be told of the events of its routes: options of component
     * {@code twilio-conversations}, and an HTTP server at a free port unless the context has one. Comes before its routes. Without
     * {@code camel-platform-http-main} it only calls.
     *
     * @return the same context
     */
    public <C extends CamelContext> C connect(C context) throws Exception {
        connection().connect(context);
        return context;
    }

    /** Has an application of Camel Main do so, whatever its properties say; its HTTP server is at a free port unless they name one. */
    public void configure(MainConfigurationProperties main) {
        Library.CAMEL_MAIN.require();
        MainConnection.add(main, connection());
    }

    /**
     * The properties that have an application do so.
     *
     * @param publicUrl scheme, host and port at which it receives; null when it does not
     */
    public Map<String, String> properties(String publicUrl) {
        return connection().properties(publicUrl);
    }

    /**
     * Waits until all routes of a Camel context that register their webhooks are told of their events.
     *
     * @throws IllegalStateException when none does
     * @throws AssertionError when one is not told in time
     */
    public void awaitRegistered(CamelContext context) {
        new Registration(parts::reach, waiting).await(context);
    }

    /**
     * Makes a number or another address of the account open conversations with whoever writes to it; does nothing if it does.
     *
     * @throws IllegalArgumentException when it is no address of a channel
     */
    public void listen(String address) {
        try {
            if (!parts.addresses.all().contains(address)) {
                parts.addresses.add(address);
            }
        } catch (Refusal refusal) {
            throw new IllegalArgumentException(refusal.getMessage());
        }
    }

    /** The calls of the API that came last, refused ones included, oldest first. */
    public List<ReceivedCall> calls() {
        return parts.calls.entries().stream().map(ReceivedCall::of).toList();
    }

    /**
     * Waits until an operation, such as {@code messages/create}, was called that often.
     *
     * @return all calls of it
     * @throws AssertionError when it was not in time
     */
    public List<ReceivedCall> awaitCalls(String operation, int count) {
        ReceivedCall.check(operation);
        return waiting.until(() -> calls().stream().filter(call -> call.operation().equals(operation)).toList(),
                calls -> calls.size() >= count,
                calls -> operation + " was called " + calls.size() + " times, not " + count + ",");
    }

    /** The webhooks sent last, oldest first. */
    public List<SentWebhook> webhooks() {
        return parts.log.entries().stream().map(SentWebhook::of).toList();
    }

    /**
     * Waits until an event was told that often, or at least tried to.
     *
     * @return all webhooks that tell of it
     * @throws AssertionError when it was not in time
     */
    public List<SentWebhook> awaitWebhooks(EventType event, int count) {
        return waiting.until(() -> webhooks().stream().filter(sent -> sent.event().equals(event.event())).toList(),
                sent -> sent.size() >= count,
                sent -> event.event() + " was told " + sent.size() + " times, not " + count + ",");
    }

    /**
     * Tells of an event that nothing has caused, at once and with no {@link Disturbance} in the way, and waits for the answers.
     *
     * @param fields its parameters, such as {@code Body}; SIDs and dates that are left out are made up
     * @throws IllegalArgumentException when a field is written in another case
     * @throws IllegalStateException when nobody is told of that event
     */
    public List<SentWebhook> fire(EventType event, Map<String, String> fields) {
        return parts.firing.fire(event, chatServiceSid(), fields).stream().map(SentWebhook::of).toList();
    }

    /** Lets that many of the next calls of the API that the fault may befall go wrong, after those that are to anyway. */
    public void fail(int calls, Fault fault) {
        parts.faults.expect(calls, fault.mishap());
    }

    /**
     * Forgets which calls and webhooks there were and what is on the screens of phones, and lets nothing go wrong any more. The
     * account stays as it is.
     */
    public void forget() {
        parts.forget();
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

    private String story() {
        return "the calls were " + calls() + ", the webhooks " + webhooks();
    }

    private Connection connection() {
        return new Connection(baseUri().toString(), accountSid(), authToken());
    }

    /** Ends at once; webhooks that wait are not sent any more. */
    @Override
    public void close() {
        parts.close();
        server.close();
    }
}
