// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.mail.inbox;

import java.util.LinkedHashMap;
import java.util.Map;

/** How often mails failed, of the thousand that failed last. */
final class Failures {
    private static final int MOST = 1000;

    private final Map<Place, Integer> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Integer> eldest) {
            return size() > MOST;
        }
    };

    synchronized int of(Place what) {
        return counts.getOrDefault(what, 0);
    }

    synchronized void add(Place what) {
        counts.merge(what, 1, Integer::sum);
    }

    synchronized void forget(Place what) {
        counts.remove(what);
    }
}
