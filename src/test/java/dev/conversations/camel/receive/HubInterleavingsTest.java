// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.api.Timing;
import dev.conversations.camel.listen.Answer;
import dev.conversations.interleaving.Keys;
import dev.conversations.interleaving.Orders;
import dev.conversations.interleaving.Scene;
import dev.conversations.interleaving.Tasks;
import dev.conversations.interleaving.Threads;
import dev.conversations.interleaving.Turns;
import dev.conversations.simulation.way.Entrance;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An event arrives while a route comes, goes or is exchanged: Twilio hears that it is done of no event that a route has yet to have. */
class HubInterleavingsTest {

    private static final String TOKEN = "token";

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final AtomicInteger moments = new AtomicInteger();

    /** A context that has no route of its own does not prepare for exchanges. */
    @BeforeEach
    void start() throws Exception {
        PlatformHttpComponent server = new PlatformHttpComponent(context);
        server.setEngine(new Entrance());
        context.addComponent("platform-http", server);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:any").stop();
            }
        });
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void aRouteThatIsStartedAgainBesideAnotherMissesNothing() {
        allIsWell(orders -> beside(orders, change -> change.restart("b", TOKEN)));
    }

    @Test
    void aRouteThatComesAgainWithAnotherDoorMissesNothing() {
        allIsWell(orders -> beside(orders, change -> change.restart("b", "new," + TOKEN)));
    }

    @Test
    void whatASingleRouteGetsIsNotRefusedWhileItComesAgainWithAnotherDoor() {
        allIsWell(orders -> alone(orders, change -> change.restart("b", "new," + TOKEN)));
    }

    @Test
    void nothingIsDoneWhereARouteIsGone() {
        allIsWell(orders -> alone(orders, change -> change.remove("b")));
    }

    @Test
    void aRouteThatLeavesBeforeItComesAgainIsFoundOut() {
        assertThat(Orders.of(orders -> beside(orders, change -> {
            change.remove("b");
            change.add("b", TOKEN);
        })).fault()).hasValueSatisfying(fault -> assertThat(fault).startsWith("200, and [a] had it"));
    }

    private void allIsWell(Function<Orders, Scene> scenes) {
        Orders.Seen seen = Orders.of(scenes);
        assertThat(seen.fault()).isEmpty();
        assertThat(seen.played()).isGreaterThan(50);
    }

    /** An event for two routes, of which one changes. */
    private Scene beside(Orders orders, Consumer<Routes> change) {
        Routes routes = routes(orders);
        routes.add("a", TOKEN);
        routes.add("b", TOKEN);
        return scene(orders, routes, change, List.of("a", "b"));
    }

    /** An event for one route, which changes. */
    private Scene alone(Orders orders, Consumer<Routes> change) {
        Routes routes = routes(orders);
        routes.add("b", TOKEN);
        return scene(orders, routes, change, List.of("b"));
    }

    private Routes routes(Orders orders) {
        context.getRegistry().bind("timing", Timing.class, new Turns(orders));
        Threads.of(context, () -> new Tasks.Beside(orders));
        return new Routes(context, orders, new Keys(orders));
    }

    private Scene scene(Orders orders, Routes routes, Consumer<Routes> change, List<String> wanting) {
        List<Answer> answers = new CopyOnWriteArrayList<>();
        WebhookHub hub = WebhookHubs.of(context).paths().get(0);
        return new Scene(List.of(() -> new WebhookReception(hub).take(routes.request(TOKEN), answers::add), () -> change.accept(routes)),
                () -> String.valueOf(moments.incrementAndGet()), () -> {
                    boolean isNeeded = hub.isNeeded();
                    routes.end();
                    int status = answers.get(0).status();
                    List<String> had = routes.had().stream().sorted().toList();
                    boolean isRight = status == 200 ? had.equals(wanting) : status == 503 || !isNeeded && had.isEmpty();
                    return isRight ? Optional.empty() : Optional.of(status + ", and " + had + " had it");
                });
    }
}
