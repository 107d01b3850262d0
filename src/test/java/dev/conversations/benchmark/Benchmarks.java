package dev.conversations.benchmark;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.conversations.v1.conversation.Message;
import dev.conversations.camel.ConversationsComponent;
import dev.conversations.webhook.Signature;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.http.HttpHost;

/** What calls and webhooks cost beside other ways of making and taking them; started by hand, see CONTRIBUTING.md. */
public final class Benchmarks {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String ACCOUNT = "AC" + "0".repeat(32);
    private static final String CONVERSATION = "CH" + "0".repeat(32);
    private static final int CALLS = Integer.getInteger("calls", 8_000);

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        try (Answering twilio = new Answering(); DefaultCamelContext context = new DefaultCamelContext()) {
            int port = listen(context);
            component(context, twilio.port());
            context.addRoutes(routes(twilio.port()));
            context.start();
            System.out.println("Taking a webhook, processor time of server and client:");
            new Benchmark(CALLS)
                    .way("platform-http, form parsed by the server, nothing checked", post(port, "/bare"))
                    .way("the same, with its headers removed before the answer", post(port, "/lean"))
                    .way("twilio-conversations:events, signature checked", post(port, "/twilio/conversations"))
                    .way("twilio-conversations:events, nothing checked", post(port, "/open"))
                    .print();
            System.out.println("Creating a message, processor time of client and server:");
            ProducerTemplate camel = context.createProducerTemplate();
            TwilioRestClient sdk = sdk(twilio.port());
            new Benchmark(CALLS)
                    .way("twilio-conversations:messages/create", () -> camel.requestBody("direct:component", "Hello"))
                    .way("Twilio's SDK in a route", () -> {
                        return camel.request("direct:sdk", exchange -> exchange.getMessage().setBody(
                                Message.creator(CONVERSATION).setBody("Hello").create(sdk)));
                    })
                    .way("http: in a route, JSON read by Jackson", () -> camel.requestBody("direct:http", "Body=Hello"))
                    .print();
        }
    }

    private static RouteBuilder routes(int twilio) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("platform-http:/bare?httpMethodRestrict=POST").setBody(constant("ok"));
                from("platform-http:/lean?httpMethodRestrict=POST").removeHeaders("*").setBody(constant("ok"));
                from("twilio-conversations:events/onMessageAdded").setBody(constant("ok"));
                from("twilio-conversations:events/onMessageAdded?path=/open&validateSignature=false").setBody(constant("ok"));
                from("direct:component").to("twilio-conversations:messages/create?conversationSid=" + CONVERSATION);
                from("direct:sdk").to("log:sdk?level=TRACE");
                from("direct:http").setHeader("Content-Type", constant("application/x-www-form-urlencoded"))
                        .to("http://localhost:" + twilio + "/v1/Conversations/" + CONVERSATION
                                + "/Messages?authMethod=Basic&authenticationPreemptive=true&connectionsPerRoute=200&authUsername="
                                + ACCOUNT + "&authPassword=" + TOKEN)
                        .unmarshal().json();
            }
        };
    }

    private static void component(DefaultCamelContext context, int twilio) {
        ConversationsComponent component = new ConversationsComponent();
        component.getConfiguration().setAccountSid(ACCOUNT);
        component.getConfiguration().setAuthToken(TOKEN);
        component.getConfiguration().setBaseUri("http://localhost:" + twilio);
        context.addComponent("twilio-conversations", component);
    }

    private static TwilioRestClient sdk(int twilio) {
        HttpRoute route = new HttpRoute(new HttpHost("http", "localhost", twilio));
        return new TwilioRestClient.Builder(ACCOUNT, TOKEN)
                .httpClient(new NetworkHttpClient(HttpClientBuilder.create().setRoutePlanner((host, http) -> route))).build();
    }

    private static int listen(DefaultCamelContext context) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
        server.setBindHost("localhost");
        server.setBindPort(port);
        context.addService(new VertxPlatformHttpServer(server));
        return port;
    }

    /** Posts a signed event over a connection of the caller's own, with next to no work for the client. */
    private static Callable<?> post(int port, String path) {
        ThreadLocal<Connection> connections = new ThreadLocal<>();
        String url = "http://localhost:" + port + path;
        return () -> {
            if (connections.get() == null) {
                connections.set(Connection.to(port));
            }
            connections.get().output().write(request(url, path, port));
            return status(connections.get().input());
        };
    }

    /** A connection that reads with a buffer, so that long replies do not cost the client more than the server. */
    private record Connection(OutputStream output, DataInputStream input) {

        static Connection to(int port) throws IOException {
            Socket socket = new Socket("localhost", port);
            return new Connection(socket.getOutputStream(), new DataInputStream(new BufferedInputStream(socket.getInputStream())));
        }
    }

    private static byte[] request(String url, String path, int port) {
        Map<String, List<String>> event = new LinkedHashMap<>();
        Map.of("AccountSid", ACCOUNT, "EventType", "onMessageAdded", "ConversationSid", CONVERSATION, "Author", "+15551230001",
                "Body", "Hello & welcome, 100 %", "Attributes", "{}", "Index", "7", "RetryCount", "0", "Source", "SMS",
                "DateCreated", "2026-01-02T03:04:05.678Z").forEach((name, value) -> event.put(name, List.of(value)));
        event.put("MessageSid", List.of("IM" + UUID.randomUUID()));
        String form = event.entrySet().stream().map(pair -> pair.getKey() + "=" + URLEncoder.encode(pair.getValue().get(0), UTF_8))
                .collect(Collectors.joining("&"));
        return ("POST " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                + "X-Twilio-Signature: " + Signature.sign(TOKEN, url, event) + "\r\nContent-Length: " + form.length() + "\r\n\r\n" + form)
                .getBytes(US_ASCII);
    }

    private static String status(DataInputStream reply) throws IOException {
        String status = line(reply);
        int length = 0;
        boolean chunked = false;
        for (String header = line(reply); !header.isEmpty(); header = line(reply)) {
            if (header.toLowerCase().startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).trim());
            }
            chunked |= header.toLowerCase().startsWith("transfer-encoding: chunked");
        }
        reply.skipNBytes(length);
        for (int chunk = chunked ? 1 : 0; chunk > 0; line(reply)) {
            chunk = Integer.parseInt(line(reply), 16);
            reply.skipNBytes(chunk);
        }
        if (!status.contains(" 20")) {
            throw new IOException(status);
        }
        return status;
    }

    private static String line(InputStream reply) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = reply.read(); c != '\n'; c = reply.read()) {
            if (c < 0) {
                throw new IOException("closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** A server that answers any request with a message. */
    private static final class Answering implements AutoCloseable {

        private static final String REPLY = "{\"sid\":\"IM%1$s\",\"conversation_sid\":\"CH%1$s\",\"index\":7,\"author\":\"system\",\"body\":\"Hello\"}"
                .formatted("0".repeat(32));

        private final ServerSocket server = new ServerSocket(0);

        Answering() throws IOException {
            Thread acceptor = new Thread(() -> {
                try {
                    while (true) {
                        Socket socket = server.accept();
                        Thread thread = new Thread(() -> serve(socket));
                        thread.setDaemon(true);
                        thread.start();
                    }
                } catch (IOException closed) {
                    Thread.currentThread().interrupt();
                }
            });
            acceptor.setDaemon(true);
            acceptor.start();
        }

        int port() {
            return server.getLocalPort();
        }

        private static void serve(Socket socket) {
            byte[] reply = ("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: " + REPLY.length() + "\r\n\r\n" + REPLY)
                    .getBytes(US_ASCII);
            try (socket) {
                DataInputStream input = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
                OutputStream output = socket.getOutputStream();
                while (true) {
                    int length = 0;
                    for (String header = line(input); !header.isEmpty(); header = line(input)) {
                        if (header.toLowerCase().startsWith("content-length:")) {
                            length = Integer.parseInt(header.substring(15).trim());
                        }
                    }
                    input.skipNBytes(length);
                    output.write(reply);
                }
            } catch (IOException closed) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
