// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.way;

import dev.conversations.simulation.plan.Channel;
import dev.conversations.simulation.plan.Mishap;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What nodes share and what outlives them; each statement is a transaction, of which the node may hear or not. */
public final class Database {

    private static final long AWAY = Duration.ofSeconds(4).toNanos();

    final Set<String> keys = new HashSet<>();
    final Map<String, String> states = new HashMap<>();
    private final Fate fate;
    private long awayUntil = -1;

    public Database(Fate fate) {
        this.fate = fate;
    }

    <T> T run(Host host, String about, Supplier<T> statement) {
        host.check();
        Mishap mishap = fate.next(Channel.DATABASE, host.life(), about);
        try {
            host.pass(0, mishap == Mishap.SLOW ? 3_000 : 3);
        } catch (InterruptedIOException e) {
            throw new IllegalStateException("The statement was interrupted", e);
        }
        if (mishap == Mishap.KILLED_BEFORE) {
            host.kill();
        }
        if (mishap == Mishap.AWAY) {
            awayUntil = host.scheduler().nanos() + AWAY;
        }
        if (mishap == Mishap.ERROR_BEFORE || host.scheduler().nanos() <= awayUntil) {
            throw new IllegalStateException("The database is away");
        }
        T result = statement.get();
        if (mishap == Mishap.KILLED_AFTER) {
            host.kill();
        }
        if (mishap == Mishap.ERROR_AFTER) {
            throw new IllegalStateException("The connection to the database ended");
        }
        return result;
    }
}
