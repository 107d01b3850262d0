// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.api.Timing;
import dev.conversations.app.LoggedLines;
import dev.conversations.app.start.Settings;
import dev.conversations.app.start.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told at the start when an OAuth client does not fit. */
class OauthSettingsTest {
    private final Map<String, String> environment = new TreeMap<>();
    private TokenServer provider;

    @TempDir
    private Path directory;

    @BeforeEach
    void start() throws IOException {
        provider = new TokenServer("bridge@shop.example");
        environment.putAll(Map.of("MAIL_OAUTH_TOKEN_URI", provider.uri().toString(), "MAIL_OAUTH_CLIENT_ID", TokenServer.CLIENT,
                "MAIL_OAUTH_CLIENT_SECRET", TokenServer.SECRET, "MAIL_OAUTH_REFRESH_TOKEN", TokenServer.REFRESH,
                "MAIL_SECRET", "a secret", "MAIL_SUPPORT", "desk@shop.example", "MAIL_BRIDGE", "bridge@shop.example",
                "MAIL_DEAD_LETTERS", "lost@shop.example", "MAIL_OAUTH_FILE", directory.resolve("token").toString()));
        for (String server : List.of("SMTP", "IMAP")) {
            environment.putAll(Map.of(server + "_HOST", "mail.shop.example", server + "_USERNAME", "bridge@shop.example"));
        }
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void aServerWithAUserButNoPasswordTakesTokens() {
        environment.put("SMTP_PASSWORD", "a relay's");
        try (MailServers servers = servers()) {
            assertThat(servers.properties()).containsEntry("bridge.imap.mechanisms", "XOAUTH2")
                    .doesNotContainKey("bridge.smtp.mechanisms");
            assertThat(servers.logins().get("imapLogin").getPasswordAuthentication().getPassword())
                    .isEqualTo("access-token-1");
            assertThat(servers.logins().get("smtpLogin").getPasswordAuthentication().getPassword()).isEqualTo("a relay's");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "MAIL_OAUTH_TOKEN_URI |  | bridge.mail.oauth-token-uri (MAIL_OAUTH_TOKEN_URI) is missing",
        "MAIL_OAUTH_CLIENT_ID |  | bridge.mail.oauth-client-id (MAIL_OAUTH_CLIENT_ID) is missing",
        "MAIL_OAUTH_TOKEN_URI | http://login.example.com/token | bridge.mail.oauth-token-uri (MAIL_OAUTH_TOKEN_URI) is no token endpoint: it begins with https://",
        "MAIL_OAUTH_TOKEN_URI | https://me:hidden@login.example.com/token | bridge.mail.oauth-token-uri (MAIL_OAUTH_TOKEN_URI) is no token endpoint",
        "MAIL_OAUTH_TOKEN_URI | login.example.com | bridge.mail.oauth-token-uri (MAIL_OAUTH_TOKEN_URI) is no token endpoint",
        "MAIL_OAUTH_TOKEN_URI | https://[hidden | bridge.mail.oauth-token-uri (MAIL_OAUTH_TOKEN_URI) is no token endpoint",
        "MAIL_OAUTH_CLIENT_SECRET | hidden | No access token for mail came from localhost (401 invalid_client). Check bridge.mail.oauth-client-id (MAIL_OAUTH_CLIENT_ID), bridge.mail.oauth-client-secret (MAIL_OAUTH_CLIENT_SECRET).",
        "MAIL_OAUTH_CLIENT_SECRET |  | No access token for mail came from localhost (401 invalid_client). Check bridge.mail.oauth-client-id",
        "MAIL_OAUTH_REFRESH_TOKEN | hidden | No access token for mail came from localhost (400 invalid_grant). Check bridge.mail.oauth-refresh-token (MAIL_OAUTH_REFRESH_TOKEN).",
        "IMAP_USERNAME |  | bridge.imap.host (IMAP_HOST) needs bridge.imap.username (IMAP_USERNAME)",
        "SMTP_HOST |  | bridge.smtp.host (SMTP_HOST) is missing"
    })
    void whatDoesNotFitIsNamedAtTheStart(String variable, String value, String reason) {
        environment.put(variable, value == null ? "" : value);

        assertThatThrownBy(this::servers).isInstanceOf(StartFailure.class).hasMessageStartingWith(reason)
                .hasMessageNotContaining("hidden");
    }

    @Test
    void aPathThatIsNoTokenEndpointIsNamed() {
        environment.put("MAIL_OAUTH_TOKEN_URI", provider.uri().resolve("/elsewhere").toString());

        assertThatThrownBy(this::servers)
                .hasMessage("No access token for mail came from localhost (404). Check bridge.mail.oauth-token-uri (MAIL_OAUTH_TOKEN_URI).");
    }

    @Test
    void aClientNeedsASecretOrARefreshToken() {
        environment.putAll(Map.of("MAIL_OAUTH_CLIENT_SECRET", "", "MAIL_OAUTH_REFRESH_TOKEN", ""));

        assertThatThrownBy(this::servers).hasMessage("bridge.mail.oauth-client-secret (MAIL_OAUTH_CLIENT_SECRET) is missing:"
                + " to get tokens bridge.mail.oauth-client-id (MAIL_OAUTH_CLIENT_ID) needs it,"
                + " or bridge.mail.oauth-refresh-token (MAIL_OAUTH_REFRESH_TOKEN).");
    }

    @Test
    void aClientThatNobodyNeedsIsToldOf() {
        environment.putAll(Map.of("SMTP_PASSWORD", "hidden", "IMAP_PASSWORD", "hidden"));

        assertThatThrownBy(this::servers)
                .hasMessageStartingWith("bridge.mail.oauth-client-id (MAIL_OAUTH_CLIENT_ID) is of no use")
                .hasMessageNotContaining("hidden");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void aProviderThatIsAwayKeepsNothingFromStarting(int status) throws IOException {
        provider.trouble(status);
        try (LoggedLines logged = LoggedLines.capture()) {
            assertThatCode(() -> servers().close()).doesNotThrowAnyException();
            assertThat(logged.lines()).anyMatch(line -> line.contains("No access token for mail came from localhost (" + status))
                    .noneMatch(line -> line.contains("hidden"));
        }
    }

    @Test
    void theLinesOfTheDocumentsForProvidersAreSettings() throws IOException {
        String page = Files.readString(Path.of("docs/bridge.md"));
        String part = page.substring(page.indexOf("## Microsoft 365 and Gmail"));
        List<String> blocks = Pattern.compile("(?s)```properties\n(.*?)```").matcher(part).results().limit(2)
                .map((MatchResult block) -> block.group(1)).toList();

        assertThat(blocks).hasSize(2).allSatisfy(block -> {
            Files.writeString(directory.resolve(Settings.FILE), block);
            Settings settings = Settings.load(directory, Map.of());
            OauthClient client = OauthClient.of(settings).orElseThrow();
            assertThat(client.tokenUri()).hasScheme("https");
            for (String protocol : List.of("smtp", "imap")) {
                try (MailTokens tokens = new MailTokens(client, Timing.SYSTEM)) {
                    assertThat(MailServer.of(settings, protocol, Optional.of(tokens)).takesTokens()).isTrue();
                }
            }
        });
    }

    private MailServers servers() {
        return MailServers.start(Settings.load(directory, environment), Timing.SYSTEM);
    }
}
