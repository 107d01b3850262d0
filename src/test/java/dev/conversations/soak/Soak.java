// SPDX-License-Identifier: Apache-2.0
package dev.conversations.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.camel.ConversationsComponent;
import dev.conversations.testing.FreePort;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/**
 * A route that has every message claimed, answered under a key and counted, beside a poll, for as many minutes as {@code soak.minutes} says:
 * what this process holds stays flat, and nothing is lost. It takes its time, so it has a profile of its own.
 */
class Soak {
    private static final int WINDOWS = 12;
    private static final Duration LONG = Duration.ofMinutes(2);

    private final int twilio = FreePort.next();
    private final int port = FreePort.next();
    private final People people = new People(twilio);
    private final CountDownLatch registered = new CountDownLatch(1);
    private final AtomicLong polled = new AtomicLong();

    @Test
    void whatAProcessHoldsStaysFlat() throws Exception {
        Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-cp", System.getProperty("java.class.path"), SoakTwilio.class.getName(), String.valueOf(twilio))
                .redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD).start();
        try (people; DefaultCamelContext camel = camel()) {
            await().atMost(LONG).ignoreExceptions().until(() -> {
                people.write();
                return registered.getCount() == 0;
            });
            people.begin();
            List<Held> held = new ArrayList<>();
            long window = TimeUnit.MINUTES.toMillis(Integer.getInteger("soak.minutes", 1)) / WINDOWS;
            for (int i = 0; i < WINDOWS; i++) {
                TimeUnit.MILLISECONDS.sleep(window);
                held.add(Held.now());
            }

            assertThat(people.end()).isEmpty();
            await().atMost(LONG).until(() -> people.waiting().isEmpty());
            assertThat(polled).hasPositiveValue();
            System.out.printf("%d messages; held at first %s, in the middle %s, at last %s%n", people.answered(), held.get(0),
                    held.get(WINDOWS / 2), held.get(WINDOWS - 1));
            assertThat(Growth.of(held)).isEmpty();
        } finally {
            other.destroyForcibly();
        }
    }

    private void answered(String author) {
        registered.countDown();
        people.answer(author);
    }

    private DefaultCamelContext camel() throws Exception {
        DefaultCamelContext camel = new DefaultCamelContext();
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setBindHost("localhost");
        server.setBindPort(port);
        camel.addService(new VertxPlatformHttpServer(server));
        ConversationsComponent component = new ConversationsComponent();
        component.getConfiguration().setAccountSid(SoakTwilio.ACCOUNT);
        component.getConfiguration().setAuthToken(SoakTwilio.TOKEN);
        component.getConfiguration().setBaseUri("http://localhost:" + twilio);
        camel.addComponent("twilio-conversations", component);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/onMessageAdded?registration=ACCOUNT&publicUrl=http://localhost:" + port)
                        .setProperty("author", simple("${body.author}"))
                        .setHeader("CamelTwilioConversationsConversationSid", simple("${body.conversationSid}"))
                        .setHeader("CamelTwilioConversationsIdempotencyKey", simple("${body.messageSid}"))
                        .setBody(constant("Thank you."))
                        .to("twilio-conversations:messages/create")
                        .process(exchange -> answered(exchange.getProperty("author", String.class)));
                from("twilio-conversations:conversations/list?startFrom=BEGINNING&delay=1000").process(exchange -> polled.incrementAndGet());
            }
        });
        camel.start();
        return camel;
    }
}
