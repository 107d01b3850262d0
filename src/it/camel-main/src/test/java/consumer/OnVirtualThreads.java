// SPDX-License-Identifier: Apache-2.0
package consumer;

import dev.conversations.model.ConfigurationWebhook;
import dev.conversations.sandbox.Sandbox;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.awaitility.Awaitility;

/** A program that opens conversations side by side, hears of each, and says on which threads. */
final class OnVirtualThreads {
    private static final int CONVERSATIONS = 100;

    private OnVirtualThreads() {}

    public static void main(String[] arguments) throws Exception {
        Main main = new Main();
        Set<String> calling = ConcurrentHashMap.newKeySet();
        Set<String> hearing = ConcurrentHashMap.newKeySet();
        CountDownLatch heard = new CountDownLatch(CONVERSATIONS);
        try (Sandbox twilio = Sandbox.start(); ServerSocket free = new ServerSocket(0)) {
            String url = "http://localhost:" + free.getLocalPort();
            free.close();
            Map.of("camel.server.enabled", "true",
                    "camel.server.port", url.substring(url.lastIndexOf(':') + 1),
                    "camel.component.twilio-conversations.account-sid", twilio.accountSid(),
                    "camel.component.twilio-conversations.auth-token", twilio.authToken(),
                    "camel.component.twilio-conversations.base-uri", twilio.baseUri().toString(),
                    "camel.component.twilio-conversations.public-url", url).forEach(main::addInitialProperty);
            main.configure().addRoutesBuilder(new RouteBuilder() {
                @Override
                public void configure() {
                    from("seda:open").split(body()).parallelProcessing()
                            .process(exchange -> calling.add(kind()))
                            .to("twilio-conversations:conversations/create?webhookEnabled=true");
                    from("twilio-conversations:events/onConversationAdded?registration=ACCOUNT").process(exchange -> {
                        hearing.add(kind());
                        heard.countDown();
                    });
                }
            });
            main.start();
            ProducerTemplate calls = main.getCamelContext().createProducerTemplate();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> (url + "/twilio/conversations").equals(calls.requestBody(
                    "twilio-conversations:configuration-webhooks/fetch", null, ConfigurationWebhook.class).postWebhookUrl()));
            calls.sendBody("seda:open", IntStream.range(0, CONVERSATIONS).mapToObj(number -> "Conversation " + number).toList());
            System.out.println("all heard: " + heard.await(60, TimeUnit.SECONDS) + ", calling: " + calling + ", hearing: " + hearing);
        } finally {
            main.stop();
        }
        System.exit(0);
    }

    private static String kind() {
        return Thread.currentThread().toString().startsWith("VirtualThread") ? "virtual" : "platform";
    }
}
