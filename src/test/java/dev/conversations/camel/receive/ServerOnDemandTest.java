// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.camel.ConversationsComponent;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.Signature;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.component.platform.http.main.MainHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.DefaultComponentResolver;
import org.apache.camel.spi.ComponentResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that is started when its component is asked for, as Camel's JBang starts its own; it asks for the component in turn. */
class ServerOnDemandTest {
    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void prepare() {
        context.getCamelContextExtension().addContextPlugin(ComponentResolver.class, new Resolver());
        ConversationsComponent component = new ConversationsComponent();
        component.getConfiguration().setAuthToken(Webhooks.TOKEN);
        context.addComponent("twilio-conversations", component);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void servesRoutesThatAreThereAtTheStart(EventType type) throws Exception {
        add("twilio-conversations:events/" + type.event(), true);
        context.start();

        assertThat(tell(Webhooks.PATH, type)).isEqualTo(200);
        assertThat(heard()).isEqualTo(1);
    }

    @Test
    void servesARouteThatComesLater() throws Exception {
        context.start();
        add("twilio-conversations:events/onMessageAdded", true);

        assertThat(tell(Webhooks.PATH, EventType.ON_MESSAGE_ADDED)).isEqualTo(200);
        assertThat(heard()).isEqualTo(1);
    }

    @Test
    void servesARouteThatIsStartedLater() throws Exception {
        add("twilio-conversations:events/onMessageAdded", false);
        context.start();
        assertThat(tell(Webhooks.PATH, EventType.ON_MESSAGE_ADDED)).isEqualTo(503);
        context.getRouteController().startRoute("route");

        assertThat(tell(Webhooks.PATH, EventType.ON_MESSAGE_ADDED)).isEqualTo(200);
        assertThat(heard()).isEqualTo(1);
    }

    @Test
    void servesARouteOfCamelsWebhookComponent() throws Exception {
        add("webhook:twilio-conversations:events/onMessageAdded?webhookComponentName=platform-http&webhookPath=/external"
                + "&webhookExternalUrl=http://example.org&webhookAutoRegister=false", true);
        context.start();

        assertThat(tell("/external", EventType.ON_MESSAGE_ADDED)).isEqualTo(403);
    }

    private void add(String uri, boolean autoStartup) throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(uri).routeId("route").autoStartup(autoStartup).to("mock:events");
            }
        });
    }

    private int tell(String path, EventType type) throws Exception {
        Map<String, List<String>> event = Webhooks.event(type.event());
        String url = "http://localhost:" + context.hasService(VertxPlatformHttpServer.class).getPort() + path;
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(Signature.HEADER, Signature.sign(Webhooks.TOKEN, url, event))
                        .POST(BodyPublishers.ofString(Webhooks.form(event)))
                        .build(),
                BodyHandlers.discarding()).statusCode();
    }

    private int heard() {
        return context.getEndpoint("mock:events", MockEndpoint.class).getReceivedCounter();
    }

    private static final class Resolver extends DefaultComponentResolver {
        @Override
        public Component resolveComponent(String name, CamelContext context) {
            Component component = super.resolveComponent(name, context);
            if (component instanceof PlatformHttpComponent && context.hasService(MainHttpServer.class) == null) {
                MainHttpServer server = new MainHttpServer();
                server.setHost("localhost");
                server.setPort(0);
                try {
                    context.addService(server, true, true);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
            return component;
        }
    }
}
