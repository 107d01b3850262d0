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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.impl.engine.BaseExecutorServiceManager;

/** One process with a route that works on what people write, and answers it. */
final class Node {

    /** How long an operator waits until a route is tried to be started again. */
    private static final Duration AGAIN = Duration.ofSeconds(3);

    private final World world;
    private final Host host;
    private final Entrance entrance = new Entrance();
    private final CamelContext context;
    private final Duty duty;
    /** Who starts and stops things does one after the other, since Camel does. */
    private final VirtualExecutor operator;

    Node(World world, Host host, int number) {
        this.world = world;
        this.host = host;
        this.context = world.machine.resources.context();
        this.duty = world.plan.isBridge() ? new BridgeDuty(world, host) : new AnswerDuty(world, host);
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
        duty.begin(context, component);
    }

    /** Has somebody start or stop something. */
    void operate(Runnable operation) {
        operator.execute(operation);
    }

    void stopRoute() {
        seen(() -> context.getRouteController().stopRoute(duty.route()), () -> context.getInflightRepository().size(duty.route()));
    }

    void startRouteAfter(Duration wait) {
        operator.schedule(this::startRoute, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void startRoute() {
        try {
            if (isOpen()) {
                context.getRouteController().startRoute(duty.route());
            }
        } catch (Exception e) {
            world.ear.hear("the exception of a start", e);
            startRouteAfter(AGAIN);
        }
    }

    void stop() {
        seen(context::stop, () -> context.getInflightRepository().size());
    }

    private void seen(Operation stop, IntSupplier inWork) {
        world.history.add(Fact.Kind.STOPPING, host.life(), "", "");
        try {
            stop.run();
        } catch (Exception e) {
            throw new IllegalStateException("It does not stop", e);
        }
        int left = inWork.getAsInt();
        world.history.add(Fact.Kind.STOPPED, host.life(), "", left == 0 ? "" : left + " in work");
    }

    /** What an operator does. */
    private interface Operation {
        void run() throws Exception;
    }
}
