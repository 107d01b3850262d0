// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.app.start.Settings;
import dev.conversations.app.start.StartFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioAccountTest {
    private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
    private static final String KEY = "SK0123456789abcdef0123456789abcdef";

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ACCOUNT_SID=" + ACCOUNT + " | bridge.twilio.auth-token (TWILIO_AUTH_TOKEN) is missing",
        "AUTH_TOKEN=t | bridge.twilio.account-sid (TWILIO_ACCOUNT_SID) is missing",
        "API_KEY_SID=" + KEY + " API_KEY_SECRET=s | bridge.twilio.account-sid (TWILIO_ACCOUNT_SID) is missing",
        "ACCOUNT_SID=4711 AUTH_TOKEN=t | bridge.twilio.account-sid (TWILIO_ACCOUNT_SID) is no SID: it is AC and 32",
        "ACCOUNT_SID=" + ACCOUNT + " API_KEY_SID=" + KEY + " | bridge.twilio.api-key-secret (TWILIO_API_KEY_SECRET) is missing",
        "ACCOUNT_SID=" + ACCOUNT + " API_KEY_SECRET=s | bridge.twilio.api-key-sid (TWILIO_API_KEY_SID) is missing",
        "ACCOUNT_SID=" + ACCOUNT + " OAUTH_CLIENT_ID=i | bridge.twilio.oauth-client-secret (TWILIO_OAUTH_CLIENT_SECRET) is",
        "ACCOUNT_SID=" + ACCOUNT + " API_KEY_SID=" + KEY + " API_KEY_SECRET=s"
                + " | bridge.twilio.webhook-auth-token (TWILIO_WEBHOOK_AUTH_TOKEN) is missing",
        "ACCOUNT_SID=" + ACCOUNT + " API_KEY_SID=4711 API_KEY_SECRET=s WEBHOOK_AUTH_TOKEN=t"
                + " | bridge.twilio.api-key-sid (TWILIO_API_KEY_SID) is no SID: it is SK and 32"
    })
    void whatIsMissingOrWrongIsNamedAsTheSettingItIs(String given, String reason) {
        assertThatThrownBy(() -> TwilioAccount.of(settings(given))).isInstanceOf(StartFailure.class)
                .message().startsWith(reason).doesNotContain("4711");
    }

    @ParameterizedTest
    @CsvSource({
        "''", "ACCOUNT_SID=" + ACCOUNT + " AUTH_TOKEN=t",
        "ACCOUNT_SID=" + ACCOUNT + " API_KEY_SID=" + KEY + " API_KEY_SECRET=s AUTH_TOKEN=t",
        "ACCOUNT_SID=" + ACCOUNT + " OAUTH_CLIENT_ID=i OAUTH_CLIENT_SECRET=s WEBHOOK_AUTH_TOKEN=t"
    })
    void whatFitsTogetherIsTaken(String given) {
        assertThat(TwilioAccount.of(settings(given)).isReal()).isEqualTo(!given.isEmpty());
    }

    @Test
    void whatIsSaidToCamelItselfIsNotMissing() throws Exception {
        Files.writeString(directory.resolve(Settings.FILE), "camel.component.twilio-conversations.authToken = t\n");

        assertThat(TwilioAccount.of(settings("ACCOUNT_SID=" + ACCOUNT + " WEBHOOK_AUTH_TOKEN=t")).isReal()).isTrue();
    }

    private Settings settings(String given) {
        Map<String, String> environment = new TreeMap<>();
        for (String one : given.isEmpty() ? new String[0] : given.split(" ")) {
            environment.put("TWILIO_" + one.split("=")[0], one.split("=")[1]);
        }
        return Settings.load(directory, environment);
    }
}
