// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.judge;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Twilio is let in and believed, strangers are not, and who is told that all went well is told the truth. */
final class Doors implements Oracle {

    private static final String OK = "200";
    private static final String REFUSED = "403";

    @Override
    public Stream<String> faults(Seen seen) {
        Set<String> done = new HashSet<>();
        Set<String> made = new HashSet<>();
        return seen.history().facts().stream().map(fact -> fault(fact, made, done)).filter(fault -> fault != null);
    }

    private static String fault(Fact fact, Set<String> made, Set<String> done) {
        switch (fact.kind()) {
            case MADE -> made.add(fact.about());
            case DONE -> done.add(fact.about());
            case HAD_FORGED -> {
                return "forged, and worked on: " + fact.about();
            }
            case ANSWERED_FORGED -> {
                return fact.more().equals(REFUSED) ? null : "forged, and answered with " + fact.more() + ": " + fact.about();
            }
            case ANSWERED -> {
                if (fact.more().equals(REFUSED)) {
                    return "refused, though it came from Twilio: " + fact.about();
                }
                return fact.more().equals(OK) && made.contains(fact.about()) && !done.contains(fact.about())
                        ? "answered with 200 before it was done: " + fact.about() : null;
            }
            default -> { }
        }
        return null;
    }
}
