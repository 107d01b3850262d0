// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.rules;

import dev.conversations.sandbox.call.Arguments;
import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.world.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The timers of conversations: how long without traffic until one turns inactive, and until it closes. */
final class Timers {

    private static final String INACTIVE = "timersInactive";
    private static final String CLOSED = "timersClosed";

    private Timers() {}

    /** Gives a new conversation the timers of the account where it has none of its own. */
    static void inherit(Item conversation, Item account) {
        Map.of(INACTIVE, "default_inactive_timer", CLOSED, "default_closed_timer").forEach((setting, field) -> {
            if (account.get(field) != null) {
                conversation.settings().putIfAbsent(setting, account.get(field));
            }
        });
    }

    /** Refuses timers that are too short; a duration of zero removes one. */
    static void check(Item conversation) {
        check(conversation, INACTIVE, Duration.ofMinutes(1), 50375);
        check(conversation, CLOSED, Duration.ofMinutes(10), 50376);
    }

    /** Begins anew to count from that instant. */
    static void restart(Item conversation, Instant from) {
        Map<String, Object> timers = new LinkedHashMap<>();
        String state = conversation.text("state");
        if ("active".equals(state)) {
            put(timers, "date_inactive", conversation, INACTIVE, from);
        }
        if (!"closed".equals(state)) {
            put(timers, "date_closed", conversation, CLOSED, from);
        }
        conversation.set("timers", timers);
    }

    /** When the first of the timers is due. */
    static Optional<Instant> next(Item conversation) {
        return timers(conversation).values().stream().map(Instant.class::cast).min(Comparator.naturalOrder());
    }

    /** Changes the state as the timers due say. Whether it changed. */
    static boolean expire(Item conversation, Instant now) {
        if (due(conversation, "date_closed", now)) {
            conversation.set("state", "closed");
            conversation.set("timers", Map.of());
            return true;
        }
        if (due(conversation, "date_inactive", now)) {
            conversation.set("state", "inactive");
            Map<String, Object> timers = new LinkedHashMap<>(timers(conversation));
            timers.remove("date_inactive");
            conversation.set("timers", timers);
            return true;
        }
        return false;
    }

    private static boolean due(Item conversation, String timer, Instant now) {
        return timers(conversation).get(timer) instanceof Instant date && !date.isAfter(now);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> timers(Item conversation) {
        return conversation.get("timers") instanceof Map<?, ?> timers ? (Map<String, Object>) timers : Map.of();
    }

    private static void put(Map<String, Object> timers, String name, Item conversation, String setting, Instant from) {
        Object duration = conversation.settings().get(setting);
        if (duration != null && !Arguments.span(duration.toString()).isZero()) {
            timers.put(name, from.plus(Arguments.span(duration.toString())));
        }
    }

    private static void check(Item conversation, String setting, Duration least, int code) {
        Object duration = conversation.settings().get(setting);
        if (duration == null) {
            return;
        }
        Duration length = Arguments.span(duration.toString());
        if (!length.isZero() && length.compareTo(least) < 0) {
            throw Refusal.of(code);
        }
    }
}
