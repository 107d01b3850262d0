package dev.conversations.sandbox.channels;

import dev.conversations.sandbox.Phone;
import java.time.Clock;
import java.time.Instant;
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

    /**
     * What a phone sent.
     *
     * @param to the addresses
     * @param body the text; null when there was none
     * @param became what became of it
     */
    public record Written(List<String> to, String body, Phone.Sent became) {}

    /** A line on the screen of a phone: one of the two, the other is null. */
    public record Line(Instant at, Phone.Received received, Written written) {}

    private final Map<String, Deque<Line>> screens = new LinkedHashMap<>();
    private final Set<String> unreachable = new HashSet<>();
    private final Clock clock;

    public Phones(Clock clock) {
        this.clock = clock;
    }

    /** @return the error with which the message ends; 0 when it arrives */
    synchronized int deliver(String address, Phone.Received message) {
        if (unreachable.contains(address)) {
            return UNREACHABLE;
        }
        add(address, new Line(clock.instant(), message, null));
        return 0;
    }

    /** Keeps what a phone sent. */
    public synchronized void keep(String address, Written message) {
        add(address, new Line(clock.instant(), null, message));
    }

    public synchronized List<Phone.Received> received(String address) {
        return lines(address).stream().filter(line -> line.received() != null).map(Line::received).toList();
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
