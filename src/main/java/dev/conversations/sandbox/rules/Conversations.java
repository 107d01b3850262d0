// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.rules;

import dev.conversations.sandbox.call.Actor;
import dev.conversations.sandbox.call.Call;
import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.call.Sids;
import dev.conversations.sandbox.hooks.EventParameters;
import dev.conversations.sandbox.hooks.Events;
import dev.conversations.sandbox.world.Agenda;
import dev.conversations.sandbox.world.Catalogue;
import dev.conversations.sandbox.world.Guard;
import dev.conversations.sandbox.world.Item;
import dev.conversations.sandbox.world.Listing;
import dev.conversations.sandbox.world.Rules;
import dev.conversations.sandbox.world.Series;
import dev.conversations.sandbox.world.Store;
import dev.conversations.webhook.EventType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Conversations: states and timers.
 *
 * @see <a href="https://www.twilio.com/docs/conversations/states-timers">Twilio, states and timers</a>
 */
public final class Conversations implements Rules {

    private static final String WATCHED = "watched";

    private final String accountSid;
    private final Guard guard;
    private final Store store;
    private final Catalogue catalogue;
    private final Events events;
    private final Agenda agenda;
    private final Clock clock;
    private boolean inOrderOfDates = true;

    public Conversations(String accountSid, Guard guard, Store store, Catalogue catalogue, Events events, Agenda agenda,
            Clock clock) {
        this.accountSid = accountSid;
        this.guard = guard;
        this.store = store;
        this.catalogue = catalogue;
        this.events = events;
        this.agenda = agenda;
        this.clock = clock;
    }

    @Override
    public Listing list(Call call, Series kept, String parent) {
        Instant start = call.has("startDate") ? bound("StartDate", call.text("startDate"), 0) : Instant.MIN;
        Instant end = call.has("endDate") ? bound("EndDate", call.text("endDate"), 1) : Instant.MAX;
        Listing all = inOrderOfDates ? Listing.of(kept)
                .between(kept.seek(item -> !isBefore(item, start)), kept.seek(item -> !isBefore(item, end)))
                : Listing.of(kept);
        return all.where(item -> !isBefore(item, start) && isBefore(item, end));
    }

    private static boolean isBefore(Item conversation, Instant instant) {
        return ((Instant) conversation.get("date_created")).isBefore(instant);
    }

    @Override
    public void creating(Call call, Item draft) {
        if ("closed".equals(draft.text("state"))) {
            throw Refusal.of(50384);
        }
        if ((call.has("timersInactive") || call.has("timersClosed")) && !call.has("state")) {
            throw Refusal.of(50382);
        }
        refuseNameLikeSid(draft);
        inOrderOfDates = inOrderOfDates && !call.has("dateCreated");
        Item settings = catalogue.single("configuration", accountSid);
        Timers.inherit(draft, settings);
        Timers.check(draft);
        if (draft.get("messaging_service_sid") == null) {
            draft.set("messaging_service_sid", settings.get("default_messaging_service_sid"));
        }
        draft.settings().put("createdBy", "system");
        Timers.restart(draft, clock.instant());
    }

    @Override
    public void updating(Call call, Item before, Item draft) {
        refuseClosed(before);
        if ("initializing".equals(call.text("state"))) {
            throw Refusal.of(50378);
        }
        refuseNameLikeSid(draft);
        inOrderOfDates = inOrderOfDates && !call.has("dateCreated");
        Timers.check(draft);
        if (call.has("state") || call.has("timersInactive") || call.has("timersClosed")) {
            Timers.restart(draft, clock.instant());
        }
    }

    @Override
    public void created(Call call, Item item) {
        store.touch(item);
        watch(item);
    }

    @Override
    public void updated(Call call, Item before, Item item) {
        watch(item);
        if (!before.text("state").equals(item.text("state"))) {
            tellState(call.actor(), item, before.text("state"), "API");
        }
    }

    /** Traffic: the timers begin anew, an inactive conversation is active again. */
    void touch(Item conversation) {
        boolean inactive = "inactive".equals(conversation.text("state"));
        if (inactive) {
            conversation.set("state", "active");
        }
        Timers.restart(conversation, clock.instant());
        watch(conversation);
        if (inactive) {
            tellState(Actor.system(), conversation, "inactive", "EVENT");
        }
    }

    /** Has the timers of a conversation act when the first of them is due, whenever that will be by then. */
    private void watch(Item conversation) {
        Optional<Instant> due = Timers.next(conversation);
        boolean watched = conversation.settings().get(WATCHED) instanceof Instant time
                && due.isPresent() && !due.get().isBefore(time);
        if (due.isPresent() && !watched) {
            conversation.settings().put(WATCHED, due.get());
            agenda.at(due.get(), () -> guard.locked(() -> expire(conversation.sid(), due.get())));
        }
    }

    private void expire(String sid, Instant watched) {
        Item conversation = store.get(sid);
        if (conversation == null) {
            return;
        }
        conversation.settings().remove(WATCHED, watched);
        String before = conversation.text("state");
        if (Timers.expire(conversation, clock.instant())) {
            conversation.set("date_updated", clock.instant());
            tellState(Actor.system(), conversation, before, "TIMER");
        }
        watch(conversation);
    }

    static void refuseClosed(Item conversation) {
        if ("closed".equals(conversation.text("state"))) {
            throw Refusal.of(50377);
        }
    }

    private void tellState(Actor actor, Item conversation, String from, String reason) {
        events.tell(EventType.ON_CONVERSATION_STATE_UPDATED, actor, conversation, Map.of(
                "StateFrom", List.of(from),
                "StateTo", List.of(conversation.text("state")),
                "StateUpdated", List.of(EventParameters.date(clock.instant())),
                "Reason", List.of(reason)));
    }

    private static void refuseNameLikeSid(Item draft) {
        if (draft.get("unique_name") != null && Sids.is("CH", draft.text("unique_name"))) {
            throw Refusal.of(50390);
        }
    }

    /** @param days what is added to a bound that is a day */
    private static Instant bound(String name, String text, int days) {
        try {
            return text.length() == 10 ? LocalDate.parse(text).plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant().plusMillis(days);
        } catch (DateTimeException e) {
            throw Refusal.of(20001, "Invalid parameter " + name + ": expected an ISO 8601 day or instant");
        }
    }
}
