// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.world;

import dev.conversations.api.Timing;
import dev.conversations.camel.ConversationsComponent;
import dev.conversations.simulation.judge.Fact;
import dev.conversations.simulation.time.VirtualExecutor;
import dev.conversations.simulation.time.VirtualThreads;
import dev.conversations.simulation.time.VirtualTiming;
import dev.conversations.simulation.way.ApiWay;
import dev.conversations.simulation.way.Entrance;
import dev.conversations.simulation.way.Host;
import dev.conversations.simulation.way.Keys;
import dev.conversations.simulation.way.States;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.impl.engine.BaseExecutorServiceManager;

/** One process with a route that works on what people write, and answers it. */
final class Node {

    static final String ROUTE = "answers";
    static final String REPLY = "twilio-conversations:messages/create?author=" + Job.BRIDGE;

    /** How long an operator waits until a route is tried to be started again. */
    private static final Duration AGAIN = Duration.ofSeconds(3);

    private final World world;
    private final Host host;
    private final Entrance entrance = new Entrance();
    private final CamelContext context;
    /** Who starts and stops things does one after the other, since Camel does. */
    private final VirtualExecutor operator;

    Node(World world, Host host, int number) {
        this.world = world;
        this.host = host;
        this.context = world.machine.resources.context();
        this.operator = new VirtualExecutor(host.scheduler(), host.life(), 1);
        VirtualTiming timing = new VirtualTiming(host.scheduler(), host.life(), host.random(), world.plan.skew(number));
        context.getRegistry().bind("timing", Timing.class, timing);
    }

    Host host() {
        return host;
    }

    boolean isOpen() {
        return !host.life().isOver() && entrance.isOpen();
    }

    /** Takes a webhook in. */
    CompletableFuture<Entrance.Answer> take(HttpRequest request, byte[] body) {
        return entrance.take(request.uri().toString(), request.headers().map(), body).thenApply(answer ->
                world.answered(this, request, body, new Entrance.Answer(world.parts.answer(answer.status()), answer.body())));
    }

    /** Starts it; where that fails the process ends, and is started again as any that ended. */
    void start() {
        try {
            make();
            context.start();
            world.history.add(Fact.Kind.STARTED, host.life(), "", "");
        } catch (Exception e) {
            world.ear.hear("the exception of a start", e);
            host.kill();
        }
    }

    private void make() throws Exception {
        context.disableJMX();
        context.getCamelContextExtension().setName(host.life().toString());
        ((BaseExecutorServiceManager) context.getExecutorServiceManager())
                .setThreadPoolFactory(new VirtualThreads(host.scheduler(), host.life()));
        context.setShutdownStrategy(new Patience(host.scheduler(), world.parts.patience(Patience.USUAL)));
        PlatformHttpComponent server = new PlatformHttpComponent(context);
        server.setEngine(entrance);
        context.addComponent("platform-http", server);
        HttpComponent http = new HttpComponent();
        ApiWay api = new ApiWay(host, world.twilio, world.fate);
        http.setHttpClientConfigurer(client -> client.addExecInterceptorFirst("simulated", world.parts.api(api)));
        context.addComponent("http", http);
        context.getRegistry().bind("claims", world.parts.claims(new Keys(world.database, host)));
        context.getRegistry().bind("keys", world.parts.keys(new Keys(world.database, host)));
        context.getRegistry().bind("states", world.parts.states(new States(world.database, host)));
        ConversationsComponent component = new ConversationsComponent();
        component.getConfiguration().setBaseUri("http://twilio.example");
        component.getConfiguration().setAccountSid(world.twilio.accountSid());
        component.getConfiguration().setAuthToken(world.twilio.authToken());
        context.addComponent("twilio-conversations", component);
        context.addRoutes(route());
    }

    private RouteBuilder route() {
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("publicUrl", World.PUBLIC_URL);
        options.put("registration", "ACCOUNT");
        options.put("webhookKeys", world.keys());
        options.put("idempotentRepository", "#claims");
        options.put("stateRepository", "#states");
        options.put("claimTerm", World.TERM.toMillis());
        options.put("repair", true);
        options.put("startFrom", "BEGINNING");
        options.put("repairDelay", World.REPAIR.toMillis());
        world.parts.options(options);
        String uri = "twilio-conversations:events/onMessageAdded?" + options.entrySet().stream()
                .map(option -> option.getKey() + "=RAW(" + option.getValue() + ")").collect(Collectors.joining("&"));
        Job job = new Job(world, host);
        return new RouteBuilder() {
            @Override
            public void configure() {
                onException(Exception.class).process(job::fail);
                from(uri.replaceAll("RAW\\((#\\w+)\\)", "$1")).routeId(ROUTE)
                        .process(world.parts.work(job::begin))
                        .to(REPLY + "&idempotentRepository=#keys&claimTerm=" + World.TERM.toMillis())
                        .process(job::end);
            }
        };
    }

    /** Has somebody start or stop something. */
    void operate(Runnable operation) {
        operator.execute(operation);
    }

    void stopRoute() {
        seen(() -> context.getRouteController().stopRoute(ROUTE));
    }

    void startRouteAfter(Duration wait) {
        operator.schedule(this::startRoute, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void startRoute() {
        try {
            if (isOpen()) {
                context.getRouteController().startRoute(ROUTE);
            }
        } catch (Exception e) {
            world.ear.hear("the exception of a start", e);
            startRouteAfter(AGAIN);
        }
    }

    void stop() {
        seen(context::stop);
    }

    private void seen(Operation stop) {
        world.history.add(Fact.Kind.STOPPING, host.life(), "", "");
        try {
            stop.run();
        } catch (Exception e) {
            throw new IllegalStateException("It does not stop", e);
        }
        int left = context.getInflightRepository().size();
        world.history.add(Fact.Kind.STOPPED, host.life(), "", left == 0 ? "" : left + " in work");
    }

    /** What an operator does. */
    private interface Operation {
        void run() throws Exception;
    }
}
