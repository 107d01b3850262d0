// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.channels;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What people's phones received and sent last. */
public final class Phones {

    private static final int MAX_PHONES = 10_000;
    private static final int MAX_MESSAGES = 1000;
    private static final int UNREACHABLE = 30003;

    /** What WhatsApp tells a business of a person beside or in place of a number; each may be null. */
    private record Ids(String own, String parent) {}

    private final Map<String, Deque<Line>> screens = new LinkedHashMap<>();
    private final Map<String, Integer> failing = new HashMap<>();
    private final Map<String, Ids> ids = new HashMap<>();

    /** @return the error with which the message ends; 0 when it arrives */
    synchronized int deliver(String address, Line message) {
        int error = failing.getOrDefault(address, 0);
        if (error == 0) {
            add(address, message);
        }
        return error;
    }

    /** Keeps what a phone sent. */
    synchronized void keep(String address, Line message) {
        add(address, message);
    }

    /** Forgets what phones received and sent, and why messages to them fail. */
    public synchronized void clear() {
        screens.clear();
        failing.clear();
    }

    public List<Line> received(String address) {
        return lines(address).stream().filter(line -> !line.mine()).toList();
    }

    /** What a phone received and sent, oldest first. */
    public synchronized List<Line> lines(String address) {
        return List.copyOf(screens.getOrDefault(address, new ArrayDeque<>()));
    }

    public void reachable(String address, boolean is) {
        fail(address, is ? 0 : UNREACHABLE);
    }

    /** @param error with which messages to that phone end; 0 for none */
    public synchronized void fail(String address, int error) {
        failing.put(address, error);
        failing.remove(address, 0);
    }

    public synchronized void identify(String address, String own, String parent) {
        ids.put(address, new Ids(own, parent));
    }

    /** What webhooks tell of the person, by parameter. */
    synchronized Map<String, List<String>> ids(String address) {
        Ids known = ids.getOrDefault(address, new Ids(null, null));
        return Map.of("ExternalUserId", Stream.ofNullable(known.own()).toList(),
                "ParentExternalUserId", Stream.ofNullable(known.parent()).toList());
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
