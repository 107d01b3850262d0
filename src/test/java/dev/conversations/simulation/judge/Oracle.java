// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.judge;

import java.util.List;
import java.util.stream.Stream;

/** Says what may not be so. */
public interface Oracle {

    List<Oracle> ALL = List.of(new Processing(), new Order(), new Answers(), new Delivery(), new Doors(), new Ends());

    Stream<String> faults(Seen seen);

    /** What all of them say, each once. */
    static List<String> all(Seen seen) {
        return ALL.stream().flatMap(oracle -> oracle.faults(seen)).distinct().toList();
    }
}
