// SPDX-License-Identifier: Apache-2.0
package dev.conversations.interleaving;

import java.util.HashSet;
import java.util.Set;
import org.apache.camel.spi.IdempotentRepository;

/** A repository that nodes share, which does one thing at a time, as a database does. */
public class Keys implements IdempotentRepository {

    private final Orders orders;
    private final Set<String> keys = new HashSet<>();

    public Keys(Orders orders) {
        this.orders = orders;
    }

    /** One that looks first, and adds then. */
    static final class Hasty extends Keys {

        Hasty(Orders orders) {
            super(orders);
        }

        @Override
        public boolean add(String key) {
            boolean isNew = !contains(key);
            super.add(key);
            return isNew;
        }
    }

    @Override
    public boolean add(String key) {
        orders.step("add" + key);
        return keys.add(key);
    }

    @Override
    public boolean contains(String key) {
        orders.step("look for" + key);
        return keys.contains(key);
    }

    @Override
    public boolean remove(String key) {
        orders.step("remove" + key);
        return keys.remove(key);
    }

    @Override
    public boolean confirm(String key) {
        return true;
    }

    @Override
    public void clear() {
        keys.clear();
    }

    @Override
    public void start() {
        // Nothing to begin with.
    }

    @Override
    public void stop() {
        // Nothing to end.
    }
}
