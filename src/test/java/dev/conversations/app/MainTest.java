package dev.conversations.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The app as a process of its own. */
class MainTest {

    @TempDir
    private Path directory;

    private Process process;

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void aPortInUseIsOneLineAndNoStackTrace() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            start(Map.of("HTTP_PORT", String.valueOf(taken.getLocalPort())));

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(err()).isEqualTo("The bridge cannot start: Port " + taken.getLocalPort() + " is in use, but the web server for"
                    + " webhooks needs it. Choose another with bridge.http.port (HTTP_PORT).\n");
            assertThat(out()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "bridge.smtp.host = localhost | bridge.imap.host (IMAP_HOST) is missing",
        "bridge.port = 1 | application.properties: there is no setting bridge.port",
        "camel.main.nope = 1 | nope"
    })
    void aWrongSettingIsOneLineThatNamesIt(String property, String reason) throws Exception {
        Files.writeString(directory.resolve("application.properties"), property);
        start(Map.of());

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(err().lines()).singleElement().asString().contains(reason);
    }

    @Test
    void aDirectoryWithoutRoutesIsNamed() throws Exception {
        start(Map.of("ROUTES", "nowhere"));

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(err().lines()).singleElement().asString()
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
        start(Map.of("ROUTES", routes.toString()));

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(err().lines()).singleElement().asString().contains("conversation");
    }

    @Test
    void theSceneIsPlayedNothingPersonalIsLoggedAndAnInterruptStopsGracefully() throws Exception {
        start(Map.of());
        await().atMost(Duration.ofSeconds(90)).until(() -> out().contains("Ctrl-C"));

        assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor()).isZero();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(out()).contains("The bridge is up.", "--SMS-->", "--mail-->", "Stopping.");
        assertThat(err()).isEmpty();
        assertThat(Files.readString(directory.resolve("logs/bridge.log")))
                .contains("Routes stopped", "(bridge) shutdown in")
                .doesNotContain("+1555", "4711", "@example.com");
    }

    @Test
    void theSandboxRunsAlone() throws Exception {
        start(Map.of(), "--sandbox", "--port", "0");

        await().atMost(Duration.ofSeconds(30)).until(() -> out().contains("/v1/Conversations"));
    }

    private void start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
                .redirectOutput(directory.resolve("out").toFile()).redirectError(directory.resolve("err").toFile());
        builder.environment().clear();
        builder.environment().put("ROUTES", Path.of("routes").toAbsolutePath().toString());
        for (String port : List.of("HTTP", "SANDBOX", "BROKER", "BROKER_HTTP", "SMTP", "IMAP")) {
            builder.environment().put(port + "_PORT", "0");
        }
        builder.environment().putAll(environment);
        process = builder.start();
    }

    private String out() throws IOException {
        return Files.readString(directory.resolve("out"));
    }

    private String err() throws IOException {
        return Files.readString(directory.resolve("err"));
    }
}
