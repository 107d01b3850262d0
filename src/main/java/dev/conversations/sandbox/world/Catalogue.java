package dev.conversations.sandbox.world;

import dev.conversations.api.Scope;
import dev.conversations.sandbox.call.Call;
import dev.conversations.sandbox.call.JsonNames;
import dev.conversations.sandbox.call.Refusal;
import dev.conversations.sandbox.call.Shape;
import dev.conversations.sandbox.call.Shapes;
import java.util.Collection;
import java.util.LinkedHashMap;
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
            Collection<Item> all = store.list(step.shape().resource(), parent);
            parent = pick(step.shape(), parent, all, call.text(step.option()), call).sid();
            ancestors.put(step.option(), parent);
        }
        return new Location(parent, ancestors);
    }

    /** The items of the call's collection. */
    Collection<Item> items(Call call) {
        return rules(call).items(store, call, locate(call).parent());
    }

    /** The item that the path names. */
    Item find(Call call) {
        Shape shape = call.shape();
        String parent = locate(call).parent();
        return shape.single() ? single(shape.resource(), parent)
                : pick(shape, parent, rules(call).items(store, call, parent), call.text(shape.place().key()), call);
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

    private Item pick(Shape shape, String parent, Collection<Item> items, String key, Call call) {
        Item kept = store.find(shape.resource(), parent, key);
        if (kept != null) {
            return kept;
        }
        String field = JsonNames.of(shape.place().key());
        String alias = shape.keys().alias();
        return items.stream()
                .filter(item -> key.equals(item.text(field)) || alias != null && key.equals(item.text(alias)))
                .findFirst().orElseThrow(() -> notFound(call));
    }

    private static Refusal notFound(Call call) {
        return Refusal.of(20404, call.path());
    }
}
