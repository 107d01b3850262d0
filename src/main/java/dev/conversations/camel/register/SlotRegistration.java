// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.register;

import dev.conversations.api.TwilioClient;
import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.api.text.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The one webhook setting that an account or a service has: a URL before and a URL after actions, and the events for both. */
final class SlotRegistration implements Registration {

    private static final String METHOD = "POST";

    private final TwilioClient client;
    private final Operation fetch;
    private final Operation update;
    private final Map<String, Object> place;

    /** @param chatServiceSid the service; null for the account */
    SlotRegistration(TwilioClient client, String chatServiceSid) {
        String resource = chatServiceSid == null ? "configuration-webhooks" : "service-webhooks";
        this.client = client;
        this.fetch = Operations.find(resource, "fetch").orElseThrow();
        this.update = Operations.find(resource, "update").orElseThrow();
        this.place = chatServiceSid == null ? Map.of() : Map.of(Operation.CHAT_SERVICE_SID, chatServiceSid);
    }

    @Override
    public String reconcile(Wish wish) throws IOException {
        Map<String, Object> changes = changes(wish, current());
        if (changes.isEmpty()) {
            return "";
        }
        String done = "set " + String.join(", ", changes.keySet()) + " of " + fetch.resource().name();
        changes.putAll(place);
        client.call(update, changes);
        return done;
    }

    @Override
    public List<String> drift(Wish wish) throws IOException {
        Map<String, Object> current = current();
        List<String> findings = new ArrayList<>();
        changes(wish, current).forEach((option, value) -> findings.add(option.equals("filters")
                ? "filters lack " + String.join(", ", wish.missing(filters(current)))
                : option + " is not what the routes want"));
        return findings;
    }

    @Override
    public void remove(Wish wish) throws IOException {
        Map<String, Object> current = current();
        Map<String, Object> changes = new HashMap<>();
        for (String option : List.of("preWebhookUrl", "postWebhookUrl")) {
            if (wish.url().equals(current.get(field(option)))) {
                changes.put(option, "");
            }
        }
        if (!changes.isEmpty()) {
            changes.putAll(place);
            client.call(update, changes);
        }
    }

    private Map<String, Object> current() throws IOException {
        return Json.toMap(client.call(fetch, place).body());
    }

    private static Map<String, Object> changes(Wish wish, Map<String, Object> current) {
        Map<String, Object> changes = new LinkedHashMap<>();
        if (wish.before() && !wish.url().equals(current.get("pre_webhook_url"))) {
            changes.put("preWebhookUrl", wish.url());
        }
        if (wish.after() && !wish.url().equals(current.get("post_webhook_url"))) {
            changes.put("postWebhookUrl", wish.url());
        }
        if (!wish.missing(filters(current)).isEmpty()) {
            changes.put("filters", wish.joined(filters(current)));
        }
        if (!changes.isEmpty() && !METHOD.equalsIgnoreCase(String.valueOf(current.get("method")))) {
            changes.put("method", METHOD);
        }
        return changes;
    }

    private static Collection<?> filters(Map<String, Object> current) {
        return current.get("filters") instanceof Collection<?> filters ? filters : List.of();
    }

    private static String field(String option) {
        return option.equals("preWebhookUrl") ? "pre_webhook_url" : "post_webhook_url";
    }
}
