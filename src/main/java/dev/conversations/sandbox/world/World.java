// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.world;

import dev.conversations.api.operation.Option.Place;
import dev.conversations.sandbox.call.Call;
import dev.conversations.sandbox.call.JsonNames;
import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.call.Shape;
import dev.conversations.sandbox.call.Shapes;
import dev.conversations.sandbox.call.Sids;
import java.time.Clock;
import java.time.Instant;

/**
 * What operations do to the items of the account, by the tables alone; {@link Rules} add what is special and
 * the {@link Witness} tells of it.
 */
public final class World {

    private final Guard guard;
    private final Store store;
    private final Catalogue catalogue;
    private final Sids sids;
    private final Clock clock;
    private final Witness witness;

    public World(Guard guard, Store store, Catalogue catalogue, Sids sids, Clock clock, Witness witness) {
        this.guard = guard;
        this.store = store;
        this.catalogue = catalogue;
        this.sids = sids;
        this.clock = clock;
        this.witness = witness;
    }

    Instant now() {
        return clock.instant();
    }

    /** Makes an item, once nobody objects. */
    public Item create(Call call) {
        Call settled = witness.pass(call, () -> guard.locked(() -> draft(call)));
        return guard.locked(() -> {
            Item item = draft(settled);
            String prefix = item.shape().place().prefix();
            if (prefix != null) {
                item.set("sid", sids.next(prefix));
            }
            store.add(item);
            witness.happened(settled, item);
            catalogue.rules(settled).created(settled, item);
            return item.copy();
        });
    }

    public Item fetch(Call call) {
        return guard.locked(() -> catalogue.find(call).copy());
    }

    /** Changes an item, once nobody objects. */
    public Item update(Call call) {
        if (call.operation().options().values().stream()
                .noneMatch(option -> option.place() == Place.FORM && call.has(option.name()))) {
            throw Refusal.of(20161);
        }
        Call settled = witness.pass(call, () -> guard.locked(() -> changed(call, catalogue.find(call))));
        return guard.locked(() -> {
            Item item = catalogue.find(settled);
            Item before = item.copy();
            item.become(changed(settled, item));
            witness.happened(settled, item);
            catalogue.rules(settled).updated(settled, before, item);
            return item.copy();
        });
    }

    /** Deletes an item and everything that belongs to it, once nobody objects. */
    public void delete(Call call) {
        Call settled = witness.pass(call, () -> guard.locked(() -> catalogue.find(call).copy()));
        guard.locked(() -> {
            Item item = catalogue.find(settled);
            witness.happened(settled, item);
            store.remove(item);
            catalogue.rules(settled).deleted(settled, item);
            return null;
        });
    }

    /**
     * Some of what a list shows.
     *
     * @param after the number of the last item before; null for the first
     * @param most how many at most
     */
    public Listing.Stretch list(Call call, Long after, int most) {
        return guard.locked(() -> catalogue.list(call).stretch(after, isNewestFirst(call), most));
    }

    /** Of conversations made within some days Twilio shows the newest first, of others the oldest; of messages what is asked for. */
    private static boolean isNewestFirst(Call call) {
        return "desc".equals(call.text("order")) || call.has("startDate") || call.has("endDate");
    }

    private Item draft(Call call) {
        Shape shape = Shapes.of(call.shape().keeps());
        Catalogue.Location location = catalogue.locate(call);
        Item draft = catalogue.blank(shape, location.parent(), call.level().service());
        location.ancestors().forEach((option, sid) -> draft.set(JsonNames.of(option), sid));
        if (shape.fields().containsKey("date_created")) {
            draft.set("date_created", now());
            draft.set("date_updated", now());
        }
        apply(call, draft);
        if (shape.keys().atMost() > 0
                && store.list(draft.resource(), draft.parent()).size() >= shape.keys().atMost()) {
            throw Refusal.of(shape.keys().tooMany());
        }
        catalogue.rules(call).creating(call, draft);
        check(draft);
        return draft;
    }

    private Item changed(Call call, Item item) {
        Item draft = item.copy();
        if (item.sid() != null && item.shape().fields().containsKey("date_updated")) {
            draft.set("date_updated", now());
        }
        apply(call, draft);
        catalogue.rules(call).updating(call, item, draft);
        check(draft);
        return draft;
    }

    private static void apply(Call call, Item draft) {
        call.operation().options().values().stream()
                .filter(option -> option.place() == Place.FORM && call.has(option.name()))
                .forEach(option -> {
                    String field = call.shape().intake(option.name()).field();
                    Object value = call.get(option.name());
                    if (field == null) {
                        draft.settings().put(option.name(), value);
                    } else {
                        boolean text = "text".equals(draft.shape().fields().get(field)) && value instanceof Boolean;
                        draft.set(field, text ? value.toString() : value);
                    }
                });
    }

    private void check(Item draft) {
        draft.shape().keys().unique().forEach((field, code) -> {
            String value = draft.text(field);
            if (value != null && store.list(draft.resource(), draft.parent(), field, value).stream()
                    .anyMatch(item -> item.number() != draft.number() && value.equals(item.text(field)))) {
                throw Refusal.of(code, draft.shape().resource() + ": " + field + " is taken");
            }
        });
    }
}
