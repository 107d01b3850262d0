// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.call;

import dev.conversations.camel.options.Headers;
import org.apache.camel.Message;

/** What a message says of the call that it went through. */
final class ResultHeaders {

    private ResultHeaders() {}

    /**
     * Sets the headers, in place of those of an earlier call.
     *
     * @param status null when no answer came
     * @param requestId null when Twilio named none
     */
    static void set(Message message, int attempts, Integer status, String requestId) {
        message.removeHeader(Headers.MADE);
        message.setHeader(Headers.ATTEMPTS, attempts);
        set(message, Headers.STATUS, status);
        set(message, Headers.REQUEST_ID, requestId);
    }

    private static void set(Message message, String header, Object value) {
        if (value == null) {
            message.removeHeader(header);
        } else {
            message.setHeader(header, value);
        }
    }
}
