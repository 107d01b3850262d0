// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import dev.conversations.api.Timing;
import dev.conversations.api.text.Json;
import dev.conversations.camel.ConversationsComponent;
import dev.conversations.camel.receive.Webhooks;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.SandboxOptions;
import dev.conversations.sandbox.SettableClock;
import dev.conversations.webhook.WebhookEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.FluentProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;

/** A sandbox whose webhooks go to a route with a repair beside it; what both keep outlives the route. */
final class Repaired implements AutoCloseable {

    static final String ALL = "all?only=onConversationAdded,onParticipantAdded,onMessageAdded&";

    final SettableClock clock = SettableClock.ticking();
    final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().withAuthToken(Webhooks.TOKEN).withClock(clock));
    final Kept states = new Kept();
    final MemoryIdempotentRepository claims = new MemoryIdempotentRepository();
    final List<WebhookEvent> events = new CopyOnWriteArrayList<>();
    final List<Map<String, Object>> headers = new CopyOnWriteArrayList<>();
    private final DefaultCamelContext actor = new DefaultCamelContext();
    private final FluentProducerTemplate calls;
    private Webhooks webhooks;
    private volatile Consumer<WebhookEvent> work = event -> {};

    /** A repository that nobody stops. */
    static final class Kept implements StateRepository<String, String> {

        private final Map<String, String> kept = new ConcurrentHashMap<>();
        private volatile Consumer<String> before = key -> {};

        /** Has something happen before a state is written, maybe a failure. */
        void beforeWriting(Consumer<String> something) {
            before = something;
        }

        @Override
        public String getState(String key) {
            return kept.get(key);
        }

        @Override
        public void setState(String key, String value) {
            before.accept(key);
            kept.put(key, value);
        }

        @Override
        public void start() {
            // Always ready.
        }

        @Override
        public void stop() {
            // What is kept outlives any route.
        }
    }

    Repaired() {
        claims.setCacheSize(100_000);
        claims.start();
        connect(actor);
        actor.start();
        calls = actor.createFluentProducerTemplate();
    }

    /** Listens with these options. */
    void listen(String options) throws Exception {
        webhooks = Webhooks.with(context -> {
            connect(context);
            context.getRegistry().bind("time", Timing.of(clock));
            context.getRegistry().bind("states", states);
            context.getRegistry().bind("claims", claims);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("twilio-conversations:events/" + options
                            + "repair=true&" + (options.contains("repairDelay") ? "" : "repairDelay=50&") + "stateRepository=#states&idempotentRepository=#claims")
                            .routeId("route").process(exchange -> {
                                WebhookEvent event = exchange.getMessage().getBody(WebhookEvent.class);
                                work.accept(event);
                                headers.add(Map.copyOf(exchange.getMessage().getHeaders()));
                                events.add(event);
                            });
                }
            });
        });
        call("configuration-webhooks/update", Map.of("method", "POST", "postWebhookUrl", webhooks.url(Webhooks.PATH),
                "filters", List.of("onConversationAdded", "onParticipantAdded", "onMessageAdded")));
    }

    /** Nobody listens any more. */
    void stop() throws Exception {
        webhooks.close();
    }

    Webhooks webhooks() {
        return webhooks;
    }

    /** Has something happen before an event counts as worked on. */
    void work(Consumer<WebhookEvent> newWork) {
        work = newWork;
    }

    String conversation() {
        return sid(call("conversations/create", Map.of("webhookEnabled", true)));
    }

    String participant(String conversation, String identity) {
        return sid(call("participants/create",
                Map.of("conversationSid", conversation, "identity", identity, "webhookEnabled", true)));
    }

    String message(String conversation, String body) {
        return sid(call("messages/create", Map.of("conversationSid", conversation, "body", body, "webhookEnabled", true)));
    }

    List<String> messages(String conversation, int count) {
        return IntStream.range(0, count).mapToObj(i -> message(conversation, "text " + i)).toList();
    }

    void close(String conversation) {
        call("conversations/update", Map.of("sid", conversation, "state", "closed"));
    }

    Object call(String operation, Map<String, Object> arguments) {
        return calls.to("twilio-conversations:" + operation).withBody(arguments).request();
    }

    /** What the route has worked on of a conversation, in order. */
    List<String> worked(String conversation) {
        return events.stream().filter(event -> conversation.equals(event.conversationSid()) && event.messageSid() != null)
                .map(WebhookEvent::messageSid).toList();
    }

    /** How far the repair got with messages of a conversation; null at first. */
    String cursor(String conversation) {
        return states.kept.entrySet().stream().filter(entry -> entry.getKey().endsWith(conversation + " messages"))
                .map(Map.Entry::getValue).findFirst().orElse(null);
    }

    /** When a look was begun that found nothing open. */
    Instant looked() {
        return states.kept.entrySet().stream().filter(entry -> entry.getKey().endsWith(" looked"))
                .map(entry -> Instant.parse(entry.getValue())).findFirst().orElse(Instant.EPOCH);
    }

    static String sid(Object item) {
        return Json.toMap(item).get("sid").toString();
    }

    private void connect(CamelContext context) {
        ConversationsComponent component = context.getComponent("twilio-conversations", ConversationsComponent.class);
        component.getConfiguration().setBaseUri(sandbox.baseUri().toString());
        component.getConfiguration().setAccountSid(sandbox.accountSid());
        component.getConfiguration().setAuthToken(sandbox.authToken());
        component.getWebhook().setClaimTerm(400);
    }

    @Override
    public void close() throws Exception {
        if (webhooks != null) {
            webhooks.close();
        }
        actor.close();
        sandbox.close();
    }
}
