// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.api.Timing;
import dev.conversations.app.LoggedLines;
import dev.conversations.app.start.Settings;
import dev.conversations.sandbox.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTokensTest {
    private final SettableClock clock = SettableClock.at(Instant.parse("2026-12-31T23:00:00Z"));
    private final Map<String, String> environment = new TreeMap<>();
    private TokenServer provider;
    private MailTokens tokens;

    @TempDir
    private Path directory;

    @BeforeEach
    void start() throws IOException {
        provider = new TokenServer("bridge@shop.example");
        environment.putAll(Map.of("MAIL_OAUTH_TOKEN_URI", provider.uri().toString(),
                "MAIL_OAUTH_CLIENT_ID", TokenServer.CLIENT, "MAIL_OAUTH_CLIENT_SECRET", TokenServer.SECRET,
                "MAIL_OAUTH_FILE", directory.resolve("kept/token").toString()));
        tokens = null;
    }

    @AfterEach
    void stop() throws IOException {
        provider.close();
        if (tokens != null) {
            tokens.close();
        }
    }

    @Test
    void aClientGetsATokenByItsOwnCredentialsOnceAndANewOneBeforeItEnds() throws IOException {
        environment.put("MAIL_OAUTH_SCOPE", "https://outlook.office365.com/.default");

        assertThat(started().text()).isEqualTo("access-token-1");
        clock.advance(Duration.ofSeconds(3569));
        assertThat(tokens.text()).isEqualTo("access-token-1");
        clock.advance(Duration.ofSeconds(2));
        assertThat(tokens.text()).isEqualTo("access-token-2");
        assertThat(provider.requests()).hasSize(2).containsOnly(Map.of("grant_type", "client_credentials",
                "client_id", TokenServer.CLIENT, "client_secret", TokenServer.SECRET,
                "scope", "https://outlook.office365.com/.default"));
    }

    @Test
    void aRefreshTokenIsUsedInPlaceOfTheClientsOwnCredentials() throws IOException {
        environment.put("MAIL_OAUTH_REFRESH_TOKEN", TokenServer.REFRESH);

        assertThat(started().text()).isEqualTo("access-token-1");
        assertThat(provider.requests()).containsExactly(Map.of("grant_type", "refresh_token",
                "refresh_token", TokenServer.REFRESH, "client_id", TokenServer.CLIENT, "client_secret", TokenServer.SECRET));
    }

    @Test
    void aRefreshTokenThatTakesThePlaceOfAnotherOutlivesARestart() throws IOException {
        environment.put("MAIL_OAUTH_REFRESH_TOKEN", TokenServer.REFRESH);
        provider.rotate();
        started().text();
        clock.advance(Duration.ofHours(1));
        tokens.text();
        tokens.close();

        assertThat(started().text()).isEqualTo("access-token-3");
        assertThat(provider.requests()).extracting(form -> form.get("refresh_token"))
                .containsExactly(TokenServer.REFRESH, "refresh-1-hidden", "refresh-2-hidden");
    }

    @Test
    void theKeptRefreshTokenIsItsOwnersAlone() throws IOException {
        environment.put("MAIL_OAUTH_REFRESH_TOKEN", TokenServer.REFRESH);
        provider.rotate();
        started().text();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("kept/token"))))
                .isEqualTo("rw-------");
        assertThat(directory.resolve("kept")).isDirectoryContaining("glob:**/token").isDirectoryNotContaining("glob:**.next");
    }

    @Test
    void anotherRefreshTokenInTheSettingsEndsWhatIsKept() throws IOException {
        environment.put("MAIL_OAUTH_REFRESH_TOKEN", TokenServer.REFRESH);
        provider.rotate();
        started().text();
        tokens.close();
        environment.put("MAIL_OAUTH_REFRESH_TOKEN", "renewed-by-hand");
        provider.know("renewed-by-hand");
        started().text();

        assertThat(provider.requests().get(1)).containsEntry("refresh_token", "renewed-by-hand");
    }

    @Test
    void aKeptRefreshTokenThatIsRefusedMakesRoomForThatOfTheSettings() throws IOException {
        environment.put("MAIL_OAUTH_REFRESH_TOKEN", TokenServer.REFRESH);
        provider.rotate();
        started().text();
        tokens.close();
        provider.forgetRefreshTokens();
        provider.know(TokenServer.REFRESH);

        assertThat(started().text()).isEqualTo("access-token-2");
        assertThat(provider.requests()).extracting(form -> form.get("refresh_token"))
                .containsExactly(TokenServer.REFRESH, "refresh-1-hidden", TokenServer.REFRESH);
    }

    @Test
    void aRefreshTokenThatCannotBeKeptIsUsedAndToldOf() throws IOException {
        environment.putAll(Map.of("MAIL_OAUTH_REFRESH_TOKEN", TokenServer.REFRESH,
                "MAIL_OAUTH_FILE", Files.createFile(directory.resolve("file")).resolve("token").toString()));
        provider.rotate();
        try (LoggedLines logged = LoggedLines.capture()) {
            started().text();
            clock.advance(Duration.ofHours(1));

            assertThat(tokens.text()).isEqualTo("access-token-2");
            assertThat(logged.lines()).anyMatch(line -> line.contains("bridge.mail.oauth-file (MAIL_OAUTH_FILE) cannot be written"))
                    .noneMatch(line -> line.contains("hidden"));
        }
    }

    @Test
    void aTokenThatAMailServerRefusesIsReplacedOnceAMinute() throws IOException {
        started().text();

        assertThat(tokens.afterRefusal()).isEqualTo("access-token-2");
        assertThat(tokens.afterRefusal()).isEqualTo("access-token-2");
        clock.advance(Duration.ofMinutes(1));
        assertThat(tokens.afterRefusal()).isEqualTo("access-token-3");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void aProviderThatIsAwayBlamesNoSettingAndIsAskedAgain(int status) throws IOException {
        provider.trouble(status);
        started();
        assertThatThrownBy(tokens::text).isInstanceOfSatisfying(NoMailToken.class, why -> {
            assertThat(why.wayOut()).isEmpty();
            assertThat(why).hasMessage("No access token for mail came from localhost (" + status + ").");
        });
        provider.trouble(0);
        assertThat(tokens.text()).isEqualTo("access-token-1");
        provider.close();
        clock.advance(Duration.ofHours(1));
        assertThatThrownBy(tokens::text).isInstanceOf(NoMailToken.class).hasMessageNotContaining("hidden")
                .hasMessageStartingWith("No access token for mail came from localhost (");
    }

    private MailTokens started() {
        tokens = new MailTokens(OauthClient.of(Settings.load(directory, environment)).orElseThrow(), Timing.of(clock));
        return tokens;
    }
}
