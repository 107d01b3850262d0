package dev.conversations.app.mail.arrival;

import java.util.LinkedHashMap;
import java.util.Map;

/** How often something failed, of the thousand things that failed last. */
final class Failures {
    private static final int MOST = 1000;

    private final Map<String, Integer> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > MOST;
        }
    };

    synchronized int of(String what) {
        return counts.getOrDefault(what, 0);
    }

    synchronized void add(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    synchronized void forget(String what) {
        counts.remove(what);
    }
}
