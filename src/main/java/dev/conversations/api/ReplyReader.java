package dev.conversations.api;

import dev.conversations.api.TwilioClient.Reply;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes results and errors of the replies to one operation. */
final class ReplyReader {

    private static final int NO_CONTENT = 204;

    private final Operation operation;
    private final Map<String, ?> arguments;

    ReplyReader(Operation operation, Map<String, ?> arguments) {
        this.operation = operation;
        this.arguments = arguments;
    }

    Result read(Reply reply) {
        if (reply.status() < 200 || reply.status() > 299) {
            throw refusal(reply);
        }
        return new Result(body(reply), reply.status(), reply.requestId());
    }

    private Object body(Reply reply) {
        if (operation.verb() == Verb.DELETE || reply.status() == NO_CONTENT) {
            return null;
        }
        try {
            return operation.isList()
                    ? page(reply)
                    : Json.read(reply.body(), operation.resource().record());
        } catch (IOException | IllegalArgumentException e) {
            throw useless(reply, e.getMessage());
        }
    }

    private Page page(Reply reply) throws IOException {
        Map<String, Object> envelope = Json.readObject(reply.body());
        if (!(envelope.get(operation.resource().items()) instanceof List<?> values)
                || !(envelope.get("meta") instanceof Map<?, ?> meta)) {
            throw new IOException("No list of " + operation.resource().items());
        }
        List<Object> items = new ArrayList<>(values.size());
        for (Object value : values) {
            if (!(value instanceof Map<?, ?> item)) {
                throw new IOException("An item of the list is no object");
            }
            items.add(Json.fromMap(item, operation.resource().record()));
        }
        return new Page(items, next(meta.get("next_page_url")));
    }

    private static URI next(Object url) throws IOException {
        if (url == null) {
            return null;
        }
        URI next = URI.create(url.toString());
        if (next.getRawPath() == null || !next.getRawPath().startsWith("/v1/")) {
            throw new IOException("The next page lies outside the API");
        }
        return next;
    }

    private TwilioException refusal(Reply reply) {
        if (reply.status() < 400) {
            return error(reply, 0, "a redirect, which is not followed: check baseUri, region and edge", null);
        }
        try {
            Map<String, Object> error = Json.readObject(reply.body());
            return error(
                    reply, error.get("code") instanceof Number code ? code.intValue() : 0,
                    Mask.of(error.get("message") instanceof String message ? message : null, operation, arguments),
                    error.get("more_info") instanceof String info && info.startsWith("https://www.twilio.com/") ? info : null);
        } catch (IOException e) {
            return error(reply, 0, "the reply explains nothing in JSON", null);
        }
    }

    private TwilioException useless(Reply reply, String reason) {
        return error(reply, 0, "Twilio accepted the request, but the reply cannot be read: " + reason, null);
    }

    private TwilioException error(Reply reply, int code, String message, String moreInfo) {
        return new TwilioException(
                operation.name(), reply.status(), code, message, moreInfo, reply.requestId(), reply.retryAfter());
    }
}
