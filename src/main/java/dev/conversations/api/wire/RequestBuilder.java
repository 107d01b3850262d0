// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api.wire;

import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operation.Piece;
import dev.conversations.api.operation.Option;
import dev.conversations.api.operation.Verb;
import dev.conversations.api.operation.WireText;
import dev.conversations.api.text.FormEntity;
import dev.conversations.api.text.PercentText;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Makes HTTP requests of operations and arguments.
 *
 * @see <a href="https://www.twilio.com/docs/usage/requests-to-twilio">Requests to Twilio</a>
 */
public final class RequestBuilder {

    private final OutgoingRequest example;

    public RequestBuilder(URI base) {
        example = new OutgoingRequest(Verb.GET, base);
    }

    /**
     * The request of a call, without credentials.
     *
     * @throws IllegalArgumentException naming the option that is missing, unknown or wrong
     */
    public OutgoingRequest build(Operation operation, Map<String, ?> arguments) {
        operation.check(arguments);
        OutgoingRequest request = example.again(operation.verb());
        PercentText text = new PercentText();
        addPath(text, operation, arguments);
        boolean posted = operation.verb() == Verb.POST;
        if (posted) {
            request.setPath(text.toString());
            text.clear();
        }
        add(text, operation.fields(), arguments, posted ? "" : "?");
        if (posted) {
            request.setEntity(new FormEntity(text));
        } else {
            request.setPath(text.toString());
        }
        addHeaders(request, operation.headers(), arguments);
        return request;
    }

    /** The request for a page that Twilio named, always to our host whatever host is named. */
    public OutgoingRequest follow(URI page) {
        String query = page.getRawQuery();
        OutgoingRequest request = example.again(Verb.GET);
        request.setPath(query == null ? page.getRawPath() : page.getRawPath() + "?" + query);
        return request;
    }

    private static void addHeaders(OutgoingRequest request, List<Option> options, Map<String, ?> arguments) {
        for (int i = 0; i < options.size(); i++) {
            Object value = arguments.get(options.get(i).name());
            if (value != null) {
                request.setHeader(options.get(i).wire(), WireText.one(options.get(i), value));
            }
        }
    }

    /** @param first what stands before the first field */
    private static void add(PercentText text, List<Option> options, Map<String, ?> arguments, String first) {
        String before = first;
        for (int i = 0; i < options.size(); i++) {
            Option option = options.get(i);
            Object value = arguments.get(option.name());
            if (value != null && !option.takesSeveral()) {
                text.plain(before).field(option.wire(), WireText.one(option, value));
                before = "&";
            } else if (value != null) {
                for (String one : WireText.several(option, value)) {
                    text.plain(before).field(option.wire(), one);
                    before = "&";
                }
            }
        }
    }

    private static void addPath(PercentText text, Operation operation, Map<String, ?> arguments) {
        text.plain("/v1");
        Object service = arguments.get(Operation.CHAT_SERVICE_SID);
        if (service != null) {
            Option option = operation.options().get(Operation.CHAT_SERVICE_SID);
            text.plain("/Services/").segment(WireText.one(option, service));
        }
        List<Piece> pieces = operation.pieces();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            text.plain(piece.fixed());
            if (piece.option() != null) {
                text.segment(WireText.one(piece.option(), arguments.get(piece.option().name())));
            }
        }
    }
}
