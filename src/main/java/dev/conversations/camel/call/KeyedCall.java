// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.call;

import dev.conversations.api.TwilioException;
import dev.conversations.camel.once.Key;
import dev.conversations.camel.once.Made;
import dev.conversations.camel.once.Making;
import dev.conversations.camel.once.Once;
import dev.conversations.camel.options.Headers;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** One exchange's create under a key, on the caller's thread. */
record KeyedCall(Once once, Call call, Exchange exchange) {

    private static final String KEY = Headers.of(Key.OPTION);

    void run() {
        Making making = once.making(exchange, call.arguments(), call.key());
        try {
            answer(making, making.run());
        } catch (TwilioException refused) {
            fail(making, refused, refused.getStatus(), refused.getRequestId());
        } catch (IOException unknown) {
            fail(making, unknown, null, null);
        }
    }

    /** The key was for this call: it is not left for the next, which would find its item in place of making one. */
    private void answer(Making making, Made made) {
        Message message = exchange.getMessage();
        message.setBody(made.result().body());
        message.removeHeader(KEY);
        ResultHeaders.set(message, making.tries(), made.result().status(), made.result().requestId());
        message.setHeader(Headers.MADE, made.fresh());
    }

    private void fail(Making making, Exception failure, Integer status, String requestId) {
        ResultHeaders.set(exchange.getMessage(), making.tries(), status, requestId);
        exchange.setException(failure);
    }
}
