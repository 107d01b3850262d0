// SPDX-License-Identifier: Apache-2.0
package dev.conversations.benchmark;

import dev.conversations.app.start.Services;
import dev.conversations.benchmark.measure.Comparison;
import dev.conversations.benchmark.measure.Lazy;
import dev.conversations.benchmark.measure.Table;
import dev.conversations.benchmark.server.TwilioStub;
import dev.conversations.camel.ConversationsComponent;
import dev.conversations.model.Conversation;
import dev.conversations.sandbox.Sandbox;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;

/** What an event and a call cost where there is little beside them, and where there is much. */
final class Growth implements AutoCloseable {

    private static final int ROUTES = 200;
    private static final int FEW_KEYS = 100;
    private static final int MANY_KEYS = 100_000;
    private static final int FEW_MESSAGES = 50;
    private static final int MANY_MESSAGES = 50_000;
    private static final int PAGE = 20;

    private final Services opened = new Services();

    Table paths() {
        return Comparison.ofCalled("A webhook beside others", 800)
                .way("1 route", new Lazy<>(() -> 1).way(this::receivers))
                .way(ROUTES + " routes, a path each", new Lazy<>(() -> ROUTES).way(this::receivers));
    }

    Table routes() {
        return Comparison.ofCallers("Creating a message beside others", 800, 1)
                .way("1 route", new Lazy<>(() -> 1).way(this::callers))
                .way(ROUTES + " routes, a conversation each", new Lazy<>(() -> ROUTES).way(this::callers));
    }

    Table keys() {
        return Comparison.ofCallers("Creating a message under a key", 800, 1)
                .way("%,d keys remembered".formatted(FEW_KEYS), new Lazy<>(() -> FEW_KEYS).way(this::keepers))
                .way("%,d keys remembered".formatted(MANY_KEYS), new Lazy<>(() -> MANY_KEYS).way(this::keepers));
    }

    Table messages() {
        return Comparison.ofCalled("The newest messages, from the sandbox", 160)
                .way("of %,d".formatted(FEW_MESSAGES), new Lazy<>(() -> FEW_MESSAGES).way(this::readers))
                .way("of %,d".formatted(MANY_MESSAGES), new Lazy<>(() -> MANY_MESSAGES).way(this::readers));
    }

    private Callable<?> receivers(int routes) throws Exception {
        int port = Webhooks.freePort();
        DefaultCamelContext context = context(component(null));
        context.addService(Webhooks.server(port));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                for (int route = 0; route < routes; route++) {
                    from("twilio-conversations:events/onMessageAdded?path=/events" + route).setBody(constant("ok"));
                }
            }
        });
        context.start();
        return Webhooks.post(port, () -> {
            String path = "/events" + ThreadLocalRandom.current().nextInt(routes);
            return Webhooks.request(port, path, "http://localhost:" + port + path, Calls.ACCOUNT, Calls.TOKEN);
        });
    }

    private Callable<?> callers(int routes) throws Exception {
        DefaultCamelContext context = context(component(opened.started(new TwilioStub()).base()));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                for (int route = 0; route < routes; route++) {
                    from("direct:create" + route).to("twilio-conversations:messages/create?conversationSid=CH%032d".formatted(route));
                }
            }
        });
        context.start();
        ProducerTemplate camel = context.createProducerTemplate();
        return () -> camel.requestBody("direct:create" + ThreadLocalRandom.current().nextInt(routes), "Hello");
    }

    private Callable<?> keepers(int keys) throws Exception {
        MemoryIdempotentRepository repository = new MemoryIdempotentRepository();
        repository.setCacheSize(keys);
        repository.start();
        IntStream.range(0, keys).forEach(key -> repository.add("key " + key));
        DefaultCamelContext context = context(component(opened.started(new TwilioStub()).base()));
        context.getRegistry().bind("keys", repository);
        context.start();
        ProducerTemplate camel = context.createProducerTemplate();
        String create = "twilio-conversations:messages/create?idempotentRepository=#keys&conversationSid=" + Calls.CONVERSATION;
        return () -> camel.requestBody(create, Map.of("body", "Hello", "idempotencyKey", UUID.randomUUID().toString()));
    }

    private Callable<?> readers(int messages) throws Exception {
        Sandbox sandbox = opened.started(Sandbox.start());
        DefaultCamelContext context = sandbox.connect(context(new ConversationsComponent()));
        context.start();
        ProducerTemplate camel = context.createProducerTemplate();
        String sid = camel.requestBody("twilio-conversations:conversations/create", "Growth", Conversation.class).sid();
        String of = "?conversationSid=" + sid;
        IntStream.range(0, messages).parallel()
                .forEach(message -> camel.requestBody("twilio-conversations:messages/create" + of, "Hello " + message));
        sandbox.forget();
        String list = "twilio-conversations:messages/list" + of + "&order=desc&limit=" + PAGE;
        return () -> camel.requestBody(list, "");
    }

    private DefaultCamelContext context(ConversationsComponent component) {
        DefaultCamelContext context = opened.started(new DefaultCamelContext());
        context.addComponent("twilio-conversations", component);
        return context;
    }

    private static ConversationsComponent component(String base) {
        ConversationsComponent component = new ConversationsComponent();
        component.getConfiguration().setAccountSid(Calls.ACCOUNT);
        component.getConfiguration().setAuthToken(Calls.TOKEN);
        if (base != null) {
            component.getConfiguration().setBaseUri(base);
        }
        return component;
    }

    @Override
    public void close() {
        opened.close();
    }
}
