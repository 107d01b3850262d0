// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.conversations.api.operation.Verb;
import dev.conversations.api.wire.Alarms;
import dev.conversations.api.wire.IncomingReply;
import dev.conversations.api.wire.OutgoingRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicNameValuePair;

/**
 * Where tokens are given out. What it is told goes nowhere else.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.2">RFC 6749, 3.2</a>
 */
public final class TokenEndpoint {

    private static final int MAX_REPLY_BYTES = 64 * 1024;

    private final HttpClient http;
    private final URI uri;
    private final Duration longest;
    private final Alarms alarms;

    /**
     * @param http follows no redirects; it stays the caller's to close
     * @param longest how long a request may take
     * @param alarms one rings when that is over
     */
    public TokenEndpoint(HttpClient http, URI uri, Duration longest, Alarms alarms) {
        this.http = http;
        this.uri = uri;
        this.longest = longest;
        this.alarms = alarms;
    }

    /**
     * Asks for a token.
     *
     * @param form the grant and who asks for it
     * @throws IOException when no whole reply came, or one too long to be a token
     */
    public TokenReply ask(Map<String, String> form) throws IOException {
        OutgoingRequest request = new OutgoingRequest(Verb.POST, uri);
        request.setHeader(HttpHeaders.ACCEPT, "application/json");
        List<NameValuePair> fields = form.entrySet().stream()
                .<NameValuePair>map(field -> new BasicNameValuePair(field.getKey(), field.getValue())).toList();
        request.setEntity(new UrlEncodedFormEntity(fields, UTF_8));
        try (IncomingReply reply = IncomingReply.to(request, http, longest, alarms)) {
            return new TokenReply(reply.whole(MAX_REPLY_BYTES));
        }
    }
}
