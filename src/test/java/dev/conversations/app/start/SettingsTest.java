// SPDX-License-Identifier: Apache-2.0
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

    @ParameterizedTest
    @CsvSource({
        "HTTP_PORT, eighty", "SANDBOX_PORT, 70000", "BROKER_PORT, -1", "BROKER_HTTP_PORT, 1.5", "SMTP_PORT, smtp",
        "IMAP_PORT, ' 99 3'", "BROKER_TRANSACTED, yes", "QUEUES_ENABLED, 1", "COMMANDS_ENABLED, on", "KAFKA_ENABLED, ja",
        "EMAIL_ENABLED, no", "MAIL_EMBEDDED, y", "REPLIES_WEBHOOKS, never", "HUBSPOT_ENABLED, t", "SALESFORCE_ENABLED, -",
        "SCENE, nope", "REPAIR, perhaps", "CONSUMERS, 0", "REPLIES_CONSUMERS, many", "RETRIES, often", "RETRIES, -1", "RETRY_DELAY, soon",
        "IMAP_DELAY, 1 fortnight", "IMAP_DELAY, 0", "CRM_TASK_DELAY, -5s", "MAIL_MAX_ATTACHMENT, 10MB",
        "MAIL_MAX_DEAD_LETTER, 99999999999", "PUBLIC_URL, bridge.shop.example", "TWILIO_BASE_URI, ftp://x",
        "HUBSPOT_URL, hubapi", "SALESFORCE_LOGIN_URL, //", "SMTP_SECURITY, ssl", "IMAP_SECURITY, TLS",
        "TWILIO_REGISTRATION, yes", "KAFKA_EVENTS, 'onMessageAdded,onNothing'", "QUEUE_REPLIES, 'a b'",
        "KAFKA_TOPIC_EVENTS, a?b", "MAIL_SUPPORT, support", "MAIL_BRIDGE, Ada <ada@x.example>", "MAIL_DEAD_LETTERS, @x",
        "SANDBOX_NUMBER, 0151 123"
    })
    void aValueThatASettingDoesNotTakeIsRefusedByNameAndTold(String variable, String value) {
        Settings settings = Settings.load(directory, Map.of(variable, value));

        assertThatThrownBy(settings::checked).isInstanceOf(StartFailure.class)
                .message().contains("(" + variable + ") is ").matches(".* (it|a port) (can|is) .*\\.").doesNotContain("Ada");
    }

    @Test
    void allDefaultsAreTaken() {
        assertThat(Settings.load(directory, Map.of()).checked()).isNotNull();
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
