// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.way;

import dev.conversations.simulation.judge.Fact;
import dev.conversations.simulation.judge.History;
import dev.conversations.simulation.plan.Channel;
import dev.conversations.simulation.plan.Fault;
import dev.conversations.simulation.plan.Mishap;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what comes on each way, and tells what is to go wrong with it. */
public final class Fate {

    private final Map<Channel, Map<Integer, Mishap>> planned = new EnumMap<>(Channel.class);
    private final Map<Channel, Integer> counts = new EnumMap<>(Channel.class);
    private final History history;

    public Fate(List<Fault> faults, History history) {
        this.history = history;
        faults.forEach(fault -> planned.computeIfAbsent(fault.channel(), channel -> new HashMap<>()).put(fault.number(), fault.mishap()));
    }

    /** What goes wrong with the next; null when all is well. */
    public Mishap next(Channel channel, Object where, String about) {
        int number = counts.merge(channel, 1, Integer::sum) - 1;
        Mishap mishap = planned.getOrDefault(channel, Map.of()).get(number);
        if (mishap != null) {
            history.add(Fact.Kind.FAULT, where, about, new Fault(channel, number, mishap));
        }
        return mishap;
    }
}
