package dev.conversations.app.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.conversations.api.Json;
import dev.conversations.model.Message;
import dev.conversations.webhook.WebhookEvent;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The mark that messages of the bridge bear in their attributes: where they come from, so that they do not go back
 * there, and a key, so that the same message is not created twice.
 */
public final class Origin {
    private static final String ORIGIN = "origin";
    private static final String BRIDGE = "bridge";
    private static final String KEY = "key";
    private static final String ATTRIBUTES = "attributes";
    private static final List<String> PLACE = List.of("conversationSid", "chatServiceSid");

    /** Whether somebody else than this bridge wrote the message. A chat client that says it was the bridge lies. */
    public boolean isForeign(WebhookEvent event) {
        return !BRIDGE.equals(event.attributes().get(ORIGIN)) || isByClient(event);
    }

    /** Whether the message may go to the CRM: it does not come from there. */
    public boolean isForeignTo(WebhookEvent event, String crm) {
        return !crm.equals(event.attributes().get("crm")) || isByClient(event);
    }

    /**
     * Marks a message as the bridge's own.
     *
     * @param message options of {@code messages/create}
     * @param key is the same for the same message; null when it is not known
     * @throws Undeliverable when the message has attributes that are no JSON object
     */
    public static void mark(Map<String, Object> message, String key) throws Undeliverable {
        if (!(message.getOrDefault(ATTRIBUTES, Map.of()) instanceof Map<?, ?> given)) {
            throw new Undeliverable("The message's attributes are no JSON object.");
        }
        Map<String, Object> attributes = new LinkedHashMap<>();
        given.forEach((name, value) -> attributes.put(name.toString(), value));
        attributes.put(ORIGIN, BRIDGE);
        if (key != null) {
            attributes.put(KEY, key);
        }
        message.put(ATTRIBUTES, attributes);
    }

    /** Where the message belongs, as options of {@code messages/list}. */
    public Map<String, Object> place(Map<String, Object> message) {
        Map<String, Object> place = new LinkedHashMap<>(message);
        place.keySet().retainAll(PLACE);
        return place;
    }

    /** Whether the message can be told from others: it bears a key. */
    public boolean hasKey(Map<String, Object> message) {
        return key(message) != null;
    }

    /**
     * The message itself if it is among the latest of its conversation.
     *
     * @return null when it is not
     */
    public Message among(Map<String, Object> message, List<Message> latest) {
        Object key = key(message);
        return latest.stream()
                .filter(one -> BRIDGE.equals(attributes(one).get(ORIGIN)) && key.equals(attributes(one).get(KEY)))
                .findFirst().orElse(null);
    }

    private static Object key(Map<String, Object> message) {
        return message.get(ATTRIBUTES) instanceof Map<?, ?> attributes ? attributes.get(KEY) : null;
    }

    private static boolean isByClient(WebhookEvent event) {
        return event.source() != null && !event.source().equals("API");
    }

    private static Map<String, Object> attributes(Message message) {
        try {
            return Json.readObject(Objects.toString(message.attributes(), "{}").getBytes(UTF_8));
        } catch (IOException e) {
            return Map.of();
        }
    }
}
