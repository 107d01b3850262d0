// SPDX-License-Identifier: Apache-2.0
package dev.conversations.benchmark;

import dev.conversations.benchmark.measure.Children;
import dev.conversations.benchmark.measure.Spending;
import dev.conversations.benchmark.measure.Table;
import dev.conversations.benchmark.server.TwilioStub;
import dev.conversations.camel.ConversationsComponent;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Calls that all wait for their replies at once, and how many threads the system has to keep for them. */
final class InFlight {

    private static final int MANY = 2_000;

    private InFlight() {}

    static Table table() {
        return new Children("Calls in flight", 1, "threads", "s")
                .way("1 call", () -> child(1))
                .way("%,d calls, virtual threads where Java has them".formatted(MANY), () -> child(MANY));
    }

    /** Makes so many calls, none of which ends before all have come. The most threads there were, and the processor time. */
    static List<Double> child(int calls) throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            List<HttpServerRequest> held = new ArrayList<>();
            HttpServer twilio = vertx.createHttpServer().requestHandler(request -> {
                held.add(request);
                if (held.size() == calls) {
                    held.forEach(InFlight::reply);
                }
            }).listen(0, "localhost").toCompletionStage().toCompletableFuture().get();
            return Children.run(List.of("-Dcamel.threads.virtual.enabled=true"), Children.classPath(), InFlight.class,
                    "http://localhost:" + twilio.actualPort(), String.valueOf(calls));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }

    private static void reply(HttpServerRequest request) {
        request.response().setStatusCode(201).putHeader("Content-Type", "application/json").end(TwilioStub.MESSAGE);
    }

    /** @param arguments where Twilio is, and how many calls to make */
    public static void main(String[] arguments) throws Exception {
        int calls = Integer.parseInt(arguments[1]);
        ConversationsComponent component = new ConversationsComponent();
        component.getConfiguration().setAccountSid(Calls.ACCOUNT);
        component.getConfiguration().setAuthToken(Calls.TOKEN);
        component.getConfiguration().setBaseUri(arguments[0]);
        int most = 0;
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addComponent("twilio-conversations", component);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:create").to("twilio-conversations:messages/create?conversationSid=" + Calls.CONVERSATION
                            + "&http.connectionsPerRoute=" + calls + "&http.maxTotalConnections=" + calls);
                }
            });
            context.start();
            ProducerTemplate camel = context.createProducerTemplate();
            ExecutorService callers = context.getExecutorServiceManager().newCachedThreadPool(camel, "callers");
            List<Future<?>> made = new ArrayList<>();
            for (int call = 0; call < calls; call++) {
                made.add(callers.submit(() -> camel.requestBody("direct:create", "Hello")));
            }
            while (!made.stream().allMatch(Future::isDone)) {
                most = Math.max(most, threads());
                Thread.sleep(10);
            }
            for (Future<?> each : made) {
                each.get();
            }
        }
        Children.tell(most, Spending.nanosOfProcess() / 1e9);
    }

    /** How many threads of the system this process has, those of Java itself included. */
    private static int threads() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(line -> line.startsWith("Threads:"))
                .mapToInt(line -> Integer.parseInt(line.substring(8).trim())).findFirst().orElseThrow();
    }
}
