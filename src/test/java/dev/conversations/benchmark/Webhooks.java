// SPDX-License-Identifier: Apache-2.0
package dev.conversations.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.twilio.security.RequestValidator;
import dev.conversations.benchmark.measure.Comparison;
import dev.conversations.benchmark.measure.Table;
import dev.conversations.benchmark.server.Connection;
import dev.conversations.camel.ConversationsComponent;
import dev.conversations.webhook.Signature;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;

/** Taking webhooks: bare routes of platform-http, routes that check by hand, and the component. */
final class Webhooks implements AutoCloseable {

    private static final int ACCOUNTS = 100;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Vertx vertx = Vertx.vertx();
    private final int port;
    private final int bare;

    private Webhooks() throws Exception {
        port = freePort();
        bare = vertx.createHttpServer().requestHandler(Webhooks::answer).listen(0, "localhost")
                .toCompletionStage().toCompletableFuture().get().actualPort();
    }

    static Webhooks start() throws Exception {
        Webhooks webhooks = new Webhooks();
        webhooks.context.addService(server(webhooks.port));
        webhooks.context.getRegistry().bind("claims", new MemoryIdempotentRepository());
        for (int account = 0; account < ACCOUNTS; account++) {
            ConversationsComponent component = new ConversationsComponent();
            component.getConfiguration().setAccountSid(account(account));
            component.getConfiguration().setAuthToken(token(account));
            webhooks.context.addComponent("account" + account, component);
        }
        webhooks.context.addRoutes(webhooks.routes());
        webhooks.context.start();
        return webhooks;
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    static VertxPlatformHttpServer server(int port) {
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setBindHost("localhost");
        server.setBindPort(port);
        return new VertxPlatformHttpServer(server);
    }

    /** Reads the fields of an event, and checks nothing. */
    private static void answer(HttpServerRequest request) {
        request.setExpectMultipart(true).endHandler(read ->
                request.response().setStatusCode(request.getFormAttribute("EventType") == null ? 400 : 200).end("ok"));
    }

    Table take() {
        return Comparison.ofCalled("Taking a webhook", 800)
                .way("platform-http, nothing checked", post("/bare", 1))
                .way("platform-http, signature checked by hand", post("/hand", 1))
                .way("platform-http, signature checked by Twilio's SDK", post("/sdk", 1))
                .way("twilio-conversations:events, nothing checked", post("/open", 1))
                .way("twilio-conversations:events, signature checked", post("/one", 1))
                .way("the same, each event claimed", post("/claimed", 1))
                .way("bare Vert.x, nothing checked", post(bare, () -> request("/bare", 1)));
    }

    Table accounts() {
        return Comparison.ofCalled("Taking a webhook of one of several accounts", 800)
                .way("one account behind the path", post("/one", 1))
                .way(ACCOUNTS + " accounts behind the path", post("/many", ACCOUNTS));
    }

    private RouteBuilder routes() {
        RequestValidator sdk = new RequestValidator(token(0));
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("platform-http:/bare?httpMethodRestrict=POST").setBody(constant("ok"));
                from("platform-http:/hand?httpMethodRestrict=POST").process(exchange -> checked(exchange,
                        Signatures.byHand(token(0), fields(exchange), url("/hand"), signature(exchange))))
                        .removeHeaders("*").setBody(constant("ok"));
                from("platform-http:/sdk?httpMethodRestrict=POST").process(exchange -> checked(exchange,
                        sdk.validate(url("/sdk"), fields(exchange), signature(exchange))))
                        .removeHeaders("*").setBody(constant("ok"));
                from("account0:events/onMessageAdded?path=/open&validateSignature=false").setBody(constant("ok"));
                from("account0:events/onMessageAdded?path=/one").setBody(constant("ok"));
                from("account0:events/onMessageAdded?path=/claimed&idempotentRepository=#claims").setBody(constant("ok"));
                for (int account = 0; account < ACCOUNTS; account++) {
                    from("account" + account + ":events/onMessageAdded?path=/many").setBody(constant("ok"));
                }
            }
        };
    }

    private static Map<String, String> fields(Exchange exchange) {
        Map<String, String> fields = new HashMap<>();
        exchange.getMessage().getBody(Map.class).forEach((name, value) -> fields.put(name.toString(), value.toString()));
        return fields;
    }

    private static String signature(Exchange exchange) {
        return exchange.getMessage().getHeader(Signature.HEADER, String.class);
    }

    private static void checked(Exchange exchange, boolean right) throws GeneralSecurityException {
        if (!right) {
            throw new GeneralSecurityException("a right signature was refused");
        }
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    private static String account(int number) {
        return "AC%032d".formatted(number);
    }

    private static String token(int number) {
        return Calls.TOKEN.substring(3) + "%03d".formatted(number);
    }

    /** Posts events of some accounts, each caller by a connection of its own. */
    private Callable<?> post(String path, int accounts) {
        return post(port, () -> request(path, accounts));
    }

    private byte[] request(String path, int accounts) {
        int account = ThreadLocalRandom.current().nextInt(accounts);
        return request(port, path, url(path), account(account), token(account));
    }

    /** Posts requests to a port of this machine, each caller by a connection of its own. */
    static Callable<?> post(int port, Supplier<byte[]> request) {
        ThreadLocal<Connection> connections = new ThreadLocal<>();
        return () -> {
            if (connections.get() == null) {
                connections.set(Connection.of(new Socket("localhost", port)));
            }
            connections.get().exchange(request.get());
            return null;
        };
    }

    /** A new event of an account, as Twilio posts it to a path. */
    static byte[] request(int port, String path, String url, String account, String token) {
        Map<String, String> event = Signatures.event(account);
        String form = event.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost:" + port
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nX-Twilio-Signature: "
                + Signature.sign(token, url, Signatures.form(event))
                + "\r\nContent-Length: " + form.length() + "\r\n\r\n" + form).getBytes(US_ASCII);
    }

    @Override
    public void close() throws IOException {
        context.close();
        vertx.close();
    }
}
