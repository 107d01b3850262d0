package dev.conversations.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/**
 * A bearer token got for client id and secret, kept until shortly before it expires or until Twilio refuses it. However many calls need
 * a new one at the same moment, one request fetches it.
 *
 * @see <a href="https://www.twilio.com/docs/iam/oauth-apps">OAuth apps</a>
 */
public final class OauthCredentials implements Credentials {

    private static final Duration MARGIN = Duration.ofSeconds(30);
    /** How long a token is kept whose reply names no end. */
    private static final Duration UNNAMED = Duration.ofMinutes(5);
    private static final int MAX_REPLY_BYTES = 64 * 1024;

    private final HttpClient http;
    private final URI tokenUri;
    private final String clientId;
    private final String clientSecret;
    private final InstantSource clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Token token;

    /**
     * @param http follows no redirects; it stays the caller's to close
     * @param tokenUri where tokens are given out; the secret goes nowhere else
     */
    public OauthCredentials(HttpClient http, URI tokenUri, String clientId, String clientSecret) {
        this(http, tokenUri, clientId, clientSecret, InstantSource.system());
    }

    OauthCredentials(HttpClient http, URI tokenUri, String clientId, String clientSecret, InstantSource clock) {
        this.http = http;
        this.tokenUri = tokenUri;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.clock = clock;
    }

    /** @throws TwilioException when the token is refused */
    @Override
    public String authorization() throws IOException {
        Token known = token;
        if (usable(known)) {
            return known.header();
        }
        fetching.lock();
        try {
            if (!usable(token)) {
                token = fetch();
            }
            return token.header();
        } finally {
            fetching.unlock();
        }
    }

    @Override
    public boolean refused(String authorization) {
        fetching.lock();
        try {
            if (token != null && token.header().equals(authorization)) {
                token = null;
            }
            return true;
        } finally {
            fetching.unlock();
        }
    }

    private boolean usable(Token known) {
        return known != null && clock.millis() < known.until();
    }

    private Token fetch() throws IOException {
        HttpPost request = new HttpPost(tokenUri);
        request.setHeader(HttpHeaders.ACCEPT, "application/json");
        request.setEntity(new UrlEncodedFormEntity(
                List.of(
                        new BasicNameValuePair("grant_type", "client_credentials"),
                        new BasicNameValuePair("client_id", clientId),
                        new BasicNameValuePair("client_secret", clientSecret)),
                UTF_8));
        return http.execute(request, this::token);
    }

    private Token token(ClassicHttpResponse response) throws IOException {
        HttpEntity entity = response.getEntity();
        byte[] body = entity == null ? new byte[0] : entity.getContent().readNBytes(MAX_REPLY_BYTES + 1);
        if (body.length > MAX_REPLY_BYTES) {
            throw refusal(response.getCode(), "the reply is too long to be a token");
        }
        if (response.getCode() != 200) {
            throw refusal(response.getCode(), "the token was refused: check oauthClientId and oauthClientSecret");
        }
        Map<String, Object> reply;
        try {
            reply = Json.readObject(body);
        } catch (IOException e) {
            throw refusal(response.getCode(), "the reply holds no token");
        }
        if (!(reply.get("access_token") instanceof String text) || text.isBlank()) {
            throw refusal(response.getCode(), "the reply holds no token");
        }
        Duration life = reply.get("expires_in") instanceof Number seconds ? Duration.ofSeconds(seconds.longValue()) : UNNAMED;
        Duration margin = life.compareTo(MARGIN.multipliedBy(2)) > 0 ? MARGIN : life.dividedBy(2);
        return new Token("Bearer " + text, clock.millis() + life.minus(margin).toMillis());
    }

    private static TwilioException refusal(int status, String message) {
        return new TwilioException("oauth/token", status, 0, message, null, null, null);
    }

    private record Token(String header, long until) {}
}
