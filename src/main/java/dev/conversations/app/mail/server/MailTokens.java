// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.server;

import dev.conversations.api.Timing;
import dev.conversations.api.token.KeptToken;
import dev.conversations.api.token.Token;
import dev.conversations.api.token.TokenEndpoint;
import dev.conversations.api.token.TokenReply;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/**
 * The access tokens that mailboxes are opened with, got by the bridge's own credentials or by a refresh token. Each is kept
 * until shortly before it ends, or until a mail server refuses it.
 */
final class MailTokens implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    /** A server that refuses each token may refuse them for other reasons; no new one is asked for within this time. */
    private static final Duration BETWEEN_REFUSALS = Duration.ofMinutes(1);

    private final OauthClient client;
    private final RefreshToken refreshToken;
    private final Timing timing;
    private final CloseableHttpClient http;
    private final TokenEndpoint endpoint;
    private final KeptToken token;
    private Instant refused = Instant.MIN;

    MailTokens(OauthClient client, Timing timing) {
        this.client = client;
        this.timing = timing;
        this.refreshToken = new RefreshToken(client.refreshToken(), client.file());
        this.http = HttpClients.custom().useSystemProperties()
                .disableRedirectHandling().disableCookieManagement().disableAutomaticRetries().build();
        this.endpoint = new TokenEndpoint(http, client.tokenUri(), LONGEST, timing::alarm);
        this.token = new KeptToken(this::fetch, timing::now);
    }

    /**
     * The token to log in with.
     *
     * @throws NoMailToken when the provider gives none
     * @throws IOException when it cannot be reached
     */
    String text() throws IOException {
        return token.text();
    }

    /** The token to log in with after a mail server refused one: a new one, unless that happened a moment ago. */
    String afterRefusal() throws IOException {
        if (isFirstRefusal()) {
            token.refused(token.text());
        }
        return token.text();
    }

    @Override
    public void close() throws IOException {
        http.close();
    }

    private synchronized boolean isFirstRefusal() {
        Instant now = timing.now();
        boolean first = refused.equals(Instant.MIN) || !refused.plus(BETWEEN_REFUSALS).isAfter(now);
        refused = first ? now : refused;
        return first;
    }

    private Token fetch() throws IOException {
        TokenReply reply = ask();
        if (reply.token().isEmpty() && refreshToken.isGiven() && client.isGrantRefused(reply) && refreshToken.fallBack()) {
            reply = ask();
        }
        Token found = reply.token().orElse(null);
        if (found == null) {
            throw client.refusal(reply);
        }
        reply.refreshToken().ifPresent(refreshToken::replace);
        return found;
    }

    private TokenReply ask() throws IOException {
        Map<String, String> form = new LinkedHashMap<>();
        if (refreshToken.isGiven()) {
            form.put("grant_type", "refresh_token");
            form.put("refresh_token", refreshToken.current());
        } else {
            form.put("grant_type", "client_credentials");
        }
        form.putAll(client.form());
        try {
            return endpoint.ask(form);
        } catch (IOException e) {
            throw new NoMailToken("No access token for mail came from " + client.tokenUri().getHost() + " ("
                    + e.getClass().getSimpleName() + ").", null);
        }
    }
}
