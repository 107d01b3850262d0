// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.world;

import dev.conversations.sandbox.call.Shape;
import dev.conversations.sandbox.call.Shapes;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something the sandbox keeps: its fields by JSON name, as a reply shows them, and the settings that no reply shows, by
 * option. Instants stand for dates until they are written.
 */
public final class Item {

    private final String resource;
    private final String parent;
    private Map<String, Object> fields = new LinkedHashMap<>();
    private Map<String, Object> settings = new LinkedHashMap<>();
    private long number;
    private Store keeper;

    /**
     * @param resource the resource whose item it is
     * @param parent the SID of what it belongs to: the account, a service or another item
     */
    public Item(String resource, String parent) {
        this.resource = resource;
        this.parent = parent;
    }

    public String resource() {
        return resource;
    }

    public String parent() {
        return parent;
    }

    public Shape shape() {
        return Shapes.of(resource);
    }

    public String sid() {
        return text("sid");
    }

    /** Its place in the order in which things were made. */
    public long number() {
        return number;
    }

    public void number(long number) {
        this.number = number;
    }

    /** Says who keeps it; null when nobody does any more. */
    void kept(Store store, long inOrder) {
        keeper = store;
        number = inOrder;
    }

    boolean isKept() {
        return keeper != null;
    }

    public Map<String, Object> settings() {
        return settings;
    }

    /** The value under a dotted name; null when there is none. */
    public Object get(String path) {
        Object value = fields;
        for (String name : path.split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return value;
    }

    public String text(String path) {
        Object value = get(path);
        return value == null ? null : value.toString();
    }

    /** Sets the value under a dotted name, making the objects on the way. */
    public void set(String path, Object value) {
        String[] names = path.split("\\.");
        change(names[0], () -> put(names, value));
    }

    @SuppressWarnings("unchecked")
    private void put(String[] names, Object value) {
        Map<String, Object> map = fields;
        for (int i = 0; i < names.length - 1; i++) {
            Map<String, Object> inner = new LinkedHashMap<>();
            if (map.get(names[i]) instanceof Map<?, ?> present) {
                inner.putAll((Map<String, Object>) present);
            }
            map.put(names[i], inner);
            map = inner;
        }
        map.put(names[names.length - 1], value);
    }

    private void change(String field, Runnable action) {
        if (keeper == null) {
            action.run();
        } else {
            keeper.leave(this, field);
            action.run();
            keeper.enter(this, field);
        }
    }

    /** A copy that can change without changing this. */
    public Item copy() {
        Item copy = new Item(resource, parent);
        copy.number = number;
        copy.become(this);
        return copy;
    }

    /** Takes over the content of a copy; objects inside are never changed in place, so they may be shared. */
    void become(Item other) {
        change(null, () -> fields = new LinkedHashMap<>(other.fields));
        settings = new LinkedHashMap<>(other.settings);
    }
}
