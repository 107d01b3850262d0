package dev.conversations.sandbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people's phones received last. */
final class Phones {

    private static final int MAX_PHONES = 10_000;
    private static final int MAX_MESSAGES = 1000;
    private static final int UNREACHABLE = 30003;

    private final Map<String, Deque<Phone.Received>> inboxes = new LinkedHashMap<>();
    private final Set<String> unreachable = new HashSet<>();

    /** @return the error with which the message ends; 0 when it arrives */
    synchronized int deliver(String address, Phone.Received message) {
        if (unreachable.contains(address)) {
            return UNREACHABLE;
        }
        if (!inboxes.containsKey(address) && inboxes.size() == MAX_PHONES) {
            inboxes.remove(inboxes.keySet().iterator().next());
        }
        Deque<Phone.Received> inbox = inboxes.computeIfAbsent(address, a -> new ArrayDeque<>());
        if (inbox.size() == MAX_MESSAGES) {
            inbox.removeFirst();
        }
        inbox.addLast(message);
        return 0;
    }

    synchronized List<Phone.Received> received(String address) {
        return new ArrayList<>(inboxes.getOrDefault(address, new ArrayDeque<>()));
    }

    synchronized void reachable(String address, boolean is) {
        if (is) {
            unreachable.remove(address);
        } else {
            unreachable.add(address);
        }
    }
}
