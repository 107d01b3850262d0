// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.hooks;

import dev.conversations.sandbox.call.Sids;
import dev.conversations.sandbox.world.Guard;
import dev.conversations.sandbox.world.Item;
import dev.conversations.sandbox.world.Store;
import dev.conversations.webhook.EventType;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells of events that nothing in the account has caused. */
public final class Firing {

    private static final Map<String, String> PREFIXES = Map.of("ConversationSid", "CH", "MessageSid", "IM",
            "ParticipantSid", "MB", "UserSid", "US", "RoleSid", "RL", "MessagingServiceSid", "MG",
            "DeliveryReceiptSid", "DY", "ChannelMessageSid", "SM");

    private final String accountSid;
    private final Guard guard;
    private final Store store;
    private final Targets targets;
    private final WebhookSender sender;
    private final Sids sids;
    private final Clock clock;

    public Firing(String accountSid, Guard guard, Store store, Targets targets, WebhookSender sender, Sids sids,
            Clock clock) {
        this.accountSid = accountSid;
        this.guard = guard;
        this.store = store;
        this.targets = targets;
        this.sender = sender;
        this.sids = sids;
        this.clock = clock;
    }

    /**
     * Tells whoever the settings name, and waits for the answers.
     *
     * @param service the service that it happens in if neither the fields nor the conversation says another
     * @param fields the parameters of choice; SIDs and dates that they lack are made up
     * @throws IllegalArgumentException when a field is a parameter of the event but for its case
     * @throws IllegalStateException when no setting has anybody told
     */
    public List<WebhookLog.Entry> fire(EventType type, String service, Map<String, String> fields) {
        check(type, fields);
        String place = fields.getOrDefault("ChatServiceSid", guard.locked(() -> {
            Item conversation = store.get(fields.get("ConversationSid"));
            return conversation == null ? service : conversation.text("chat_service_sid");
        }));
        List<Target> told = guard.locked(() -> type.before() ? targets.before(type, place).stream().toList()
                : targets.after(type, place, fields.get("ConversationSid"), null));
        if (told.isEmpty()) {
            throw new IllegalStateException("Nobody is told of " + type.event() + ": let a route receive it with"
                    + " registration=ACCOUNT and wait for its registration, or set the webhook up by configuration-webhooks/update");
        }
        Map<String, List<String>> parameters = parameters(type, place, fields);
        return told.stream().map(target -> sender.tellNow(target, parameters)).toList();
    }

    private static void check(EventType type, Map<String, String> fields) {
        for (String name : fields.keySet()) {
            Optional<String> meant = type.parameters().stream()
                    .filter(known -> known.equalsIgnoreCase(name) && !known.equals(name)).findFirst();
            if (meant.isPresent()) {
                throw new IllegalArgumentException(
                        "Field " + name + " of " + type.event() + " is written " + meant.get());
            }
        }
    }

    private Map<String, List<String>> parameters(EventType type, String service, Map<String, String> fields) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        parameters.put("AccountSid", List.of(accountSid));
        parameters.put("EventType", List.of(type.event()));
        parameters.put("Source", List.of("API"));
        parameters.put("RetryCount", List.of("0"));
        for (String name : type.parameters()) {
            if (name.equals("ChatServiceSid")) {
                parameters.put(name, List.of(service));
            } else if (PREFIXES.containsKey(name)) {
                parameters.put(name, List.of(sids.next(PREFIXES.get(name))));
            } else if (name.startsWith("Date")) {
                parameters.put(name, List.of(EventParameters.date(clock.instant())));
            }
        }
        fields.forEach((name, value) -> parameters.put(name, List.of(value)));
        return parameters;
    }
}
