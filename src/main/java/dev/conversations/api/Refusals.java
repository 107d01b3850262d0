// SPDX-License-Identifier: Apache-2.0
package dev.conversations.api;

import dev.conversations.api.mask.Mask;
import dev.conversations.api.text.Json;
import dev.conversations.api.wire.Reply;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;

/** Makes errors of the replies to one operation. */
final class Refusals {

    private static final String DOCUMENTATION = "https://www\\.twilio\\.com/[A-Za-z0-9/_-]*";
    private static final String REQUEST_ID = "RQ[0-9A-Za-z]{1,32}";

    private final String operation;
    private final Supplier<Mask> mask;

    /** @param mask takes what is secret or personal out of Twilio's words */
    Refusals(String operation, Supplier<Mask> mask) {
        this.operation = operation;
        this.mask = mask;
    }

    /** The error that a reply is which is no success. */
    TwilioException refusal(Reply reply) {
        if (reply.status() < 400) {
            return error(reply, 0, "a redirect, which is not followed: check baseUri, region and edge", null);
        }
        Map<String, Object> error;
        try {
            error = Json.readObject(reply.body());
        } catch (IOException e) {
            return error(reply, 0, "the reply explains nothing in JSON", null);
        }
        return error(
                reply, error.get("code") instanceof Number code ? code.intValue() : 0,
                mask.get().apply(error.get("message") instanceof String message ? message : "no reason given"),
                shown(error.get("more_info"), DOCUMENTATION));
    }

    /** The error that a success is whose reply is of no use. */
    TwilioException useless(Reply reply, String reason) {
        return error(reply, 0, "Twilio accepted the request, but the reply cannot be read: " + reason, null);
    }

    private TwilioException error(Reply reply, int code, String message, String moreInfo) {
        return new TwilioException(operation, reply.status(), code, message, moreInfo,
                shown(reply.requestId(), REQUEST_ID), reply.retryAfter());
    }

    /** A text that looks as it should and tells nothing; null otherwise. */
    private String shown(Object text, String pattern) {
        return text instanceof String shown && shown.matches(pattern) && mask.get().apply(shown).equals(shown) ? shown : null;
    }
}
