// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.listen;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.conversations.camel.receive.Webhooks;
import dev.conversations.webhook.Signature;
import dev.conversations.webhook.WebhookEvent;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.platform.http.PlatformHttpConstants;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks through a server that is not Vert.x: it hands over headers and the body in bytes. */
class OtherServerTest {
    private final DefaultCamelContext context = new DefaultCamelContext();
    private HttpServer server;
    private String url;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.start();
        url = "http://localhost:" + server.getAddress().getPort() + Webhooks.PATH;
        context.getRegistry().bind(PlatformHttpConstants.PLATFORM_HTTP_ENGINE_NAME, new Engine());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("twilio-conversations:events/onMessageAdded?maxBodySize=1000&authToken=" + Webhooks.TOKEN)
                        .to("mock:events");
            }
        });
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
        server.stop(0);
    }

    @Test
    void anEventReachesItsRoute() throws Exception {
        Map<String, List<String>> event = Webhooks.event("onMessageAdded", "Body", "ü");
        String called = url + "?a=b%20c";
        HttpResponse<String> response = tell(called, event, Signature.sign(Webhooks.TOKEN, called, event));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(context.getEndpoint("mock:events", MockEndpoint.class).getExchanges().get(0).getIn().getBody())
                .isEqualTo(new WebhookEvent(event));
    }

    @Test
    void aForgedOrOversizedOneDoesNot() throws Exception {
        Map<String, List<String>> event = Webhooks.event("onMessageAdded");
        Map<String, List<String>> large = Webhooks.event("onMessageAdded", "Body", "a".repeat(1000));

        assertThat(tell(url, event, "forged").statusCode()).isEqualTo(403);
        assertThat(tell(url + "?X-Twilio-Signature=x", event, "forged").statusCode()).isEqualTo(403);
        assertThat(tell(url, large, Signature.sign(Webhooks.TOKEN, url, large)).statusCode()).isEqualTo(413);
        assertThat(context.getEndpoint("mock:events", MockEndpoint.class).getReceivedCounter()).isZero();
    }

    private static HttpResponse<String> tell(String url, Map<String, List<String>> event, String signature)
            throws Exception {
        return HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(Signature.HEADER, signature)
                        .POST(BodyPublishers.ofString(Webhooks.form(event)))
                        .build(),
                BodyHandlers.ofString());
    }

    /** As little of an engine as the component needs. */
    private final class Engine implements PlatformHttpEngine {
        @Override
        public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
            return new Listener(endpoint, processor);
        }
    }

    private final class Listener extends DefaultConsumer implements PlatformHttpConsumer {
        Listener(PlatformHttpEndpoint endpoint, Processor processor) {
            super(endpoint, processor);
        }

        @Override
        public PlatformHttpEndpoint getEndpoint() {
            return (PlatformHttpEndpoint) super.getEndpoint();
        }

        @Override
        protected void doStart() throws Exception {
            super.doStart();
            server.createContext(getEndpoint().getPath(), this::handle);
        }

        private void handle(HttpExchange http) throws IOException {
            Exchange exchange = createExchange(true);
            http.getRequestHeaders().forEach((name, values) -> exchange.getIn().setHeader(name, values.get(0)));
            exchange.getIn().setHeader(Exchange.HTTP_METHOD, http.getRequestMethod());
            exchange.getIn().setHeader(Exchange.HTTP_URL, "http://" + http.getRequestHeaders().getFirst("Host")
                    + http.getRequestURI().getRawPath());
            exchange.getIn().setHeader(Exchange.HTTP_RAW_QUERY, http.getRequestURI().getRawQuery());
            exchange.getIn().setBody(http.getRequestBody().readAllBytes());
            try {
                getProcessor().process(exchange);
            } catch (Exception e) {
                throw new IOException(e);
            }
            byte[] body = exchange.getMessage().getBody(byte[].class);
            int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
            http.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            http.getResponseBody().write(body);
            http.close();
        }
    }
}
