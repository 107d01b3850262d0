// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel;

import dev.conversations.api.text.Json;
import java.util.Collection;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/** Makes JSON of an event, an item, a list of them or a map, without loss; what is text, bytes or a stream stays as it is. */
@DataTypeTransformer(name = "twilio-conversations:application-json",
        description = "Makes JSON of an event, an item or a map, and leaves what is text or bytes as it is")
public final class JsonTransformer extends Transformer {

    @Override
    public void transform(Message message, DataType from, DataType to) {
        Object body = message.getBody();
        if (body instanceof Record || body instanceof Map || body instanceof Collection) {
            message.setBody(Json.write(body));
            message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        }
    }
}
