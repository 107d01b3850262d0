// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.camel.receive.Webhooks;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.Signature;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The properties of an application make its server one within limits. */
class BoundedServerFactoryTest {
    private static final int PATIENCE = 10_000;

    private final Main main = new Main();

    @BeforeEach
    void start() {
        Map.of("camel.server.enabled", "true",
                "camel.server.host", "localhost",
                "camel.server.port", "0",
                "camel.beans.httpServer", "#class:dev.conversations.camel.server.BoundedServerFactory",
                "camel.beans.httpServer.headTimeout", "1s",
                "camel.beans.httpServer.keepAliveTimeout", "2s",
                "camel.beans.httpServer.maxConnections", "5",
                "camel.component.twilio-conversations.authToken", Webhooks.TOKEN).forEach(main::addInitialProperty);
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                for (EventType type : EventType.values()) {
                    from("twilio-conversations:events/" + type.event()).to("log:event?level=DEBUG");
                }
                from("platform-http:/mine").setBody(constant("here"));
            }
        });
        main.start();
    }

    @AfterEach
    void stop() {
        main.stop();
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyEventComes(EventType type) throws Exception {
        Map<String, List<String>> event = Webhooks.event(type.event());
        String url = "http://localhost:" + port() + Webhooks.PATH;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Webhooks.form(event)));

        assertThat(status(request.copy().header(Signature.HEADER, Signature.sign(Webhooks.TOKEN, url, event)))).isEqualTo(200);
        assertThat(status(request.copy().header(Signature.HEADER, "forged"))).isEqualTo(403);
    }

    @Test
    void otherRoutesAreServed() throws Exception {
        assertThat(status(HttpRequest.newBuilder(URI.create("http://localhost:" + port() + "/mine")))).isEqualTo(200);
        assertThat(status(HttpRequest.newBuilder(URI.create("http://localhost:" + port() + "/none")))).isEqualTo(404);
    }

    @Test
    void aConnectionThatBringsNothingComesToAnEnd() throws Exception {
        try (Socket socket = connect()) {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aConnectionIsKeptForAnotherRequestForSoLong() throws Exception {
        try (Socket socket = connect()) {
            long begun = System.nanoTime();
            socket.getOutputStream().write("GET /mine HTTP/1.1\r\nHost: h\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1)).contains("here");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(1_900));
        }
    }

    @Test
    void theLongestWaitedForMakesRoom() throws Exception {
        try (Socket first = connect(); Socket second = connect(); Socket third = connect(); Socket fourth = connect(); Socket fifth = connect();
                Socket sixth = connect()) {
            long begun = System.nanoTime();
            assertThat(first.getInputStream().read()).isEqualTo(-1);
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(900));
            sixth.getOutputStream().write("GET /mine HTTP/1.1\r\nHost: h\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(sixth.getInputStream().read()).isEqualTo('H');
            assertThat(List.of(second, third, fourth, fifth)).allMatch(Socket::isConnected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"headTimeout", "keepAliveTimeout", "maxConnections"})
    void aLimitThatIsNoneIsNamed(String limit) {
        BoundedServerFactory factory = new BoundedServerFactory();
        assertThatThrownBy(() -> {
            switch (limit) {
                case "headTimeout" -> factory.setHeadTimeout(Duration.ZERO);
                case "keepAliveTimeout" -> factory.setKeepAliveTimeout(Duration.ofMillis(-1));
                default -> factory.setMaxConnections(0);
            }
        }).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(limit);
    }

    private int port() {
        return main.getCamelContext().hasService(VertxPlatformHttpServer.class).getPort();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("localhost", port());
        socket.setSoTimeout(PATIENCE);
        return socket;
    }

    private static int status(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
