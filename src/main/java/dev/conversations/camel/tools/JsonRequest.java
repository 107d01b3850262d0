// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.tools;

import dev.conversations.api.text.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** A request over HTTP whose body is a JSON object, and its answer. */
final class JsonRequest {

    private static final int LONGEST = 1024 * 1024;
    private static final String JSON = "application/json";

    private final Message message;

    JsonRequest(Exchange exchange) {
        message = exchange.getMessage();
    }

    Message message() {
        return message;
    }

    String header(String name) {
        return message.getHeader(name, String.class);
    }

    /** Whether it says that it is JSON, which no form of a web page can say. */
    boolean isJson() {
        String type = header(Exchange.CONTENT_TYPE);
        return type != null && type.split(";")[0].strip().equalsIgnoreCase(JSON);
    }

    /** @throws IOException when the body is no JSON object, or too long a one */
    Map<String, Object> object() throws IOException {
        InputStream body = message.getBody(InputStream.class);
        byte[] bytes = body == null ? new byte[0] : body.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new IOException("The body is longer than " + LONGEST + " bytes");
        }
        return Json.readObject(bytes);
    }

    void answer(int status, Map<String, Object> body) {
        answer(status);
        message.setHeader(Exchange.CONTENT_TYPE, JSON);
        message.setBody(Json.write(body));
    }

    void answer(int status) {
        message.getHeaders().clear();
        message.setBody("");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, status);
        if (status == 401) {
            message.setHeader("WWW-Authenticate", "Bearer");
        }
    }
}
