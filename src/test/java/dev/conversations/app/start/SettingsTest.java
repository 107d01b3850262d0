package dev.conversations.app.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @TempDir
    private Path directory;

    @Test
    void theEnvironmentWinsOverTheFileAndTheFileOverTheDefault() throws IOException {
        write("bridge.http.port = 8081\nbridge.imap.delay = 5s\n");

        Settings settings = Settings.load(directory, Map.of("HTTP_PORT", "8082", "SMTP_HOST", " "));

        assertThat(settings.port("bridge.http.port")).isEqualTo(8082);
        assertThat(settings.get("bridge.imap.delay")).isEqualTo("5s");
        assertThat(settings.get("bridge.mail.support")).isEqualTo("support@example.com");
        assertThat(settings.has("bridge.smtp.host")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "bridge.http.port, HTTP_PORT",
        "bridge.twilio.api-key-secret, TWILIO_API_KEY_SECRET",
        "bridge.broker.url, BROKER_URL"
    })
    void aSettingHasItsNameInTheEnvironment(String name, String variable) {
        assertThat(Settings.load(directory, Map.of(variable, "x")).get(name)).isEqualTo("x");
    }

    @Test
    void whatIsNoSettingOfTheBridgeIsLeftToCamel() throws IOException {
        write("camel.main.name = mine\nother = 1\n");

        assertThat(Settings.load(directory, Map.of()).properties().keySet())
                .allSatisfy(name -> assertThat(name.toString()).startsWith("bridge."));
    }

    @Test
    void anUnknownSettingIsRefusedByName() throws IOException {
        write("bridge.htp.port = 8081\n");

        assertThatThrownBy(() -> Settings.load(directory, Map.of()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("bridge.htp.port")
                .hasMessageContaining("application.properties");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "-1", "65536"})
    void aPortIsANumberInRange(String port) {
        Settings settings = Settings.load(directory, Map.of("HTTP_PORT", port));

        assertThatThrownBy(() -> settings.port("bridge.http.port"))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("bridge.http.port (HTTP_PORT) is '" + port + "'");
    }

    @Test
    void aPortInUseIsNamedWithWhoWantedItAndTheSettingThatChangesIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = String.valueOf(taken.getLocalPort());
            Settings settings = Settings.load(directory, Map.of("HTTP_PORT", port));

            assertThatThrownBy(() -> Port.claim(settings, "bridge.http.port", "the web server"))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("Port " + port + " is in use, but the web server needs it."
                            + " Choose another with bridge.http.port (HTTP_PORT).");
        }
    }

    @Test
    void portZeroIsAnyFreePort() {
        Settings settings = Settings.load(directory, Map.of("HTTP_PORT", "0"));

        assertThat(Port.claim(settings, "bridge.http.port", "the web server").number()).isPositive();
    }

    private void write(String properties) throws IOException {
        Files.writeString(directory.resolve(Settings.FILE), properties);
    }
}
