package dev.conversations.sandbox.channels;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people's phones received and sent last. */
public final class Phones {

    private static final int MAX_PHONES = 10_000;
    private static final int MAX_MESSAGES = 1000;
    private static final int UNREACHABLE = 30003;

    private final Map<String, Deque<Line>> screens = new LinkedHashMap<>();
    private final Set<String> unreachable = new HashSet<>();

    /** @return the error with which the message ends; 0 when it arrives */
    synchronized int deliver(String address, Line message) {
        if (unreachable.contains(address)) {
            return UNREACHABLE;
        }
        add(address, message);
        return 0;
    }

    /** Keeps what a phone sent. */
    synchronized void keep(String address, Line message) {
        add(address, message);
    }

    public List<Line> received(String address) {
        return lines(address).stream().filter(line -> !line.mine()).toList();
    }

    /** What a phone received and sent, oldest first. */
    public synchronized List<Line> lines(String address) {
        return List.copyOf(screens.getOrDefault(address, new ArrayDeque<>()));
    }

    public synchronized void reachable(String address, boolean is) {
        if (is) {
            unreachable.remove(address);
        } else {
            unreachable.add(address);
        }
    }

    private void add(String address, Line line) {
        if (!screens.containsKey(address) && screens.size() == MAX_PHONES) {
            screens.remove(screens.keySet().iterator().next());
        }
        Deque<Line> screen = screens.computeIfAbsent(address, a -> new ArrayDeque<>());
        if (screen.size() == MAX_MESSAGES) {
            screen.removeFirst();
        }
        screen.addLast(line);
    }
}
