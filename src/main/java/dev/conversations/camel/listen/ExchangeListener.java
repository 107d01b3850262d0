// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.listen;

import java.util.Map;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.AsyncProcessorSupport;

/** Takes in requests of servers that hand them over as Camel's messages, with headers and a body that they have read. */
public final class ExchangeListener extends AsyncProcessorSupport {

    private final Reception reception;

    public ExchangeListener(Reception reception) {
        this.reception = reception;
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Message message = exchange.getMessage();
        try {
            reception.take(request(message), answer -> {
                answer.write(message);
                callback.done(false);
            });
            return false;
        } catch (Refusal refusal) {
            reception.refuse(refusal).write(message);
            callback.done(true);
            return true;
        }
    }

    private HttpRequest request(Message message) throws Refusal {
        if (message.getBody() instanceof Map) {
            throw Refusal.malformed(415, "the HTTP server has parsed the form, so it cannot be verified as it came");
        }
        return HttpRequest.of(message, reception.maxBodySize());
    }
}
