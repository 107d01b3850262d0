// SPDX-License-Identifier: Apache-2.0
package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.conversations.webhook.Signature;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An event told twice is handled once, with nothing but properties. */
class RepositoriesTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    private final Main main = new Main();

    @AfterEach
    void stop() {
        main.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "component.caffeine.processor.idempotent.CaffeineIdempotentRepository('seen')",
        "processor.idempotent.hazelcast.HazelcastIdempotentRepository('#bean:cluster', 'seen')"})
    void anEventToldTwiceIsHandledOnce(String repository) throws Exception {
        System.setProperty("hz.network.join.autodetection.enabled", "false");
        System.setProperty("hazelcast.phone.home.enabled", "false");
        AtomicInteger handled = new AtomicInteger();
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        if (repository.contains("#bean:cluster")) {
            main.addInitialProperty("camel.beans.cluster", "#class:com.hazelcast.core.Hazelcast#newHazelcastInstance()");
        }
        Map.of("camel.server.enabled", "true",
                "camel.server.port", String.valueOf(port),
                "camel.beans.seen", "#class:org.apache.camel." + repository,
                "camel.component.twilio-conversations.auth-token", TOKEN,
                "camel.component.twilio-conversations.idempotent-repository", "#bean:seen").forEach(main::addInitialProperty);
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/onMessageAdded").process(exchange -> handled.incrementAndGet());
            }
        });
        main.start();

        assertEquals(200, tell(port));
        assertEquals(200, tell(port));
        assertEquals(1, handled.get());
    }

    private static int tell(int port) throws Exception {
        String url = "http://localhost:" + port + "/twilio/conversations";
        Map<String, List<String>> event = Map.of("EventType", List.of("onMessageAdded"), "ConversationSid", List.of("CH1"), "MessageSid", List.of("IM1"));
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(Signature.HEADER, Signature.sign(TOKEN, url, event))
                .POST(BodyPublishers.ofString("EventType=onMessageAdded&ConversationSid=CH1&MessageSid=IM1")).build(), BodyHandlers.discarding()).statusCode();
    }
}
