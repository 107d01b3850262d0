// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api;

import dev.conversations.api.token.KeptToken;
import dev.conversations.api.token.Token;
import dev.conversations.api.token.TokenEndpoint;
import dev.conversations.api.token.TokenReply;
import dev.conversations.api.wire.NoToken;
import dev.conversations.api.wire.ReplyTooLong;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.hc.client5.http.classic.HttpClient;

/**
 * A bearer token got for client id and secret, kept until shortly before it expires or until Twilio refuses it. However many calls need
 * a new one at the same moment, one request fetches it, and they share its success or its failure.
 *
 * @see <a href="https://www.twilio.com/docs/iam/oauth-apps">OAuth apps</a>
 */
public final class OauthCredentials implements Credentials {

    /** The operation that errors name. */
    static final String OPERATION = "oauth/token";

    /** How client id and secret are refused, as RFC 6749 has it. */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403);

    private final TokenEndpoint endpoint;
    private final String clientId;
    private final String clientSecret;
    private final KeptToken token;

    /**
     * @param http follows no redirects; it stays the caller's to close
     * @param tokenUri where tokens are given out; the secret goes nowhere else
     */
    public OauthCredentials(HttpClient http, URI tokenUri, String clientId, String clientSecret) {
        this(http, tokenUri, clientId, clientSecret, TwilioClient.USUAL_TIME, Timing.SYSTEM);
    }

    /**
     * @param http follows no redirects; it stays the caller's to close
     * @param tokenUri where tokens are given out; the secret goes nowhere else
     * @param longest how long the request for a token may take
     * @param timing tells when that is over, and when a token is
     */
    public OauthCredentials(
            HttpClient http, URI tokenUri, String clientId, String clientSecret, Duration longest, Timing timing) {
        this.endpoint = new TokenEndpoint(http, tokenUri, longest, timing::alarm);
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.token = new KeptToken(this::fetch, timing::now);
    }

    /**
     * @throws TwilioException when the token is refused, or the token endpoint is out of service
     * @throws IOException when no token came
     */
    @Override
    public String authorization() throws IOException {
        return token.text();
    }

    @Override
    public String advice() {
        return "check oauthClientId (%s) and oauthClientSecret, and that they are of the region that is called".formatted(clientId);
    }

    @Override
    public boolean refused(String authorization) {
        token.refused(authorization);
        return true;
    }

    private Token fetch() throws IOException {
        TokenReply reply;
        try {
            reply = endpoint.ask(Map.of(
                    "grant_type", "client_credentials", "client_id", clientId, "client_secret", clientSecret));
        } catch (ReplyTooLong e) {
            throw new TwilioException(OPERATION, 200, 0, "the reply is too long to be a token", null, null, null);
        } catch (IOException e) {
            throw new NoToken(OPERATION, e);
        }
        if (reply.status() != 200) {
            throw refusal(reply, REFUSALS.contains(reply.status())
                    ? "the token was refused: check oauthClientId and oauthClientSecret"
                    : "the token endpoint gives no token now, so nothing was sent");
        }
        Token found = reply.token().orElseThrow(() -> refusal(reply, "the reply holds no token"));
        return new Token("Bearer " + found.text(), found.life());
    }

    private static TwilioException refusal(TokenReply reply, String message) {
        return new TwilioException(OPERATION, reply.status(), 0, message, null, null, reply.retryAfter());
    }
}
