// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.testing.FreePort;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {

    @TempDir
    private Path directory;

    @Test
    void aPortInUseIsOneLineAndNoStackTrace() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(refused(Map.of("HTTP_PORT", port))).isEqualTo("The bridge cannot start: Port " + port
                    + " is in use, but the web server for webhooks needs it."
                    + " Choose another with bridge.http.port (HTTP_PORT).\n");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "bridge.smtp.host = localhost | bridge.imap.host (IMAP_HOST) is missing",
        "bridge.port = 1 | application.properties: there is no setting bridge.port",
        "camel.main.nope = 1 | nope"
    })
    void aWrongPropertyIsOneLineThatNamesIt(String property, String reason) throws Exception {
        Files.writeString(directory.resolve("application.properties"), property);

        assertThat(refused(Map.of()).lines()).singleElement().asString().contains(reason);
    }

    @Test
    void mailsOfARealAccountAreNotKeptInMemoryUnlessSomebodyWantsItSo() throws Exception {
        Map<String, String> account = Map.of("TWILIO_ACCOUNT_SID", "AC0123456789abcdef0123456789abcdef",
                "TWILIO_AUTH_TOKEN", "0123456789abcdef0123456789abcdef");

        assertThat(refused(account).lines()).singleElement().asString().contains("bridge.smtp.host (SMTP_HOST)",
                "bridge.imap.host (IMAP_HOST)", "bridge.email.enabled=false (EMAIL_ENABLED)",
                "bridge.mail.embedded=true (MAIL_EMBEDDED)");
        for (String way : List.of("EMAIL_ENABLED=false", "MAIL_EMBEDDED=true")) {
            Map<String, String> allowed = new TreeMap<>(account);
            allowed.put("TWILIO_BASE_URI", "http://localhost:1");
            allowed.put(way.split("=")[0], way.split("=")[1]);
            try (BridgeProcess bridge = BridgeProcess.start(directory, allowed)) {
                await().atMost(Duration.ofSeconds(60)).until(() -> bridge.out().contains("The bridge is up."));
            }
        }
    }

    @Test
    void aDirectoryWithoutRoutesIsNamed() throws Exception {
        assertThat(refused(Map.of("ROUTES", "nowhere")).lines()).singleElement().asString()
                .contains("bridge.routes (ROUTES) is 'nowhere': there is no *.camel.yaml in " + directory);
    }

    @Test
    void aRouteThatCannotStartIsOneLineThatNamesTheOption() throws Exception {
        Path routes = Files.createDirectory(directory.resolve("wrong"));
        Files.writeString(routes.resolve("wrong.camel.yaml"), """
                - route:
                    id: wrong
                    from:
                      uri: direct:wrong
                      steps:
                        - to:
                            uri: twilio-conversations:messages/create
                            parameters:
                              conversation: CH1
                """);

        assertThat(refused(Map.of("ROUTES", routes.toString())).lines()).singleElement().asString()
                .startsWith("The bridge cannot start: route wrong: messages/create has no option conversation; it takes");
    }

    @Test
    void theSceneIsPlayedNothingPersonalIsLoggedAndAnInterruptStopsGracefully() throws Exception {
        try (BridgeProcess bridge = BridgeProcess.start(directory, Map.of())) {
            await().atMost(Duration.ofSeconds(90)).until(() -> bridge.out().contains("Ctrl-C"));
            bridge.interrupt();
            bridge.status();

            assertThat(bridge.out()).contains("The bridge is up.", "--SMS-->", "--mail-->", "Stopping.");
            assertThat(bridge.err()).isEmpty();
            assertThat(bridge.log())
                    .contains("Routes stopped", "(bridge) shutdown in")
                    .doesNotContain("+1555", "4711", "@example.com");
        }
    }

    @Test
    void theSandboxRunsAlone() throws Exception {
        try (BridgeProcess sandbox = BridgeProcess.start(directory, Map.of(), "--sandbox", "--port", "0")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> sandbox.out().contains("/v1/Conversations"));
        }
    }

    @Test
    void theSandboxAloneIsAtThePortOfTheSettings() throws Exception {
        int port = FreePort.next();
        try (BridgeProcess sandbox = BridgeProcess.start(
                directory, Map.of("SANDBOX_PORT", String.valueOf(port)), "--sandbox")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> sandbox.out().contains("http://localhost:" + port + "/v1/Conversations"));
        }
        try (BridgeProcess sandbox = BridgeProcess.start(directory, Map.of("SANDBOX_PORT", "any"), "--sandbox")) {
            assertThat(sandbox.status()).isEqualTo(1);
            assertThat(sandbox.err()).isEqualTo("The sandbox cannot start: bridge.sandbox.port (SANDBOX_PORT) is 'any':"
                    + " a port is a number from 1 to 65535, or 0 for any free one.\n");
        }
    }

    private String refused(Map<String, String> environment) throws Exception {
        try (BridgeProcess bridge = BridgeProcess.start(directory, environment)) {
            assertThat(bridge.status()).isEqualTo(1);
            assertThat(bridge.out()).isEmpty();
            return bridge.err();
        }
    }
}
