// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.way;

import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceSupport;

/** The keys in the database, as a node sees them. */
public final class Keys extends ServiceSupport implements IdempotentRepository {

    private final Database database;
    private final Host host;

    public Keys(Database database, Host host) {
        this.database = database;
        this.host = host;
    }

    @Override
    public boolean add(String key) {
        return database.run(host, key, () -> database.keys.add(key));
    }

    @Override
    public boolean contains(String key) {
        return database.run(host, key, () -> database.keys.contains(key));
    }

    @Override
    public boolean remove(String key) {
        return database.run(host, key, () -> database.keys.remove(key));
    }

    @Override
    public boolean confirm(String key) {
        host.check();
        return true;
    }

    @Override
    public void clear() {
        throw new UnsupportedOperationException("Nobody clears what all share");
    }
}
