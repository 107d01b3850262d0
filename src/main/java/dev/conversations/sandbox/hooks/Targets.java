// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.hooks;

import dev.conversations.sandbox.world.Catalogue;
import dev.conversations.sandbox.world.Item;
import dev.conversations.sandbox.world.Store;
import dev.conversations.webhook.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds who is told of an event: the webhook of the service, else the account's, and those of the conversation. */
public final class Targets {

    private final String accountSid;
    private final Store store;
    private final Catalogue catalogue;

    public Targets(String accountSid, Store store, Catalogue catalogue) {
        this.accountSid = accountSid;
        this.store = store;
        this.catalogue = catalogue;
    }

    /** Whom to ask before an action. */
    Optional<Target> before(EventType type, String service) {
        return configured(type, service, field(type));
    }

    /**
     * Whom to tell after an action.
     *
     * @param conversation the SID of the conversation it happened in; null when in none
     * @param item what it happened to; null when that is not there
     */
    List<Target> after(EventType type, String service, String conversation, Item item) {
        List<Target> targets = new ArrayList<>();
        configured(type, service, field(type)).ifPresent(targets::add);
        if (type.scoped() && conversation != null) {
            store.list("webhooks", conversation).stream().filter(webhook -> wants(webhook, type, item))
                    .map(Targets::of).forEach(targets::add);
        }
        return targets;
    }

    /** Whether that address is told of that event by some setting: of the account, of a service or of a conversation. */
    public boolean reach(String url, EventType type) {
        Stream<Target> wide = store.all("services").stream()
                .flatMap(service -> configured(type, service.sid(), field(type)).stream());
        Stream<Target> narrow = store.all("webhooks").stream()
                .filter(webhook -> type.scoped() && wants(webhook, type, null)).map(Targets::of);
        return Stream.concat(wide, narrow).anyMatch(target -> target.url().equals(url));
    }

    private static String field(EventType type) {
        return type.before() ? "pre_webhook_url" : "post_webhook_url";
    }

    /** Where a webhook of a conversation goes. */
    public static Target of(Item webhook) {
        return new Target(webhook.text("configuration.url"), webhook.text("configuration.method"));
    }

    private Optional<Target> configured(EventType type, String service, String field) {
        Item ofService = catalogue.single("service-webhooks", service);
        boolean own = ofService.get("pre_webhook_url") != null || ofService.get("post_webhook_url") != null;
        Item settings = own ? ofService : catalogue.single("configuration-webhooks", accountSid);
        String url = settings.text(field);
        boolean fires = url != null && !url.isEmpty() && !"flex".equals(settings.text("target"))
                && holds(settings.get("filters"), type.event());
        return fires ? Optional.of(new Target(url, settings.text("method"))) : Optional.empty();
    }

    /** Whether a webhook of a conversation wants to hear of an event; none whose words trigger if there is no item. */
    public static boolean wants(Item webhook, EventType type, Item item) {
        return switch (webhook.text("target")) {
            case "webhook" -> holds(webhook.get("configuration.filters"), type.event());
            case "trigger" -> item != null && type == EventType.ON_MESSAGE_ADDED && speaks(webhook.get("configuration.triggers"), item);
            default -> false;
        };
    }

    private static boolean holds(Object filters, String event) {
        return filters instanceof List<?> list
                && list.stream().anyMatch(filter -> event.equalsIgnoreCase(filter.toString()));
    }

    private static boolean speaks(Object triggers, Item message) {
        String body = message.get("body") == null ? "" : message.text("body").toLowerCase(Locale.ROOT);
        return triggers instanceof List<?> list
                && list.stream().anyMatch(word -> body.contains(word.toString().toLowerCase(Locale.ROOT)));
    }
}
