// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.listen;

import dev.conversations.webhook.EventType;
import dev.conversations.webhook.Reply;
import java.util.function.BiConsumer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** What Twilio gets to read: an HTTP status and, to a pre-action event, JSON. */
public record Answer(int status, String json) {
    public static final Answer OK = new Answer(200, "");
    public static final Answer FAILED = new Answer(500, "");
    public static final Answer BUSY = new Answer(503, "");

    /** Seconds after which a 503 may be tried again. */
    private static final String RETRY_AFTER = "2";

    /** @throws IllegalArgumentException when the reply sets what it may not */
    public static Answer of(Reply reply, EventType type) {
        return new Answer(reply.status(), reply.accepted() ? reply.json(type) : "");
    }

    /** Replaces all that the message held of the request. */
    public void write(Message message) {
        message.getHeaders().clear();
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        headers(message::setHeader);
        message.setBody(json);
    }

    /** Tells the headers that go with the status. */
    void headers(BiConsumer<String, String> header) {
        if (!json.isEmpty()) {
            header.accept(Exchange.CONTENT_TYPE, "application/json");
        }
        if (status == 503) {
            header.accept("Retry-After", RETRY_AFTER);
        }
        if (status == 408 || status == 413) {
            header.accept("Connection", "close");
        }
    }
}
