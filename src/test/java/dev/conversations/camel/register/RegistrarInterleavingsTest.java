// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.register;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.api.Credentials;
import dev.conversations.api.Timing;
import dev.conversations.api.TwilioClient;
import dev.conversations.camel.options.ConversationsConfiguration;
import dev.conversations.camel.options.RegistrationLevel;
import dev.conversations.camel.options.WebhookConfiguration;
import dev.conversations.interleaving.Orders;
import dev.conversations.interleaving.Scene;
import dev.conversations.interleaving.Tasks;
import dev.conversations.interleaving.Threads;
import dev.conversations.interleaving.Turns;
import dev.conversations.webhook.EventType;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever starts and stops of routes come in whatever order, in the end Twilio's setting is what those that run want. */
class RegistrarInterleavingsTest {

    private static final String URL = "https://bridge.example.com/twilio/conversations";
    private static final List<EventType> EVENTS = List.of(EventType.ON_MESSAGE_ADDED, EventType.ON_CONVERSATION_ADDED);

    private final OneSetting setting = new OneSetting();
    private final CloseableHttpClient http = HttpClients.custom().addExecInterceptorFirst("setting", setting).build();
    private final DefaultCamelContext context = new DefaultCamelContext();

    /** A route's deeds; each start is of another receiver. */
    private enum Route { STARTS, STARTS_AND_STOPS, STARTS_STOPS_AND_STARTS }

    @AfterEach
    void close() throws Exception {
        context.close();
        http.close();
    }

    @Test
    void whatTwoRoutesThatEndWantedIsTakenBack() {
        allIsWell(Route.STARTS_AND_STOPS, Route.STARTS_AND_STOPS);
    }

    @Test
    void whatOneWantsStaysWhileAnotherComesAndGoes() {
        allIsWell(Route.STARTS, Route.STARTS_AND_STOPS);
    }

    @Test
    void whatARouteWantsThatIsStartedAgainIsThere() {
        allIsWell(Route.STARTS_STOPS_AND_STARTS, Route.STARTS_AND_STOPS);
    }

    @Test
    void takingBackBesideWhatIsWrittenIsFoundOut() {
        assertThat(Orders.of(orders -> scene(orders, new Tasks.Beside(orders), Route.STARTS_AND_STOPS)).fault())
                .hasValueSatisfying(fault -> assertThat(fault).startsWith("it is " + URL));
    }

    private void allIsWell(Route... routes) {
        Orders.Seen seen = Orders.of(orders -> scene(orders, new Tasks(orders), routes));
        assertThat(seen.fault()).isEmpty();
        assertThat(seen.played()).isGreaterThan(20);
    }

    private Scene scene(Orders orders, Tasks tasks, Route... routes) {
        setting.clear(orders);
        context.getRegistry().bind("timing", Timing.class, new Turns(orders));
        Threads.of(context, () -> tasks);
        Registrar registrar = new Registrar(context);
        registrar.start();
        List<String> deeds = Collections.synchronizedList(new ArrayList<>());
        List<Enrolment> running = new CopyOnWriteArrayList<>();
        AtomicInteger left = new AtomicInteger(routes.length);
        Stream<Runnable> acting = IntStream.range(0, routes.length).mapToObj(number -> () -> {
            Supplier<Enrolment> enrolments = () -> enrolment(registrar, EVENTS.get(number));
            act(routes[number], enrolments, running, deed -> {
                String name = deed + " " + number;
                orders.step(name);
                deeds.add(name);
            });
            left.decrementAndGet();
        });
        return new Scene(Stream.concat(acting, Stream.of(tasks.actor(() -> left.get() == 0))).toList(),
                () -> deeds + setting.url() + tasks.waiting(), () -> {
                    registrar.stop();
                    List<String> events = running.stream().flatMap(one -> one.wish().events().stream()).map(EventType::event).toList();
                    boolean isRight = setting.url().equals(events.isEmpty() ? "" : URL) && setting.filters().containsAll(events);
                    return isRight ? Optional.empty() : Optional.of("it is " + setting.url() + " for " + setting.filters());
                });
    }

    private static void act(Route route, Supplier<Enrolment> enrolments, List<Enrolment> running, Consumer<String> steps) {
        Enrolment first = enrolments.get();
        steps.accept("start");
        running.add(first);
        Enrolment.begin(running);
        if (route != Route.STARTS) {
            steps.accept("stop");
            running.remove(first);
            first.end();
        }
        if (route == Route.STARTS_STOPS_AND_STARTS) {
            steps.accept("start again");
            running.add(enrolments.get());
            Enrolment.begin(running);
        }
    }

    private Enrolment enrolment(Registrar registrar, EventType event) {
        WebhookConfiguration options = new WebhookConfiguration();
        options.setRegistration(RegistrationLevel.ACCOUNT);
        options.setPublicUrl("https://bridge.example.com");
        options.setUnregisterOnStop(true);
        return Enrolment.of(registrar, options, new ConversationsConfiguration(), new Wish(URL, Set.of(event)),
                () -> new TwilioClient(http, URI.create("http://twilio.example"), Credentials.basic("AC" + "a".repeat(32), "token")));
    }
}
