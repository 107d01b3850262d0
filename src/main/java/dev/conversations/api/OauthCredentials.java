package dev.conversations.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.conversations.api.operation.Verb;
import dev.conversations.api.text.Json;
import dev.conversations.api.wire.IncomingReply;
import dev.conversations.api.wire.NoToken;
import dev.conversations.api.wire.OutgoingRequest;
import dev.conversations.api.wire.Reply;
import dev.conversations.api.wire.ReplyTooLong;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicNameValuePair;

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

    private static final Duration MARGIN = Duration.ofSeconds(30);
    /** How long a token is kept whose reply names no end. */
    private static final Duration UNNAMED = Duration.ofMinutes(5);
    private static final int MAX_REPLY_BYTES = 64 * 1024;

    private final HttpClient http;
    private final URI tokenUri;
    private final String clientId;
    private final String clientSecret;
    private final InstantSource clock;
    private final Duration longest;
    private final AtomicReference<Token> token = new AtomicReference<>();
    private final AtomicReference<CompletableFuture<Token>> flight = new AtomicReference<>();

    /**
     * @param http follows no redirects; it stays the caller's to close
     * @param tokenUri where tokens are given out; the secret goes nowhere else
     */
    public OauthCredentials(HttpClient http, URI tokenUri, String clientId, String clientSecret) {
        this(http, tokenUri, clientId, clientSecret, TwilioClient.USUAL_TIME);
    }

    /**
     * @param http follows no redirects; it stays the caller's to close
     * @param tokenUri where tokens are given out; the secret goes nowhere else
     * @param longest how long the request for a token may take
     */
    public OauthCredentials(HttpClient http, URI tokenUri, String clientId, String clientSecret, Duration longest) {
        this(http, tokenUri, clientId, clientSecret, longest, InstantSource.system());
    }

    OauthCredentials(
            HttpClient http, URI tokenUri, String clientId, String clientSecret, Duration longest, InstantSource clock) {
        this.http = http;
        this.tokenUri = tokenUri;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.longest = longest;
        this.clock = clock;
    }

    /**
     * @throws TwilioException when the token is refused, or the token endpoint is out of service
     * @throws IOException when no token came
     */
    @Override
    public String authorization() throws IOException {
        Token known = token.get();
        return usable(known) ? known.header() : fetched().header();
    }

    @Override
    public String advice() {
        return "check oauthClientId (%s) and oauthClientSecret, and that they are of the region that is called".formatted(clientId);
    }

    @Override
    public boolean refused(String authorization) {
        Token known = token.get();
        if (known != null && known.header().equals(authorization)) {
            token.compareAndSet(known, null);
        }
        return true;
    }

    private boolean usable(Token known) {
        return known != null && clock.millis() < known.until();
    }

    /** A token, or why there is none: whoever asks while a request is under way shares what becomes of it. */
    private Token fetched() throws IOException {
        CompletableFuture<Token> mine = new CompletableFuture<>();
        CompletableFuture<Token> others = flight.compareAndExchange(null, mine);
        if (others == null) {
            fly(mine);
        }
        try {
            return (others == null ? mine : others).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for a token");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw new NoToken(OPERATION, failure);
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        }
    }

    private void fly(CompletableFuture<Token> mine) {
        try {
            Token known = token.get();
            Token found = usable(known) ? known : fetch();
            token.set(found);
            mine.complete(found);
        } catch (IOException | RuntimeException | Error e) {
            mine.completeExceptionally(e);
        } finally {
            flight.set(null);
        }
    }

    private Token fetch() throws IOException {
        OutgoingRequest request = new OutgoingRequest(Verb.POST, tokenUri);
        request.setHeader(HttpHeaders.ACCEPT, "application/json");
        request.setEntity(new UrlEncodedFormEntity(
                List.of(
                        new BasicNameValuePair("grant_type", "client_credentials"),
                        new BasicNameValuePair("client_id", clientId),
                        new BasicNameValuePair("client_secret", clientSecret)),
                UTF_8));
        try (IncomingReply reply = IncomingReply.to(request, http, longest)) {
            return token(reply.whole(MAX_REPLY_BYTES));
        } catch (ReplyTooLong e) {
            throw new TwilioException(OPERATION, 200, 0, "the reply is too long to be a token", null, null, null);
        }
    }

    private Token token(Reply reply) {
        if (reply.status() != 200) {
            throw refusal(reply, REFUSALS.contains(reply.status())
                    ? "the token was refused: check oauthClientId and oauthClientSecret"
                    : "the token endpoint gives no token now, so nothing was sent");
        }
        Map<String, Object> fields;
        try {
            fields = Json.readObject(reply.body());
        } catch (IOException e) {
            throw refusal(reply, "the reply holds no token");
        }
        if (!(fields.get("access_token") instanceof String text) || text.isBlank()) {
            throw refusal(reply, "the reply holds no token");
        }
        Duration life = fields.get("expires_in") instanceof Number seconds ? Duration.ofSeconds(seconds.longValue()) : UNNAMED;
        Duration margin = life.compareTo(MARGIN.multipliedBy(2)) > 0 ? MARGIN : life.dividedBy(2);
        return new Token("Bearer " + text, clock.millis() + life.minus(margin).toMillis());
    }

    private static TwilioException refusal(Reply reply, String message) {
        return new TwilioException(OPERATION, reply.status(), 0, message, null, null, reply.retryAfter());
    }

    private record Token(String header, long until) {}
}
