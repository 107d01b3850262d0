// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.listen;

import dev.conversations.webhook.Signature;
import dev.conversations.webhook.SignedRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/**
 * An HTTP request as it arrived: URL and body are raw, because the signature is about them.
 *
 * @param origin scheme and host as received
 * @param path as received
 * @param query the raw query; null without one
 * @param header the value of a header by its name; null when it is missing or repeated, but for those that proxies add to
 * @param peer the address of who connected; null when unknown
 */
public record HttpRequest(
        String method,
        String origin,
        String path,
        String query,
        UnaryOperator<String> header,
        String peer,
        byte[] body) {
    private static final String FORM = "application/x-www-form-urlencoded";

    /** The request behind a message of an HTTP server that hands over the body whole. */
    public static HttpRequest of(Message message, int maxBodySize) throws Refusal {
        byte[] body = message.getBody(byte[].class);
        if (body != null && body.length > maxBodySize) {
            throw Refusal.malformed(413, "a body of " + body.length + " bytes");
        }
        String url = message.getHeader(Exchange.HTTP_URL, "", String.class).split("\\?", 2)[0];
        int path = url.indexOf('/', url.indexOf("://") + 3);
        return new HttpRequest(
                message.getHeader(Exchange.HTTP_METHOD, "POST", String.class),
                path < 0 ? url : url.substring(0, path),
                path < 0 ? "" : url.substring(path),
                query(message),
                name -> message.getHeader(name) instanceof String value ? value : null,
                null,
                body == null ? new byte[0] : body);
    }

    /** The value of a header that came in these lines. */
    static String value(String name, List<String> lines) {
        boolean ofProxies = name.equals("Forwarded") || name.startsWith("X-Forwarded-");
        return lines.size() == 1 ? lines.get(0) : ofProxies && !lines.isEmpty() ? String.join(",", lines) : null;
    }

    /** The query as it came; null without one. Servers that tell it in one way only tell it raw. */
    public static String query(Message message) {
        return message.getHeader(Exchange.HTTP_RAW_QUERY, message.getHeader(Exchange.HTTP_QUERY), String.class);
    }

    /** Whether the event is in the query rather than the body. */
    public boolean isGet() {
        return "GET".equals(method);
    }

    /** Whether the body is a form; a body that is empty is one without fields. */
    public boolean isForm() {
        return body.length == 0 || contentType().equals(FORM);
    }

    /** Whether the body says that it is JSON. */
    public boolean isJson() {
        String type = contentType();
        return type.equals("application/json") || type.startsWith("application/") && type.endsWith("+json");
    }

    /**
     * What is to be verified of the request.
     *
     * @param form the fields; null when it is no form
     */
    public SignedRequest signed(Map<String, List<String>> form) {
        String signature = header.apply(Signature.HEADER);
        return form == null
                ? SignedRequest.body(body, signature)
                : SignedRequest.form(isGet() ? Map.of() : form, signature);
    }

    private String contentType() {
        String type = header.apply("Content-Type");
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
