// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api;

import dev.conversations.api.list.Page;
import dev.conversations.api.operation.Operation;
import dev.conversations.api.wire.IncomingReply;
import dev.conversations.api.wire.OutgoingRequest;
import dev.conversations.api.wire.Reply;
import dev.conversations.api.wire.RequestBuilder;
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
    private final String host;
    private final Duration longest;
    private final RequestBuilder requests;
    private final Gate gate;
    private final Timing timing;
    private final boolean bulk;

    /**
     * @param http follows no redirects and keeps no cookies; it stays the caller's to close
     * @param base scheme, host and port of the API; credentials go nowhere else
     */
    public TwilioClient(HttpClient http, URI base, Credentials credentials) {
        this(http, base, credentials, USUAL_TIME, Gate.OPEN, Timing.SYSTEM);
    }

    /**
     * @param http follows no redirects and keeps no cookies; it stays the caller's to close
     * @param base scheme, host and port of the API; credentials go nowhere else
     * @param longest how long one request may take, with its reply
     * @param gate through which all requests go
     * @param timing tells when a request has taken too long
     */
    public TwilioClient(HttpClient http, URI base, Credentials credentials, Duration longest, Gate gate, Timing timing) {
        this(http, credentials, base.getAuthority(), longest, new RequestBuilder(base), gate, timing, false);
    }

    private TwilioClient(HttpClient http, Credentials credentials, String host, Duration longest, RequestBuilder requests,
            Gate gate, Timing timing, boolean bulk) {
        this.http = http;
        this.credentials = credentials;
        this.host = host;
        this.longest = longest;
        this.requests = requests;
        this.gate = gate;
        this.timing = timing;
        this.bulk = bulk;
    }

    /** The same for what nobody waits for. */
    public TwilioClient inBulk() {
        return new TwilioClient(http, credentials, host, longest, requests, gate, timing, true);
    }

    /**
     * Calls an operation, once, which ends in time whatever the server does.
     *
     * @throws IllegalArgumentException when the arguments do not fit the operation; nothing was sent
     * @throws TwilioException when Twilio refused, or its reply cannot be used
     * @throws IOException when no whole reply came, mostly {@link NoReply}
     */
    public Result call(Operation operation, Map<String, ?> arguments) throws IOException {
        return call(operation, arguments, longest);
    }

    /**
     * As {@link #call(Operation, Map)}.
     *
     * @param left the time that is left for it, if that is less than one request may take anyway
     */
    public Result call(Operation operation, Map<String, ?> arguments, Duration left) throws IOException {
        return call(operation, requests.build(operation, arguments), arguments, left);
    }

    /**
     * Fetches a further page of a list, once.
     *
     * @param next {@link Page#next} of the page before
     * @param arguments of the list
     * @throws TwilioException when Twilio refused, or its reply cannot be used
     * @throws IOException when no whole reply came, mostly {@link NoReply}
     */
    public Result follow(Operation operation, URI next, Map<String, ?> arguments) throws IOException {
        return follow(operation, next, arguments, longest);
    }

    /**
     * As {@link #follow(Operation, URI, Map)}.
     *
     * @param left the time that is left for it, if that is less than one request may take anyway
     */
    public Result follow(Operation operation, URI next, Map<String, ?> arguments, Duration left) throws IOException {
        return call(operation, requests.follow(next), arguments, left);
    }

    private Result call(Operation operation, OutgoingRequest request, Map<String, ?> arguments, Duration left) throws IOException {
        return gate.pass(operation, arguments, bulk, () -> exchange(operation, request, arguments, left));
    }

    private Result exchange(Operation operation, OutgoingRequest request, Map<String, ?> arguments, Duration left) throws NoReply {
        try {
            return answer(operation, request, arguments, left.compareTo(longest) < 0 ? left : longest);
        } catch (IOException e) {
            throw new NoReply(operation.name(), host, e);
        } catch (TwilioException e) {
            boolean unknown = e.getStatus() == UNAUTHORIZED && e.getOperation().equals(operation.name());
            throw unknown ? e.with(credentials.advice()) : e;
        }
    }

    private Result answer(Operation operation, OutgoingRequest request, Map<String, ?> arguments, Duration time)
            throws IOException {
        String authorization = credentials.authorization();
        Reply reply = send(request, authorization, time);
        if (reply.status() == UNAUTHORIZED && credentials.refused(authorization)) {
            reply = send(request, credentials.authorization(), time);
        }
        return new ReplyReader(operation, arguments).read(reply);
    }

    private Reply send(OutgoingRequest request, String authorization, Duration time) throws IOException {
        request.setHeader(HttpHeaders.AUTHORIZATION, authorization);
        request.setHeader(ACCEPT);
        request.setHeader(USER_AGENT);
        try (IncomingReply reply = IncomingReply.to(request, http, time, timing::alarm)) {
            return reply.whole(MAX_REPLY_BYTES);
        }
    }
}
