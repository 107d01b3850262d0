package dev.conversations.api;

import dev.conversations.api.TwilioClient.Reply;
import java.io.IOException;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Makes errors of the replies to one operation. */
final class Refusals {

    private static final String DOCUMENTATION = "https://www.twilio.com/";

    private final String operation;
    private final UnaryOperator<String> mask;

    /** @param mask takes what is secret or personal out of Twilio's words */
    Refusals(String operation, UnaryOperator<String> mask) {
        this.operation = operation;
        this.mask = mask;
    }

    /** Lets a success pass. */
    Reply checked(Reply reply) {
        if (reply.status() >= 200 && reply.status() <= 299) {
            return reply;
        }
        if (reply.status() < 400) {
            throw error(reply, 0, "a redirect, which is not followed: check baseUri, region and edge", null);
        }
        Map<String, Object> error;
        try {
            error = Json.readObject(reply.body());
        } catch (IOException e) {
            throw error(reply, 0, "the reply explains nothing in JSON", null);
        }
        throw error(
                reply, error.get("code") instanceof Number code ? code.intValue() : 0,
                mask.apply(error.get("message") instanceof String message ? message : "no reason given"),
                error.get("more_info") instanceof String info && info.startsWith(DOCUMENTATION) ? info : null);
    }

    /** The error that a success is whose reply is of no use. */
    TwilioException useless(Reply reply, String reason) {
        return error(reply, 0, "Twilio accepted the request, but the reply cannot be read: " + reason, null);
    }

    private TwilioException error(Reply reply, int code, String message, String moreInfo) {
        return new TwilioException(operation, reply.status(), code, message, moreInfo, reply.requestId(), reply.retryAfter());
    }
}
