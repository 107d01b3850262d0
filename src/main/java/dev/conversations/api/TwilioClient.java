package dev.conversations.api;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.message.BasicHeader;

/** Calls the API: one client for every operation, thread-safe. A call is one attempt; {@link RetryPolicy} tells what to do next. */
public final class TwilioClient {

    /** The longest reply that is read. */
    static final int MAX_REPLY_BYTES = 10 * 1024 * 1024;

    /** How long one request may take unless it is said. */
    static final Duration USUAL_TIME = Duration.ofSeconds(30);

    private static final Header ACCEPT = new BasicHeader(HttpHeaders.ACCEPT, "application/json");
    private static final Header USER_AGENT = new BasicHeader(HttpHeaders.USER_AGENT, "camel-twilio-conversations");
    private static final int UNAUTHORIZED = 401;

    private final HttpClient http;
    private final Credentials credentials;
    private final Duration longest;
    private final RequestBuilder requests;

    /**
     * @param http follows no redirects and keeps no cookies; it stays the caller's to close
     * @param base scheme, host and port of the API; credentials go nowhere else
     */
    public TwilioClient(HttpClient http, URI base, Credentials credentials) {
        this(http, base, credentials, USUAL_TIME);
    }

    /**
     * @param http follows no redirects and keeps no cookies; it stays the caller's to close
     * @param base scheme, host and port of the API; credentials go nowhere else
     * @param longest how long one request may take, with its reply
     */
    public TwilioClient(HttpClient http, URI base, Credentials credentials, Duration longest) {
        this.http = http;
        this.credentials = credentials;
        this.longest = longest;
        this.requests = new RequestBuilder(base);
    }

    /**
     * Calls an operation, once, which ends in time whatever the server does.
     *
     * @throws IllegalArgumentException when the arguments do not fit the operation; nothing was sent
     * @throws TwilioException when Twilio refused, or its reply cannot be used
     * @throws IOException when no whole reply came
     */
    public Result call(Operation operation, Map<String, ?> arguments) throws IOException {
        return call(operation, requests.build(operation, arguments), arguments);
    }

    /**
     * Fetches a further page of a list, once.
     *
     * @param next {@link Page#next} of the page before
     * @param arguments of the list
     * @throws TwilioException when Twilio refused, or its reply cannot be used
     * @throws IOException when no whole reply came
     */
    public Result follow(Operation operation, URI next, Map<String, ?> arguments) throws IOException {
        return call(operation, requests.follow(next), arguments);
    }

    private Result call(Operation operation, OutgoingRequest request, Map<String, ?> arguments) throws IOException {
        String authorization = credentials.authorization();
        Reply reply = send(request, authorization);
        if (reply.status() == UNAUTHORIZED && credentials.refused(authorization)) {
            reply = send(request, credentials.authorization());
        }
        return new ReplyReader(operation, arguments).read(reply);
    }

    private Reply send(OutgoingRequest request, String authorization) throws IOException {
        request.setHeader(HttpHeaders.AUTHORIZATION, authorization);
        request.setHeader(ACCEPT);
        request.setHeader(USER_AGENT);
        try (IncomingReply reply = IncomingReply.to(request, http, longest)) {
            return reply.whole(MAX_REPLY_BYTES);
        }
    }
}
