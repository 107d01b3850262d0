// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.judge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that was seen, in its order. */
public final class History {

    private final LongSupplier nanos;
    private final List<Fact> facts = new ArrayList<>();
    private final List<String> leaks = new ArrayList<>();

    public History(LongSupplier nanos) {
        this.nanos = nanos;
    }

    public void add(Fact.Kind kind, Object where, String about, Object more) {
        facts.add(new Fact(Duration.ofNanos(nanos.getAsLong()), kind, String.valueOf(where), about, String.valueOf(more)));
    }

    /** A text that holds what it may not. */
    public void leak(String where) {
        leaks.add(where);
    }

    List<String> leaks() {
        return leaks;
    }

    public List<Fact> facts() {
        return facts;
    }

    public Stream<Fact> of(Fact.Kind kind) {
        return facts.stream().filter(fact -> fact.kind() == kind);
    }

    public Stream<Fact> of(Fact.Kind kind, String about) {
        return of(kind).filter(fact -> fact.about().equals(about));
    }

    /** What was seen after one fact and before another. */
    Stream<Fact> between(Fact first, Fact last) {
        return facts.subList(indexOf(first), indexOf(last)).stream().skip(1);
    }

    private int indexOf(Fact fact) {
        for (int index = 0; index < facts.size(); index++) {
            if (facts.get(index) == fact) {
                return index;
            }
        }
        throw new IllegalArgumentException("That was not seen");
    }

    /** When something went wrong or was done from outside for the last time. */
    public Duration lastTrouble() {
        return facts.stream().filter(fact -> switch (fact.kind()) {
            case MADE, FAULT, STARTED, KILLED, STOPPED, KEY_TURNED -> true;
            default -> false;
        }).map(Fact::at).reduce((one, other) -> other).orElse(Duration.ZERO);
    }

    @Override
    public String toString() {
        return facts.stream().map(Fact::toString).collect(Collectors.joining("\n"));
    }
}
