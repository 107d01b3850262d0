// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** No message of a conversation is begun with before the one before it is done. */
final class Order implements Oracle {

    @Override
    public Stream<String> faults(Seen seen) {
        Map<String, List<String>> conversations = seen.history().of(Fact.Kind.MADE).collect(Collectors.groupingBy(
                Fact::more, LinkedHashMap::new, Collectors.mapping(Fact::about, Collectors.toList())));
        List<String> faults = new ArrayList<>();
        conversations.values().forEach(messages -> {
            for (int message = 1; message < messages.size(); message++) {
                long done = position(seen.history(), Fact.Kind.DONE, messages.get(message - 1));
                long begun = position(seen.history(), Fact.Kind.BEGUN, messages.get(message));
                if (begun < done) {
                    faults.add("out of order: %s before %s".formatted(messages.get(message), messages.get(message - 1)));
                }
            }
        });
        return faults.stream();
    }

    private static long position(History history, Fact.Kind kind, String about) {
        return history.facts().stream().takeWhile(fact -> fact.kind() != kind || !fact.about().equals(about)).count();
    }
}
