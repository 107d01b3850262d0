package dev.conversations.app;

import dev.conversations.api.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer from the reply queue: a JSON object whose members are options of {@code messages/create}. */
public final class QueuedReply {

    /**
     * The message it wants to be.
     *
     * @throws Undeliverable when it is no JSON object, or its attributes are none
     */
    public Map<String, Object> message(byte[] json) throws Undeliverable {
        try {
            Map<String, Object> message = new LinkedHashMap<>(Json.readObject(json));
            message.putIfAbsent("author", "bridge");
            message.merge("attributes", MailThread.ORIGIN, QueuedReply::stamped);
            return message;
        } catch (IOException | IllegalArgumentException e) {
            throw new Undeliverable("The message is no JSON object with conversationSid, author and body.");
        }
    }

    private static Object stamped(Object attributes, Object origin) {
        if (!(attributes instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("attributes are a JSON object");
        }
        Map<Object, Object> stamped = new LinkedHashMap<>(map);
        stamped.putAll((Map<?, ?>) origin);
        return stamped;
    }
}
