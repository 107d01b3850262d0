// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.register;

import dev.conversations.api.TwilioClient;
import dev.conversations.api.list.Page;
import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.api.text.Json;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A webhook of a single conversation; it has up to five, so ours is found by its URL. */
final class ScopedRegistration implements Registration {

    private static final String METHOD = "post";

    private final TwilioClient client;
    private final Map<String, Object> place = new HashMap<>();

    /** @param chatServiceSid the conversation's service; null for the default one */
    ScopedRegistration(TwilioClient client, String chatServiceSid, String conversationSid) {
        this.client = client;
        place.put("conversationSid", conversationSid);
        if (chatServiceSid != null) {
            place.put(Operation.CHAT_SERVICE_SID, chatServiceSid);
        }
    }

    @Override
    public String reconcile(Wish wish) throws IOException {
        Optional<Map<String, Object>> ours = find(wish);
        if (ours.isPresent() && lacks(wish, ours.get())) {
            call("update", Map.of(
                    "sid", ours.get().get("sid"), "configurationMethod", METHOD,
                    "configurationFilters", wish.joined(filters(ours.get()))));
            return "updated webhook " + ours.get().get("sid");
        }
        if (ours.isEmpty()) {
            Object created = call("create", Map.of(
                    "target", "webhook", "configurationUrl", wish.url(), "configurationMethod", METHOD,
                    "configurationFilters", wish.joined(List.of())));
            return keepOne(wish, Json.toMap(created).get("sid"));
        }
        return "";
    }

    @Override
    public List<String> drift(Wish wish) throws IOException {
        Optional<Map<String, Object>> ours = find(wish);
        if (ours.isEmpty()) {
            return List.of("the conversation has no webhook that points here");
        }
        return lacks(wish, ours.get())
                ? List.of("filters of webhook %s lack %s".formatted(
                        ours.get().get("sid"), String.join(", ", wish.missing(filters(ours.get())))))
                : List.of();
    }

    @Override
    public void remove(Wish wish) throws IOException {
        Optional<Map<String, Object>> ours = find(wish);
        if (ours.isPresent()) {
            call("delete", Map.of("sid", ours.get().get("sid")));
        }
    }

    /** Of several that were created at the same moment, every creator keeps the one whose SID comes first. */
    private String keepOne(Wish wish, Object created) throws IOException {
        if (created.equals(find(wish).map(first -> first.get("sid")).orElse(created))) {
            return "created webhook " + created;
        }
        call("delete", Map.of("sid", created));
        return "";
    }

    private Optional<Map<String, Object>> find(Wish wish) throws IOException {
        return ((Page) call("list", Map.of())).items().stream().map(Json::toMap)
                .filter(webhook -> "webhook".equals(webhook.get("target")))
                .filter(webhook -> wish.url().equals(configuration(webhook).get("url")))
                .min(Comparator.comparing(webhook -> String.valueOf(webhook.get("sid"))));
    }

    private static boolean lacks(Wish wish, Map<String, Object> webhook) {
        return !wish.missing(filters(webhook)).isEmpty();
    }

    private static Collection<?> filters(Map<String, Object> webhook) {
        return configuration(webhook).get("filters") instanceof Collection<?> filters ? filters : List.of();
    }

    private static Map<?, ?> configuration(Map<String, Object> webhook) {
        return webhook.get("configuration") instanceof Map<?, ?> configuration ? configuration : Map.of();
    }

    private Object call(String method, Map<String, Object> more) throws IOException {
        Map<String, Object> arguments = new HashMap<>(place);
        arguments.putAll(more);
        return client.call(Operations.find("webhooks", method).orElseThrow(), arguments).body();
    }
}
