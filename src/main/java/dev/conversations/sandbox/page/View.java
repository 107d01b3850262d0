// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.page;

import dev.conversations.api.text.Json;
import dev.conversations.sandbox.channels.Line;
import dev.conversations.sandbox.channels.Phones;
import dev.conversations.sandbox.front.Answer;
import dev.conversations.sandbox.front.Door;
import dev.conversations.sandbox.front.Incoming;
import dev.conversations.sandbox.hooks.WebhookLog;
import dev.conversations.sandbox.media.Downloads;
import dev.conversations.sandbox.world.Guard;
import dev.conversations.sandbox.world.Item;
import dev.conversations.sandbox.world.Store;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the page shows, as JSON: the account's addresses, one phone, the conversations with one of them in full, and the
 * webhooks. Whoever names the version seen last hears of nothing but the version until something is different.
 */
public final class View implements Door {

    private static final String PLACE = "/sandbox/state";

    private static final int MAX_ADDRESSES = 50;
    private static final int MAX_LINES = 100;
    private static final int MAX_WEBHOOKS = 100;
    private static final int VERSION_LENGTH = 16;
    private static final Map<String, String> HEADERS = Map.of("Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff", "Cross-Origin-Resource-Policy", "same-origin");

    private final String accountSid;
    private final Guard guard;
    private final Store store;
    private final Phones phones;
    private final WebhookLog webhooks;
    private final ConversationView conversations;

    public View(String accountSid, Guard guard, Store store, Phones phones, WebhookLog webhooks) {
        this.accountSid = accountSid;
        this.guard = guard;
        this.store = store;
        this.phones = phones;
        this.webhooks = webhooks;
        this.conversations = new ConversationView(store);
    }

    @Override
    public boolean takes(String path) {
        return path.equals(PLACE);
    }

    @Override
    public Answer answer(Incoming request) {
        request.require("GET");
        String address = request.asked("Phone");
        String chosen = request.asked("Conversation");
        Map<String, Object> state = guard.locked(() -> {
            Map<String, Object> seen = new LinkedHashMap<>();
            seen.put("addresses", newest(store.list("addresses", accountSid), MAX_ADDRESSES).stream()
                    .map(View::address).toList());
            seen.put("phone", address == null ? List.of() : newest(phones.lines(address), MAX_LINES).stream()
                    .map(line -> line(address, line)).toList());
            conversations.show(chosen, seen);
            return seen;
        });
        List<WebhookLog.Entry> sent = new ArrayList<>(newest(webhooks.entries(), MAX_WEBHOOKS));
        Collections.reverse(sent);
        state.put("webhooks", sent.stream().map(Shown::webhook).toList());
        String version = version(state);
        if (version.equals(request.asked("Since"))) {
            return new Answer(200, Map.of("version", version), HEADERS);
        }
        state.put("version", version);
        return new Answer(200, state, HEADERS);
    }

    /** The last of a list in their order. */
    static <T> List<T> newest(List<T> all, int most) {
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    private static Map<String, Object> address(Item item) {
        return Map.of("address", item.text("address"),
                "opens", Boolean.TRUE.equals(item.get("auto_creation.enabled")));
    }

    private Map<String, Object> line(String address, Line line) {
        Map<String, Object> shown = new LinkedHashMap<>();
        String message = line.messageSid();
        shown.put("mine", line.mine());
        shown.put("at", line.at().toString());
        shown.put("other", line.mine() ? String.join(", ", line.others()) : line.others().get(0));
        shown.put("body", line.body());
        shown.put("message_sid", message);
        shown.put("status", !line.mine() ? status(address, message) : message == null ? "refused" : "sent");
        shown.put("media", media(store.get(message)));
        return shown;
    }

    private String status(String address, String message) {
        return store.list("receipts", message).stream()
                .filter(receipt -> address.equals(receipt.settings().get("address")))
                .map(receipt -> receipt.text("status")).findFirst().orElse("received");
    }

    /** The files of a message; none when there is no such message. */
    static List<?> media(Item message) {
        String service = message == null ? null : message.text("chat_service_sid");
        return message != null && message.get("media") instanceof List<?> media
                ? media.stream().map(file -> Downloads.show(service, (Map<?, ?>) file)).toList() : List.of();
    }

    private static String version(Map<String, Object> state) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(Json.write(state));
            return HexFormat.of().formatHex(digest).substring(0, VERSION_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
