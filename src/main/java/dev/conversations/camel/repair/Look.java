// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair;

import dev.conversations.api.Pages;
import dev.conversations.api.text.Json;
import dev.conversations.camel.poll.ItemDate;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which conversations of a service are to be looked into: the open ones, those made lately, and those that were open at the last look.
 * The first look goes through all, since one may have come and been closed while nobody looked.
 */
final class Look {

    /** By how much the clocks of Twilio and of this machine may differ. */
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final String CLOSED = "closed";

    private final Twilio twilio;
    private final Roster roster;
    private boolean first = true;

    Look(Twilio twilio, Roster roster) {
        this.twilio = twilio;
        this.roster = roster;
    }

    /** A conversation that can take no more messages. */
    static boolean isClosed(Map<String, Object> conversation) {
        return CLOSED.equals(conversation.get("state"));
    }

    static String sid(Map<String, Object> conversation) {
        return Objects.toString(conversation.get("sid"));
    }

    /** The next look is the first. */
    void forget() {
        first = true;
        roster.clear();
    }

    /** @param looked since when nobody has looked through all */
    List<Map<String, Object>> due(Instant looked) throws IOException {
        Instant begin = looked.isAfter(Instant.EPOCH.plus(SKEW)) ? looked.minus(SKEW) : Instant.EPOCH;
        Set<String> shown = new HashSet<>();
        List<Map<String, Object>> due = new ArrayList<>();
        if (first) {
            add(Map.of(), Instant.MIN, begin, shown, due);
        } else {
            add(Map.of("state", "active"), Instant.MIN, begin, shown, due);
            add(Map.of("state", "inactive"), Instant.MIN, begin, shown, due);
            add(Map.of("startDate", begin.atOffset(ZoneOffset.UTC).toLocalDate().toString()), begin, begin, shown, due);
        }
        for (String sid : roster.all()) {
            if (!shown.contains(sid)) {
                twilio.conversation(sid).map(Json::toMap).ifPresentOrElse(due::add, () -> roster.forget(sid));
            }
        }
        first = false;
        return due;
    }

    /** @param oldest of a list that shows the newest first, what was made before is not read */
    private void add(Map<String, Object> asked, Instant oldest, Instant begin, Set<String> shown, List<Map<String, Object>> due) {
        try (Pages pages = twilio.conversations(asked)) {
            Instant newest = null;
            while (pages.hasNext()) {
                Map<String, Object> conversation = Json.toMap(pages.next());
                Instant made = ItemDate.of(conversation).orElse(Instant.MAX);
                newest = newest == null ? made : newest;
                if (made.isBefore(oldest) && made.isBefore(newest)) {
                    return;
                }
                if (shown.add(sid(conversation)) && isDue(conversation, begin)) {
                    due.add(conversation);
                }
            }
        }
    }

    private boolean isDue(Map<String, Object> conversation, Instant begin) {
        boolean over = isClosed(conversation) && !roster.knows(sid(conversation)) && isBefore(conversation.get("date_updated"), begin);
        return !over && roster.isDue(sid(conversation), conversation);
    }

    private static boolean isBefore(Object date, Instant begin) {
        try {
            return OffsetDateTime.parse(Objects.toString(date)).toInstant().isBefore(begin);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
