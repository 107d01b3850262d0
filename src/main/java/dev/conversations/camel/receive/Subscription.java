// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.receive;

import dev.conversations.api.text.Nearest;
import dev.conversations.camel.options.WebhookConfiguration;
import dev.conversations.camel.register.Registration;
import dev.conversations.camel.trust.Door;
import dev.conversations.webhook.EventType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a route receives, and from whom.
 *
 * @param options of its endpoint
 * @param events that it wants
 * @param door through which they come
 */
public record Subscription(WebhookConfiguration options, Set<EventType> events, Door door) {

    /**
     * What the options ask for.
     *
     * @param event the one event that the URI names; empty for those post-action events that {@code only} chooses
     * @param authToken of the account, with which webhooks are checked unless the options name another; may be null
     * @throws IllegalArgumentException naming the option that is wrong or missing
     */
    public static Subscription of(Optional<EventType> event, WebhookConfiguration options, String authToken) {
        Set<EventType> events = events(event, options.getOnly());
        Registration.check(options, events);
        return new Subscription(options, events, Door.of(options, authToken));
    }

    /** What Twilio is told as the URL; null when the options do not say. */
    public String publicUrl() {
        return options.getPublicUrl() == null ? null : Door.publicUrl(options);
    }

    boolean wants(EventType event) {
        return events.contains(event);
    }

    private static Set<EventType> events(Optional<EventType> event, String only) {
        if (event.isPresent()) {
            if (only != null) {
                throw new IllegalArgumentException("only goes with events/all; this is events/" + event.get().event());
            }
            return EnumSet.of(event.get());
        }
        Set<EventType> after = EnumSet.allOf(EventType.class);
        after.removeIf(EventType::before);
        return only == null ? after : Arrays.stream(only.split(","))
                .map(String::strip)
                .map(name -> EventType.of(name).filter(after::contains).orElseThrow(() -> noPostAction(name, after)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventType.class)));
    }

    private static IllegalArgumentException noPostAction(String name, Set<EventType> after) {
        List<String> names = after.stream().map(EventType::event).toList();
        return new IllegalArgumentException("only=%s is no post-action event: choose from %s%s".formatted(
                name, String.join(", ", names), Nearest.question(name, names)));
    }
}
