// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.api.Timing;
import dev.conversations.camel.options.ConversationsConfiguration;
import dev.conversations.camel.options.RegistrationLevel;
import dev.conversations.camel.options.WebhookConfiguration;
import dev.conversations.camel.register.Enrolment;
import dev.conversations.camel.register.Registrar;
import dev.conversations.camel.register.Wish;
import dev.conversations.interleaving.Orders;
import dev.conversations.interleaving.Scene;
import dev.conversations.interleaving.Tasks;
import dev.conversations.interleaving.Threads;
import dev.conversations.interleaving.Turns;
import dev.conversations.simulation.way.Entrance;
import dev.conversations.webhook.EventType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.cluster.CamelClusterService;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.service.ServiceSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A route stops while another opens their path for both: nothing of it is registered then, and nothing runs beside it. */
class OpeningInterleavingsTest {

    private final CamelContext context = new DefaultCamelContext();
    /** Whose registrations are another's, so that those of two routes begin one after the other. */
    private final CamelContext other = new DefaultCamelContext(new DefaultRegistry() {
        @Override
        public <T> T findSingleByType(Class<T> type) {
            if (type == CamelClusterService.class) {
                asked.run();
            }
            return super.findSingleByType(type);
        }
    });
    private Runnable asked = () -> { };
    private final AtomicInteger moments = new AtomicInteger();

    @BeforeEach
    void start() {
        PlatformHttpComponent server = new PlatformHttpComponent(context);
        server.setEngine(new Entrance());
        context.addComponent("platform-http", server);
        context.start();
        other.start();
    }

    @AfterEach
    void stop() {
        context.stop();
        other.stop();
    }

    @Test
    void aRouteThatStopsMeanwhileLeavesNothingBehind() {
        Orders.Seen seen = Orders.of(this::scene);

        assertThat(seen.fault()).isEmpty();
        assertThat(seen.played()).isGreaterThan(3);
    }

    private Scene scene(Orders orders) {
        for (CamelContext each : List.of(context, other)) {
            each.getRegistry().bind("timing", Timing.class, new Turns(orders));
            Threads.of(each, () -> new Tasks.Beside(orders));
        }
        asked = () -> orders.step("register one");
        ConversationsReceiver one = receiver("one", other);
        one.accompany(companion(() -> orders.step("begin beside one")), Precedence.NONE);
        ConversationsReceiver two = receiver("two", context);
        ServiceSupport beside = companion(() -> { });
        two.accompany(beside, Precedence.NONE);
        two.start();
        return new Scene(List.of(() -> {
            orders.step("start one");
            one.start();
        }, () -> {
            orders.step("stop two");
            two.stop();
        }), () -> String.valueOf(moments.incrementAndGet()), () -> {
            List<String> left = two.enrolment().drift();
            boolean runs = beside.isStarted();
            two.shutdown();
            one.shutdown();
            return left.isEmpty() && !runs ? Optional.empty() : Optional.of("registered: " + left + ", runs beside: " + runs);
        });
    }

    private ConversationsReceiver receiver(String route, CamelContext registering) {
        WebhookConfiguration options = new WebhookConfiguration();
        options.setPath("/twilio/conversations");
        options.setPublicUrl("https://bridge.example.com");
        options.setWebhookAuthToken("token");
        options.setRegistration(RegistrationLevel.ACCOUNT);
        Subscription subscription = Subscription.of(Optional.of(EventType.ON_MESSAGE_ADDED), options, null);
        Enrolment enrolment = Enrolment.of(Registrar.of(registering), options, new ConversationsConfiguration(),
                new Wish(subscription.publicUrl(), subscription.events()), () -> null);
        ConversationsReceiver receiver = new ConversationsReceiver(
                context.getEndpoint("direct:" + route), exchange -> { }, subscription, enrolment, false);
        receiver.setRouteId(route);
        return receiver;
    }

    private static ServiceSupport companion(Runnable start) {
        return new ServiceSupport() {
            @Override
            protected void doStart() {
                start.run();
            }
        };
    }
}
