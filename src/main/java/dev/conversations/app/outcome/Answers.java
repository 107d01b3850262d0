// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.outcome;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.conversations.api.text.Json;
import dev.conversations.model.Message;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a message tells of who answered with it. */
public final class Answers {

    private Answers() {}

    /** Whether the bridge wrote it for somebody. */
    public static boolean isByBridge(Message message) {
        return "bridge".equals(attributes(message).get("origin"));
    }

    /** Whether it was a task of a CRM, where its fate is noted. */
    public static boolean isByCrm(Message message) {
        return attributes(message).containsKey("crm");
    }

    /** Its attributes, to be changed; none when they are no JSON object, or the message is not known. */
    static Map<String, Object> attributes(Message message) {
        try {
            return message == null || message.attributes() == null ? new LinkedHashMap<>()
                    : new LinkedHashMap<>(Json.readObject(message.attributes().getBytes(UTF_8)));
        } catch (IOException e) {
            return new LinkedHashMap<>();
        }
    }
}
