package dev.conversations.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.conversations.api.Option.Place;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/**
 * Makes HTTP requests of operations and arguments.
 *
 * @see <a href="https://www.twilio.com/docs/usage/requests-to-twilio">Requests to Twilio</a>
 */
final class RequestBuilder {

    private static final ContentType FORM = ContentType.create("application/x-www-form-urlencoded", UTF_8);

    private final URI base;

    RequestBuilder(URI base) {
        this.base = base;
    }

    /**
     * The request of a call, without credentials.
     *
     * @throws IllegalArgumentException naming the option that is missing, unknown or wrong
     */
    HttpUriRequestBase build(Operation operation, Map<String, ?> arguments) {
        operation.checkNames(arguments.keySet());
        StringBuilder query = new StringBuilder();
        StringBuilder form = new StringBuilder();
        HttpUriRequestBase request = new HttpUriRequestBase(operation.verb().name(), base);
        for (Option option : operation.options().values()) {
            Object value = arguments.get(option.name());
            if (value == null) {
                if (option.required()) {
                    throw new IllegalArgumentException(operation + " needs option " + option.name());
                }
            } else if (option.place() != Place.PATH) {
                for (String text : WireText.of(option, value)) {
                    switch (option.place()) {
                        case QUERY -> append(query, option.wire(), text);
                        case FORM -> append(form, option.wire(), text);
                        default -> request.setHeader(option.wire(), text);
                    }
                }
            }
        }
        String path = path(operation, arguments);
        request.setUri(base.resolve(query.isEmpty() ? path : path + "?" + query));
        if (operation.verb() == Verb.POST) {
            request.setEntity(new StringEntity(form.toString(), FORM));
        }
        return request;
    }

    /** The request for a page that Twilio named, always to our host whatever host is named. */
    HttpUriRequestBase follow(URI page) {
        return new HttpUriRequestBase(
                Verb.GET.name(), base.resolve(page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery())));
    }

    private static String path(Operation operation, Map<String, ?> arguments) {
        StringBuilder path = new StringBuilder("/v1");
        Object service = arguments.get(Operation.CHAT_SERVICE_SID);
        if (service != null) {
            path.append("/Services/").append(segment(operation, Operation.CHAT_SERVICE_SID, service));
        }
        for (String segment : operation.segments()) {
            path.append('/');
            if (segment.startsWith("{")) {
                String name = segment.substring(1, segment.length() - 1);
                path.append(segment(operation, name, arguments.get(name)));
            } else {
                path.append(segment);
            }
        }
        return path.toString();
    }

    private static String segment(Operation operation, String name, Object value) {
        String text = WireText.of(operation.options().get(name), value).get(0);
        return encode(text).replace("+", "%20");
    }

    private static void append(StringBuilder pairs, String name, String value) {
        if (!pairs.isEmpty()) {
            pairs.append('&');
        }
        pairs.append(encode(name)).append('=').append(encode(value));
    }

    /** Form encoding that leaves the unreserved characters of RFC 3986 alone, and no others. */
    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("*", "%2A").replace("%7E", "~");
    }
}
