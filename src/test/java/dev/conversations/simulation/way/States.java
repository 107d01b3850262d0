// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.way;

import org.apache.camel.spi.StateRepository;
import org.apache.camel.support.service.ServiceSupport;

/** The states in the database, as a node sees them. */
public final class States extends ServiceSupport implements StateRepository<String, String> {

    private final Database database;
    private final Host host;

    public States(Database database, Host host) {
        this.database = database;
        this.host = host;
    }

    @Override
    public void setState(String key, String value) {
        database.run(host, key, () -> database.states.put(key, value));
    }

    @Override
    public String getState(String key) {
        return database.run(host, key, () -> database.states.get(key));
    }
}
