// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.kamelet;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.conversations.model.ConfigurationWebhook;
import dev.conversations.model.Conversation;
import dev.conversations.sandbox.Sandbox;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** What somebody runs who has Kamelets, an HTTP server and the properties of an account, and no component of that account. */
final class Application implements AutoCloseable {

    static final String CUSTOMER = "+15551230001";
    static final String SHOP = "+15559990001";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration WAIT = Duration.ofSeconds(30);

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final VertxPlatformHttpServer server;
    private final Properties properties = new Properties();
    private final Sandbox sandbox;
    private final ProducerTemplate calls;
    private final ConsumerTemplate ends;

    private Application(Sandbox sandbox) throws Exception {
        this.sandbox = sandbox;
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost("localhost");
        configuration.setBindPort(0);
        server = new VertxPlatformHttpServer(configuration);
        context.addService(server);
        context.getPropertiesComponent().setInitialProperties(properties);
        context.start();
        calls = context.createProducerTemplate();
        ends = context.createConsumerTemplate();
    }

    /** With an account in {@code application.properties}, for every Kamelet that takes one. */
    static Application of(Sandbox sandbox) throws Exception {
        Application application = without(sandbox);
        Kamelet.all().forEach(kamelet -> Map.of(
                "accountSid", sandbox.accountSid(),
                "authToken", sandbox.authToken(),
                "baseUri", sandbox.baseUri().toString(),
                "publicUrl", "http://localhost:" + application.server.getPort()).forEach((property, value) -> {
            if (kamelet.properties().containsKey(property)) {
                application.properties.setProperty("camel.kamelet." + kamelet.name() + "." + property, value);
            }
        }));
        return application;
    }

    /** With nothing in {@code application.properties}. */
    static Application without(Sandbox sandbox) throws Exception {
        return new Application(sandbox);
    }

    Application with(String property, String value) {
        properties.setProperty(property, value);
        return this;
    }

    Application load(String yaml) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("application.yaml", yaml));
        return this;
    }

    DefaultCamelContext context() {
        return context;
    }

    ProducerTemplate calls() {
        return calls;
    }

    int port() {
        return server.getPort();
    }

    /** What comes next out of an endpoint. */
    Exchange next(String endpoint) {
        return ends.receive(endpoint, WAIT.toMillis());
    }

    JsonNode json(Exchange exchange) throws IOException {
        return JSON.readTree(exchange.getMessage().getBody(byte[].class));
    }

    /** What a call of an endpoint ends with. */
    JsonNode answer(String endpoint, Object body, Map<String, Object> headers) throws IOException {
        return JSON.readTree(calls.requestBodyAndHeaders(endpoint, body, headers, byte[].class));
    }

    /** Calls an operation of the account, as somebody else would. */
    <T> T operation(String uri, Object body, Class<T> type) {
        return calls.requestBody("twilio-conversations:" + uri + (uri.contains("?") ? "&" : "?")
                + "accountSid=" + sandbox.accountSid() + "&authToken=" + sandbox.authToken()
                + "&baseUri=" + URLEncoder.encode(sandbox.baseUri().toString(), StandardCharsets.UTF_8), body, type);
    }

    /** A conversation with a customer at a phone. */
    Conversation conversation(String uniqueName) {
        Conversation made = operation("conversations/create", Map.of("uniqueName", uniqueName), Conversation.class);
        operation("participants/create", Map.of("conversationSid", made.sid(), "messagingBindingAddress", CUSTOMER,
                "messagingBindingProxyAddress", SHOP), Object.class);
        return made;
    }

    List<?> messages(Conversation conversation) {
        return list("messages/list?conversationSid=" + conversation.sid());
    }

    List<?> list(String uri) {
        return operation(uri, null, List.class);
    }

    /** Waits until Twilio's settings tell this application of an event. */
    Application registered(String event) {
        await().atMost(WAIT).until(() -> {
            ConfigurationWebhook webhook = operation("configuration-webhooks/fetch", null, ConfigurationWebhook.class);
            return webhook.filters() != null && webhook.filters().contains(event);
        });
        return this;
    }

    @Override
    public void close() throws IOException {
        context.close();
    }
}
