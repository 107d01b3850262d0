// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.command;

import dev.conversations.api.operation.Operations;
import dev.conversations.api.text.Json;
import dev.conversations.app.delivery.Origin;
import dev.conversations.app.delivery.Payload;
import dev.conversations.app.delivery.Undeliverable;
import jakarta.jms.Message;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** An answer from the reply queue: a JSON object whose members are options of {@code messages/create}. */
public final class QueuedReply {

    /**
     * The message it wants to be, marked as the bridge's own.
     *
     * @param key tells it from others; null when nothing does
     * @throws Undeliverable when it is no JSON object, or its attributes are none
     */
    public Map<String, Object> message(byte[] json, String key) throws Undeliverable {
        Map<String, Object> message = new LinkedHashMap<>(members(json));
        mark(message, key);
        return message;
    }

    /** The conversation that a message on the queue is for; empty when it names none. */
    public static String conversation(Message queued) {
        try {
            return Objects.toString(members(Payload.of(queued)).get("conversationSid"), "");
        } catch (Undeliverable e) {
            return "";
        }
    }

    private static Map<String, Object> members(byte[] json) throws Undeliverable {
        try {
            return Json.readObject(json);
        } catch (IOException | IllegalArgumentException e) {
            throw new Undeliverable("The message is no JSON object with conversationSid, author and body.");
        }
    }

    /**
     * Marks it as the bridge's own; without an author the bridge is it.
     *
     * @throws IllegalArgumentException when it has members that are no options
     */
    static void mark(Map<String, Object> message, String key) throws Undeliverable {
        Operations.all().get("messages/create").checkNames(message.keySet());
        message.putIfAbsent("author", "bridge");
        Origin.mark(message, key);
    }
}
