// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.conversations.sandbox.Sandbox;
import dev.conversations.testing.FreePort;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.main.Main;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people do wrong in their first hour: each ends in one line that names the way out, and tells no secret. */
class NewcomerTest {

    private static final String ACCOUNT = "AC" + "0".repeat(32);
    private static final String CONVERSATION = "CH" + "0".repeat(32);

    private final Main main = new Main();

    @AfterEach
    void stop() {
        main.stop();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            wrong option           | messages/create?bodyy=Hi                                 | did you mean body?
            wrong option           | messages/create?conversation-sid=room                    | did you mean conversationSid?
            wrong option           | messages/create?maxRetrys=1                              | did you mean maxRetries?
            wrong option           | events/onMessageAdded?publicUri=https://example.com      | did you mean publicUrl?
            wrong value            | events/onMessageAdded?registration=ACOUNT                | Option registration must be one of NONE, ACCOUNT, SERVICE, CONVERSATION
            wrong value            | messages/list?requestTimeout=soon                        | Option requestTimeout must be a duration, such as 500 (milliseconds), 30s or 5m
            wrong value            | messages/list?maxRetries=many                            | Option maxRetries must be a whole number
            wrong value            | events/all?validateSignature=perhaps                     | Option validateSignature must be true or false
            typo in an event       | events/onMesageAdded                                     | did you mean onMessageAdded?
            typo in an event       | events/onmessageadded                                    | did you mean onMessageAdded?
            typo in an event       | events/all?only=onMessageAdded,onMesageRemoved           | did you mean onMessageRemoved?
            typo in a resource     | message/create                                           | did you mean messages?
            typo in a method       | messages/creat                                           | did you mean create?
            another's option       | messages/create?friendlyName=Hi                          | that is an option of
            another's option       | conversations/create?body=Hi                             | that is an option of messages/create
            secret with +          | messages/list?authToken=a+hush                           | authToken=RAW(...); or set it in application.properties
            secret with +          | events/all?webhookAuthToken=hush+a                       | webhookAuthToken=RAW(...)
            secret with &          | messages/list?authToken=a&hush=b                         | say authToken=RAW(...)
            secret with &          | events/all?webhookAuthToken=a&hush=b                     | say webhookAuthToken=RAW(...)
            no SID                 | messages/list?conversationSid=CHxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx | must be a name or a SID: CH and 32 hexadecimal digits
            missing token          | events/onMessageAdded                                    | set webhookAuthToken or authToken, or switch verification off
            missing token          | messages/create?conversationSid=room                     | set accountSid and authToken, or apiKeySid and apiKeySecret
            """)
    void inAUri(String mistake, String uri, String wayOut) {
        assertThat(line(uri)).contains(wayOut).doesNotContain("\n").doesNotContain("hush b");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource(delimiter = '|', textBlock = """
            webhookk-auth-token           | hush    | did you mean webhookAuthToken
            auth.tokn                     | hush    | did you mean authToken
            auth-tokn                     | hush    | did you mean authToken, in properties camel.component.twilio-conversations.auth-token?
            authTokn                      | hush    | did you mean authToken
            AUTH_TOKN                     | hush    | did you mean authToken
            acount-sid                    | AC1     | did you mean accountSid
            sid                           | AC1     | has no option sid; it takes
            token-of-the-account          | hush    | it takes accountSid, acknowledge, apiKeySecret
            registration                  | ACOUNT  | Option registration must be one of NONE, ACCOUNT, SERVICE, CONVERSATION
            request-timeout               | soon    | Option requestTimeout must be a duration
            max-retries                   | many    | Option maxRetries must be a whole number
            idempotent-repository         | keys    | Option idempotentRepository must be a bean: #bean: and its name
            """)
    void inAProperty(String property, String value, String wayOut) {
        main.addInitialProperty("camel.component.twilio-conversations." + property, value);
        Throwable failure = catchThrowable(main::start);
        assertThat(root(failure)).hasMessageContaining(wayOut).message().doesNotContain("\n");
        assertThat(causes(failure)).noneMatch(cause -> String.valueOf(cause.getMessage()).contains("hush"));
    }

    @Test
    void thePortIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            Map.of("camel.server.enabled", "true", "camel.server.host", "localhost",
                    "camel.server.port", String.valueOf(taken.getLocalPort()),
                    "camel.beans.httpServer", "#class:dev.conversations.camel.server.BoundedServerFactory")
                    .forEach(main::addInitialProperty);
            assertThat(root(catchThrowable(main::start))).hasMessageStartingWith("Port " + taken.getLocalPort() + " of localhost cannot be taken")
                    .hasMessageContaining("choose another with camel.server.port").message().doesNotContain("\n");
        }
    }

    @Test
    void thePortOfCamelsOwnServerIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"));
                LogCapture log = LogCapture.of(VertxPlatformHttpServer.class)) {
            Map.of("camel.server.enabled", "true", "camel.server.host", "localhost", "camel.server.port", String.valueOf(taken.getLocalPort()))
                    .forEach(main::addInitialProperty);
            main.start();
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(log.lines(Level.WARN)).anyMatch(line ->
                    line.startsWith("Failed to start Vert.x HttpServer on localhost:" + taken.getLocalPort() + ", reason: Address already in use")));
        }
    }

    @Test
    void thereIsNoNetwork() throws Exception {
        int free = FreePort.next();
        for (String base : new String[] {"http://localhost:" + free, "http://nowhere.invalid"}) {
            assertThat(call(base, "token")).hasMessageContaining("messages/list was not sent to " + base.substring("http://".length()))
                    .hasMessageContaining("check the network, baseUri, region and edge, and whether calls must go through a proxy (http.proxyHost)")
                    .message().doesNotContain("\n");
        }
    }

    @Test
    void theTokenIsWrong() throws Exception {
        try (Sandbox twilio = Sandbox.start()) {
            assertThat(call(twilio.baseUri().toString(), "f".repeat(32))).hasMessageContaining("401")
                    .hasMessageContaining("authToken").hasMessageContaining("accountSid").message().doesNotContain("\n").doesNotContain("ffff");
        }
    }

    /** What a call without retries fails with. */
    private Throwable call(String base, String token) throws Exception {
        Map.of("account-sid", ACCOUNT, "auth-token", token, "base-uri", base, "max-retries", "0").forEach((option, value) ->
                main.addInitialProperty("camel.component.twilio-conversations." + option, value));
        if (!main.isStarted()) {
            main.start();
        }
        return main.getCamelContext().createProducerTemplate().send("twilio-conversations:messages/list?conversationSid=" + CONVERSATION
                + "&baseUri=" + base, exchange -> {}).getException();
    }

    /** The last line of what is said when a route with this URI is started. */
    private String line(String uri) {
        main.configure().addRoutesBuilder(new RouteBuilder() {
            @Override
            public void configure() {
                if (uri.startsWith("events/")) {
                    from("twilio-conversations:" + uri).to("log:event");
                } else {
                    from("direct:call").to("twilio-conversations:" + uri);
                }
            }
        });
        return root(catchThrowable(main::start)).getMessage();
    }

    private static Throwable root(Throwable failure) {
        return causes(failure).reduce(failure, (outer, inner) -> inner);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
