// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.judge;

import java.util.stream.Stream;

/** What begins ends: exchanges, stops, registration; nothing falls out of its place, and nothing tells what it may not. */
final class Ends implements Oracle {

    @Override
    public Stream<String> faults(Seen seen) {
        Stream<String> stops = seen.history().of(Fact.Kind.STOPPED).filter(stop -> !stop.more().isEmpty())
                .map(stop -> "stopped with work: " + stop.where() + ", " + stop.more());
        Stream<String> stopping = seen.history().of(Fact.Kind.STOPPING).filter(stop -> seen.history().facts().stream()
                .noneMatch(end -> end.at().compareTo(stop.at()) >= 0 && end.where().equals(stop.where())
                        && (end.kind() == Fact.Kind.STOPPED || end.kind() == Fact.Kind.KILLED)))
                .map(stop -> stop.where() + " does not stop");
        return Stream.of(stops, stopping,
                seen.standing().stream().map(life -> "something of " + life + " waits for ever"),
                Stream.of("not registered").filter(fault -> !seen.registered()),
                seen.fallenOut().stream().map(failure -> "nobody caught " + failure),
                seen.history().leaks().stream().map(leak -> "a secret is told by " + leak)).flatMap(faults -> faults);
    }
}
