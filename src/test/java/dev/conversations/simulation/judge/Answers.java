// SPDX-License-Identifier: Apache-2.0
package dev.conversations.simulation.judge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whoever wrote has one answer to each message, in the conversation where it was written and in the order there. */
final class Answers implements Oracle {

    @Override
    public Stream<String> faults(Seen seen) {
        List<String> faults = new ArrayList<>();
        Set<String> had = new HashSet<>();
        seen.answers().forEach(answer -> {
            if (!had.add(answer.to())) {
                faults.add("answered twice: " + answer.to());
            }
        });
        seen.history().of(Fact.Kind.MADE).filter(made -> !seen.answers().contains(new Seen.Answer(made.more(), made.about())))
                .forEach(made -> faults.add("not answered where it was written: " + made.about()));
        seen.history().of(Fact.Kind.MADE).map(Fact::more).distinct().forEach(conversation -> {
            List<String> asked = seen.history().of(Fact.Kind.MADE).filter(made -> made.more().equals(conversation)).map(Fact::about).toList();
            List<String> told = seen.answers().stream().filter(answer -> answer.conversation().equals(conversation))
                    .map(Seen.Answer::to).distinct().filter(asked::contains).toList();
            if (!told.equals(asked.stream().filter(told::contains).toList())) {
                faults.add("answered out of order: " + conversation);
            }
        });
        return faults.stream();
    }
}
