// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import dev.conversations.camel.ConversationsComponent;
import dev.conversations.camel.observe.Outcome;
import dev.conversations.camel.observe.WatchedPath;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.Signature;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;

/** Routes behind a real HTTP server on a free port, and Twilio in front of it. */
public final class Webhooks implements AutoCloseable {
    public static final String TOKEN = "0123456789abcdef0123456789abcdef";
    public static final String PATH = "/twilio/conversations";

    public interface Loader {
        void load(CamelContext context) throws Exception;
    }

    private final HttpClient client = HttpClient.newBuilder().version(Version.HTTP_1_1).build();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final VertxPlatformHttpServer server;

    private Webhooks() throws Exception {
        VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
        configuration.setBindHost("localhost");
        configuration.setBindPort(0);
        server = new VertxPlatformHttpServer(configuration);
        context.addService(server);
        ConversationsComponent component = new ConversationsComponent();
        component.getConfiguration().setAuthToken(TOKEN);
        context.addComponent("twilio-conversations", component);
    }

    /** Starts these routes. */
    public static Webhooks with(RoutesBuilder routes) throws Exception {
        return with(context -> context.addRoutes(routes));
    }

    /** Starts what is loaded into the context. */
    public static Webhooks with(Loader routes) throws Exception {
        Webhooks webhooks = new Webhooks();
        try {
            routes.load(webhooks.context);
            webhooks.context.start();
            return webhooks;
        } catch (Exception e) {
            webhooks.close();
            throw e;
        }
    }

    /** Starts one route from the events to {@code mock:events}. */
    public static Webhooks from(String events) throws Exception {
        return with(new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/" + events).routeId("route").to("mock:events");
            }
        });
    }

    public DefaultCamelContext context() {
        return context;
    }

    public MockEndpoint mock(String name) {
        return context.getEndpoint("mock:" + name, MockEndpoint.class);
    }

    public long count(Outcome outcome) {
        return paths().stream().mapToLong(path -> path.outcomes().of(outcome)).sum();
    }

    public List<? extends WatchedPath> paths() {
        return context.getCamelContextExtension().getContextPlugin(WatchedPath.All.class).paths();
    }

    /** The URL as the server receives it. */
    public String url(String path) {
        return "http://localhost:" + server.getPort() + path;
    }

    /** The parameters of an event: its type, some SIDs of its own, and these pairs. */
    public static Map<String, List<String>> event(String type, String... pairs) {
        Map<String, List<String>> event = new LinkedHashMap<>();
        event.put("AccountSid", List.of("AC1"));
        event.put("EventType", List.of(type));
        event.put("ConversationSid", List.of("CH1"));
        event.put("MessageSid", List.of("IM" + UUID.randomUUID()));
        EventType.of(type).map(EventType::sid).ifPresent(sid -> event.putIfAbsent(sid, List.of("XX" + UUID.randomUUID())));
        for (int i = 0; i < pairs.length; i += 2) {
            event.put(pairs[i], List.of(pairs[i + 1]));
        }
        return event;
    }

    public static String form(Map<String, List<String>> event) {
        return event.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> encode(entry.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
    }

    /** Tells an event as Twilio does, signed. */
    public HttpResponse<String> tell(Map<String, List<String>> event) throws Exception {
        return post(url(PATH), event, Signature.sign(TOKEN, url(PATH), event));
    }

    public HttpResponse<String> post(String url, Map<String, List<String>> event, String signature, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(BodyPublishers.ofString(form(event)));
        return send(request, signature, headers);
    }

    HttpResponse<String> get(Map<String, List<String>> event) throws Exception {
        String url = url(PATH) + "?" + form(event);
        return send(HttpRequest.newBuilder(URI.create(url)), Signature.sign(TOKEN, url));
    }

    public HttpResponse<String> send(HttpRequest.Builder request, String signature, String... headers)
            throws IOException, InterruptedException {
        if (signature != null) {
            request.header(Signature.HEADER, signature);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() throws IOException {
        context.close();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
