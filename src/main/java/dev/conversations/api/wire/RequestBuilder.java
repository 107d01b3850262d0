package dev.conversations.api.wire;

import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operation.Piece;
import dev.conversations.api.operation.Option;
import dev.conversations.api.operation.Option.Place;
import dev.conversations.api.operation.Verb;
import dev.conversations.api.operation.WireText;
import dev.conversations.api.text.FormEntity;
import dev.conversations.api.text.PercentText;
import java.net.URI;
import java.util.Map;
import org.apache.hc.core5.net.URIAuthority;

/**
 * Makes HTTP requests of operations and arguments.
 *
 * @see <a href="https://www.twilio.com/docs/usage/requests-to-twilio">Requests to Twilio</a>
 */
public final class RequestBuilder {

    private final String scheme;
    private final URIAuthority authority;

    public RequestBuilder(URI base) {
        OutgoingRequest example = new OutgoingRequest(Verb.GET, base);
        scheme = example.getScheme();
        authority = example.getAuthority();
    }

    /**
     * The request of a call, without credentials.
     *
     * @throws IllegalArgumentException naming the option that is missing, unknown or wrong
     */
    public OutgoingRequest build(Operation operation, Map<String, ?> arguments) {
        operation.checkNames(arguments.keySet());
        OutgoingRequest request = request(operation.verb(), null);
        PercentText form = operation.verb() == Verb.POST ? new PercentText() : null;
        PercentText query = null;
        for (Option option : operation.options().values()) {
            Object value = arguments.get(option.name());
            if (value == null) {
                if (option.required()) {
                    throw new IllegalArgumentException(operation + " needs option " + option.name());
                }
            } else if (option.place() == Place.QUERY) {
                query = query == null ? new PercentText() : query;
                add(query, option, value);
            } else if (option.place() == Place.FORM) {
                add(form, option, value);
            } else if (option.place() == Place.HEADER) {
                request.setHeader(option.wire(), WireText.one(option, value));
            }
        }
        PercentText path = path(operation, arguments);
        request.setPath(query == null ? path.toString() : path + "?" + query);
        if (form != null) {
            request.setEntity(new FormEntity(form));
        }
        return request;
    }

    /** The request for a page that Twilio named, always to our host whatever host is named. */
    public OutgoingRequest follow(URI page) {
        String query = page.getRawQuery();
        return request(Verb.GET, query == null ? page.getRawPath() : page.getRawPath() + "?" + query);
    }

    private OutgoingRequest request(Verb verb, String path) {
        return new OutgoingRequest(verb, scheme, authority, path);
    }

    private static void add(PercentText fields, Option option, Object value) {
        if (option.takesSeveral()) {
            WireText.several(option, value).forEach(text -> add(fields, option.wire(), text));
        } else {
            add(fields, option.wire(), WireText.one(option, value));
        }
    }

    private static void add(PercentText fields, String name, String value) {
        if (!fields.isEmpty()) {
            fields.plain("&");
        }
        fields.field(name, value);
    }

    private static PercentText path(Operation operation, Map<String, ?> arguments) {
        PercentText path = new PercentText().plain("/v1");
        Object service = arguments.get(Operation.CHAT_SERVICE_SID);
        if (service != null) {
            Option option = operation.options().get(Operation.CHAT_SERVICE_SID);
            path.plain("/Services/").segment(WireText.one(option, service));
        }
        for (Piece piece : operation.pieces()) {
            path.plain(piece.fixed());
            if (piece.option() != null) {
                path.segment(WireText.one(piece.option(), arguments.get(piece.option().name())));
            }
        }
        return path;
    }
}
