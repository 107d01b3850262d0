// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.delivery;

import dev.conversations.webhook.WebhookEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** The mark that messages of the bridge bear in their attributes: where they come from, so that they do not go back there. */
public final class Origin {
    private static final String ORIGIN = "origin";
    private static final String BRIDGE = "bridge";
    private static final String KEY = "idempotencyKey";
    private static final String ATTRIBUTES = "attributes";

    /** Whether somebody else than this bridge wrote the message. A chat client that says it was the bridge lies. */
    public boolean isForeign(WebhookEvent event) {
        return !BRIDGE.equals(event.attributes().get(ORIGIN)) || isByClient(event);
    }

    /** Whether the message may go to the CRM: it does not come from there. */
    public boolean isForeignTo(WebhookEvent event, String crm) {
        return !crm.equals(event.attributes().get("crm")) || isByClient(event);
    }

    /**
     * Marks a message as the bridge's own, to be created once.
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
        message.put(ATTRIBUTES, attributes);
        if (key != null) {
            message.put(KEY, key);
        }
    }

    private static boolean isByClient(WebhookEvent event) {
        return event.source() != null && !event.source().equals("API");
    }
}
