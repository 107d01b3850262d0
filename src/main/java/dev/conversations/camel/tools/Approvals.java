// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.tools;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The calls that wait for a person, and those that were answered lately; kept in memory, so that a restart forgets what waits. */
final class Approvals {

    static final Duration PATIENCE = Duration.ofHours(1);
    private static final int MOST_WAITING = 100;
    private static final int MOST = 1000;

    private final Supplier<Instant> now;
    private final Supplier<String> ids;
    private final Map<String, Approval> all = new LinkedHashMap<>();

    Approvals(Supplier<Instant> now, Supplier<String> ids) {
        this.now = now;
        this.ids = ids;
    }

    /** Has a call wait; empty when as many wait as a person can be asked to read. */
    synchronized Optional<Approval> ask(Tool tool, Map<String, Object> arguments) {
        expire();
        if (all.values().stream().filter(Approval::waits).count() >= MOST_WAITING) {
            return Optional.empty();
        }
        for (Iterator<Approval> old = all.values().iterator(); all.size() >= MOST && old.hasNext();) {
            if (!old.next().waits()) {
                old.remove();
            }
        }
        Approval approval = new Approval(ids.get(), tool, arguments, now.get());
        all.put(approval.id(), approval);
        return Optional.of(approval);
    }

    synchronized Optional<Approval> find(String id) {
        expire();
        return Optional.ofNullable(all.get(id));
    }

    synchronized List<Approval> list() {
        expire();
        return List.copyOf(all.values());
    }

    private void expire() {
        Instant oldest = now.get().minus(PATIENCE);
        all.values().forEach(approval -> approval.expire(oldest));
    }
}
