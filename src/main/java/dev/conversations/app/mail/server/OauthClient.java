// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.server;

import dev.conversations.api.token.TokenReply;
import dev.conversations.app.start.Settings;
import dev.conversations.app.start.StartFailure;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the bridge is to the provider of its mailbox.
 *
 * @param tokenUri where tokens are given out
 * @param clientSecret empty for a client without one
 * @param refreshToken empty to get tokens by the client's own credentials
 * @param scope what tokens are for; empty as the provider has it
 * @param file where a refresh token is kept that takes the place of another
 */
record OauthClient(URI tokenUri, String clientId, String clientSecret, String refreshToken, String scope, Path file) {
    static final String CLIENT_ID = "bridge.mail.oauth-client-id";

    private static final String TOKEN_URI = "bridge.mail.oauth-token-uri";
    private static final String CLIENT_SECRET = "bridge.mail.oauth-client-secret";
    private static final String REFRESH_TOKEN = "bridge.mail.oauth-refresh-token";
    private static final String SCOPE = "bridge.mail.oauth-scope";
    private static final String FILE = "bridge.mail.oauth-file";
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);
    private static final Set<Integer> UNAUTHORIZED = Set.of(401, 403);
    private static final String GRANT_REFUSED = "invalid_grant";
    /** RFC 6749, 5.2, and the settings that each is about. */
    private static final Map<String, List<String>> ERRORS = Map.of(
            "invalid_client", List.of(CLIENT_ID, CLIENT_SECRET),
            "unauthorized_client", List.of(CLIENT_ID, CLIENT_SECRET),
            GRANT_REFUSED, List.of(REFRESH_TOKEN),
            "invalid_scope", List.of(SCOPE),
            "invalid_request", List.of(TOKEN_URI, CLIENT_ID, SCOPE),
            "unsupported_grant_type", List.of(TOKEN_URI, REFRESH_TOKEN));

    /**
     * The client in the settings, if there is one.
     *
     * @throws StartFailure when something of it is missing or wrong
     */
    static Optional<OauthClient> of(Settings settings) {
        Optional<String> any = Stream.of(CLIENT_ID, TOKEN_URI, CLIENT_SECRET, REFRESH_TOKEN, SCOPE).filter(settings::has).findFirst();
        if (any.isEmpty()) {
            return Optional.empty();
        }
        for (String needed : List.of(TOKEN_URI, CLIENT_ID)) {
            if (!settings.has(needed)) {
                throw new StartFailure(Settings.both(needed) + " is missing: without it " + Settings.both(any.get())
                        + " is of no use.");
            }
        }
        if (!settings.has(CLIENT_SECRET) && !settings.has(REFRESH_TOKEN)) {
            throw new StartFailure(Settings.both(CLIENT_SECRET) + " is missing: to get tokens " + Settings.both(CLIENT_ID)
                    + " needs it, or " + Settings.both(REFRESH_TOKEN) + ".");
        }
        return Optional.of(new OauthClient(tokenUri(settings.get(TOKEN_URI)), settings.get(CLIENT_ID), settings.get(CLIENT_SECRET),
                settings.get(REFRESH_TOKEN), settings.get(SCOPE), Path.of(settings.get(FILE))));
    }

    /** What every request for a token says of the client. */
    Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>(Map.of("client_id", clientId));
        form.put("client_secret", clientSecret);
        form.put("scope", scope);
        form.values().removeIf(String::isEmpty);
        return form;
    }

    /** Whether it is the refresh token that was refused. */
    boolean isGrantRefused(TokenReply reply) {
        return reply.error().equals(GRANT_REFUSED);
    }

    /** Why there is no token, and which settings to look at if the provider says so. */
    NoMailToken refusal(TokenReply reply) {
        boolean known = ERRORS.containsKey(reply.error());
        String wayOut = reply.status() >= 500 || PASSING.contains(reply.status()) ? null : (known
                ? ERRORS.get(reply.error())
                : UNAUTHORIZED.contains(reply.status()) ? List.of(CLIENT_ID, CLIENT_SECRET) : List.of(TOKEN_URI))
                .stream().map(Settings::both).collect(Collectors.joining(", "));
        return new NoMailToken("No access token for mail came from " + tokenUri.getHost() + " (" + reply.status()
                + (known ? " " + reply.error() : "") + ").", wayOut);
    }

    /** Nothing of what is secret. */
    @Override
    public String toString() {
        return "OauthClient at " + tokenUri.getHost();
    }

    private static URI tokenUri(String value) {
        try {
            URI uri = new URI(value);
            boolean safe = "https".equalsIgnoreCase(uri.getScheme())
                    || "http".equalsIgnoreCase(uri.getScheme()) && HERE.contains(uri.getHost());
            if (safe && uri.getHost() != null && uri.getRawUserInfo() == null && uri.getRawFragment() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // refused below
        }
        throw new StartFailure(Settings.both(TOKEN_URI) + " is no token endpoint: it begins with https://, such as"
                + " https://oauth2.googleapis.com/token.");
    }
}
