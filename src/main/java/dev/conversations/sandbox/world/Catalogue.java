// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.world;

import dev.conversations.api.operation.Option;
import dev.conversations.api.operation.Option.Place;
import dev.conversations.api.operation.Scope;
import dev.conversations.sandbox.call.Call;
import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.call.Shape;
import dev.conversations.sandbox.call.Shapes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds what a path names. */
public final class Catalogue {

    /**
     * Where the items of a call are.
     *
     * @param parent the SID of what they belong to
     * @param ancestors the SIDs of the items that the path names, by option
     */
    record Location(String parent, Map<String, String> ancestors) {}

    private final String accountSid;
    private final Store store;
    private final Map<String, Rules> rules;

    public Catalogue(String accountSid, Store store, Map<String, Rules> rules) {
        this.accountSid = accountSid;
        this.store = store;
        this.rules = rules;
    }

    /** @throws Refusal when the path names something that does not exist */
    Location locate(Call call) {
        boolean inAccount = call.operation().resource().scope() == Scope.ACCOUNT;
        String parent = inAccount ? accountSid : call.level().service();
        if (!inAccount && store.find("services", accountSid, parent) == null) {
            throw notFound(call);
        }
        Map<String, String> ancestors = new LinkedHashMap<>();
        for (Shape.Parent step : call.shape().parents()) {
            parent = pick(step.shape(), parent, call.text(step.option()), call).sid();
            ancestors.put(step.option(), parent);
        }
        return new Location(parent, ancestors);
    }

    /** What a call shows of its collection. */
    Listing list(Call call) {
        String parent = locate(call).parent();
        return filtered(call, rules(call).list(call, narrowest(call, parent), parent));
    }

    /** The item that the path names. */
    Item find(Call call) {
        Shape shape = call.shape();
        String parent = locate(call).parent();
        return shape.single() ? single(shape.resource(), parent)
                : pick(shape, parent, call.text(shape.place().key()), call);
    }

    /** The only item of a resource that has but one, made when first asked for. */
    public Item single(String resource, String parent) {
        return store.list(resource, parent).stream().findFirst().orElseGet(() -> {
            Item item = blank(Shapes.of(resource), parent, parent);
            store.add(item);
            return item;
        });
    }

    Rules rules(Call call) {
        return rules.getOrDefault(call.operation().resource().name(), Rules.NONE);
    }

    /** A new item with nothing but its defaults; not kept yet. */
    public Item blank(Shape shape, String parent, String service) {
        Item item = new Item(shape.resource(), parent);
        item.set("account_sid", accountSid);
        if (shape.fields().containsKey("chat_service_sid")) {
            item.set("chat_service_sid", service);
        }
        shape.defaults().forEach(item::set);
        return item;
    }

    private Item pick(Shape shape, String parent, String key, Call call) {
        Item item = store.find(shape.resource(), parent, key);
        String alias = shape.keys().alias();
        if (item == null && alias != null) {
            item = store.list(shape.resource(), parent, alias, key).stream()
                    .filter(other -> key.equals(other.text(alias))).findFirst().orElse(null);
        }
        if (item == null && shape == call.shape()) {
            item = rules(call).find(parent, key);
        }
        if (item == null) {
            throw notFound(call);
        }
        return item;
    }

    /** The smallest series that holds all that the filters of a call let through. */
    private Series narrowest(Call call, String parent) {
        Series narrowest = store.list(call.shape().keeps(), parent);
        for (Option filter : filters(call)) {
            if (wanted(call, filter).size() == 1) {
                Series some = store.list(call.shape().keeps(), parent,
                        call.shape().intake(filter.name()).field(), wanted(call, filter).get(0).toString());
                narrowest = some.size() < narrowest.size() ? some : narrowest;
            }
        }
        return narrowest;
    }

    private static Listing filtered(Call call, Listing listing) {
        Listing filtered = listing;
        for (Option filter : filters(call)) {
            String field = call.shape().intake(filter.name()).field();
            filtered = filtered.where(item -> wanted(call, filter).stream()
                    .anyMatch(text -> text.toString().equalsIgnoreCase(item.text(field))));
        }
        return filtered;
    }

    private static List<Option> filters(Call call) {
        return call.operation().options().values().stream()
                .filter(option -> option.place() == Place.QUERY && call.has(option.name()))
                .filter(option -> call.shape().intake(option.name()).field() != null).toList();
    }

    private static List<?> wanted(Call call, Option filter) {
        return call.get(filter.name()) instanceof List<?> list ? list : List.of(call.get(filter.name()));
    }

    private static Refusal notFound(Call call) {
        return Refusal.of(20404, call.path());
    }
}
