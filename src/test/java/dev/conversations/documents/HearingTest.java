package dev.conversations.documents;

import dev.conversations.sandbox.Sandbox;
import dev.conversations.webhook.WebhookEvent;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class HearingTest {
    private static final String SHOP = "+15559990000";

    @Test
    void aTextMessageReachesTheRoute() throws Exception {
        BlockingQueue<WebhookEvent> heard = new LinkedBlockingQueue<>();
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        Main main = new Main();
        try (Sandbox twilio = Sandbox.start()) {
            main.addInitialProperty("camel.server.enabled", "true");
            main.addInitialProperty("camel.server.port", String.valueOf(port));
            main.addInitialProperty("camel.component.twilio-conversations.base-uri", twilio.baseUri().toString());
            main.addInitialProperty("camel.component.twilio-conversations.account-sid", twilio.accountSid());
            main.addInitialProperty("camel.component.twilio-conversations.auth-token", twilio.authToken());
            main.configure().addRoutesBuilder(new RouteBuilder() {
                @Override
                public void configure() {
                    from("twilio-conversations:events/onMessageAdded").process(exchange ->
                            heard.add(exchange.getMessage().getBody(WebhookEvent.class)));
                }
            });
            main.start();
            String webhook = "http://localhost:" + port + "/twilio/conversations";
            var template = main.getCamelTemplate();
            template.requestBody("twilio-conversations:configuration-webhooks/update",
                    Map.of("method", "POST", "filters", "onMessageAdded", "postWebhookUrl", webhook));
            template.requestBody("twilio-conversations:addresses/create",
                    Map.of("type", "sms", "address", SHOP, "autoCreationEnabled", true, "autoCreationType", "default"));

            twilio.phone("+15551230001").send(SHOP, "Hello");

            Assertions.assertEquals("Hello", heard.poll(10, TimeUnit.SECONDS).body());
        } finally {
            main.stop();
        }
    }
}
