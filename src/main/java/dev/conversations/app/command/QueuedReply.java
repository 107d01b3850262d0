package dev.conversations.app.command;

import dev.conversations.api.Json;
import dev.conversations.app.delivery.Undeliverable;
import dev.conversations.app.mail.MailThread;
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
            mark(message);
            return message;
        } catch (IOException | IllegalArgumentException e) {
            throw new Undeliverable("The message is no JSON object with conversationSid, author and body.");
        }
    }

    /**
     * Marks the options of a message as the bridge's own, so that it does not come back.
     *
     * @throws Undeliverable when its attributes are no JSON object
     */
    static void mark(Map<String, Object> message) throws Undeliverable {
        if (!(message.getOrDefault("attributes", Map.of()) instanceof Map<?, ?>)) {
            throw new Undeliverable("The message's attributes are no JSON object.");
        }
        message.putIfAbsent("author", "bridge");
        message.merge("attributes", MailThread.ORIGIN, QueuedReply::stamped);
    }

    private static Object stamped(Object attributes, Object origin) {
        Map<Object, Object> stamped = new LinkedHashMap<>((Map<?, ?>) attributes);
        stamped.putAll((Map<?, ?>) origin);
        return stamped;
    }
}
