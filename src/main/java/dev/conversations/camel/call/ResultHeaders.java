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
        message.setHeader(Headers.ATTEMPTS, attempts);
        message.removeHeader(Headers.STATUS);
        message.removeHeader(Headers.REQUEST_ID);
        message.removeHeader(Headers.MADE);
        if (status != null) {
            message.setHeader(Headers.STATUS, status);
        }
        if (requestId != null) {
            message.setHeader(Headers.REQUEST_ID, requestId);
        }
    }
}
