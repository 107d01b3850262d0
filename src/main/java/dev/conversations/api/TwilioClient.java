package dev.conversations.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.message.BasicHeader;

/** Calls the API: one client for every operation, thread-safe. A call is one attempt; {@link RetryPolicy} tells what to do next. */
public final class TwilioClient {

    /** The longest reply that is read. */
    static final int MAX_REPLY_BYTES = 10 * 1024 * 1024;

    private static final int USUAL_REPLY_BYTES = 2048;
    private static final Header ACCEPT = new BasicHeader(HttpHeaders.ACCEPT, "application/json");
    private static final Header USER_AGENT = new BasicHeader(HttpHeaders.USER_AGENT, "camel-twilio-conversations");
    private static final int UNAUTHORIZED = 401;

    private final HttpClient http;
    private final Credentials credentials;
    private final String host;
    private final RequestBuilder requests;

    /**
     * @param http follows no redirects and keeps no cookies; it stays the caller's to close
     * @param base scheme, host and port of the API; credentials go nowhere else
     */
    public TwilioClient(HttpClient http, URI base, Credentials credentials) {
        this.http = http;
        this.credentials = credentials;
        this.host = base.getAuthority();
        this.requests = new RequestBuilder(base);
    }

    /**
     * Calls an operation, once.
     *
     * @throws IllegalArgumentException when the arguments do not fit the operation; nothing was sent
     * @throws TwilioException when Twilio refused, or its reply cannot be used
     * @throws NoReply when no whole reply came
     */
    public Result call(Operation operation, Map<String, ?> arguments) throws NoReply {
        return call(operation, requests.build(operation, arguments), arguments);
    }

    /**
     * Fetches a further page of a list, once.
     *
     * @param next {@link Page#next} of the page before
     * @param arguments of the list
     * @throws TwilioException when Twilio refused, or its reply cannot be used
     * @throws NoReply when no whole reply came
     */
    public Result follow(Operation operation, URI next, Map<String, ?> arguments) throws NoReply {
        return call(operation, requests.follow(next), arguments);
    }

    private Result call(Operation operation, ClassicHttpRequest request, Map<String, ?> arguments) throws NoReply {
        try {
            return answer(operation, request, arguments);
        } catch (IOException e) {
            throw new NoReply(operation, host, e);
        } catch (TwilioException e) {
            boolean unknown = e.getStatus() == UNAUTHORIZED && e.getOperation().equals(operation.name());
            throw unknown ? e.with(credentials.advice()) : e;
        }
    }

    private Result answer(Operation operation, ClassicHttpRequest request, Map<String, ?> arguments) throws IOException {
        String authorization = credentials.authorization();
        Reply reply = send(request, authorization);
        if (reply.status == UNAUTHORIZED && credentials.refused(authorization)) {
            reply = send(request, credentials.authorization());
        }
        return new ReplyReader(operation, arguments).read(reply);
    }

    private Reply send(ClassicHttpRequest request, String authorization) throws IOException {
        request.setHeader(HttpHeaders.AUTHORIZATION, authorization);
        request.setHeader(ACCEPT);
        request.setHeader(USER_AGENT);
        return execute(http, request);
    }

    /** Sends a request; what is no HTTP is not repeated in the error. */
    static Reply execute(HttpClient http, ClassicHttpRequest request) throws IOException {
        try {
            return http.execute(request, TwilioClient::receive);
        } catch (ClientProtocolException | MalformedChunkCodingException e) {
            throw new IOException("What came back is no HTTP reply that can be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    /** Reads a reply whole, unless it is too long. */
    static Reply receive(ClassicHttpResponse response) throws IOException {
        byte[] body = response.getEntity() == null ? new byte[0] : body(response.getEntity());
        return new Reply(
                response.getCode(), body, text(response, "Twilio-Request-Id"), RetryAfter.parse(text(response, "Retry-After"), text(response, "Date")));
    }

    /** Room is made for what is announced, else for what comes. */
    private static byte[] body(HttpEntity entity) throws IOException {
        long announced = entity.getContentLength();
        if (announced >= 0 && announced <= MAX_REPLY_BYTES) {
            byte[] body = new byte[(int) announced];
            int read = entity.getContent().readNBytes(body, 0, body.length);
            return read == body.length ? body : Arrays.copyOf(body, read);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream(USUAL_REPLY_BYTES);
        byte[] buffer = new byte[USUAL_REPLY_BYTES];
        for (int read = 0; read >= 0 && body.size() <= MAX_REPLY_BYTES; read = entity.getContent().read(buffer)) {
            body.write(buffer, 0, read);
        }
        if (body.size() > MAX_REPLY_BYTES) {
            throw new ReplyTooLong(MAX_REPLY_BYTES);
        }
        return body.toByteArray();
    }

    private static String text(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    /** A reply as it came. */
    record Reply(int status, byte[] body, String requestId, Duration retryAfter) {

        boolean isSuccess() {
            return status >= 200 && status <= 299;
        }
    }
}
