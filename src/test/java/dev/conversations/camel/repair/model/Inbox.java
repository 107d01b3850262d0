// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.repair.model;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One conversation on its way in, at one moment. A message is named by its index.
 *
 * @param told how far the webhook of each message is
 * @param life of the process; null when none runs
 * @param worked the messages that were worked on, in order
 * @param excused those over whose work a process died before it had confirmed it: each may be worked on once more
 * @param crashes how many may still come
 * @param failures of work, how many may still come
 */
public record Inbox(List<Told> told, Kept kept, Life life, List<Integer> worked, List<Integer> excused, int crashes, int failures) {

    static Inbox of(int messages, int crashes, int failures) {
        return new Inbox(Collections.nCopies(messages, Told.UNTOLD), Kept.of(messages), Life.of(messages), List.of(), List.of(),
                crashes, failures);
    }

    public int messages() {
        return told.size();
    }

    public int written() {
        return (int) told.stream().filter(each -> each != Told.UNTOLD).count();
    }

    Inbox with(int message, Told now) {
        return new Inbox(Lists.set(told, message, now), kept, life, worked, excused, crashes, failures);
    }

    Inbox with(Kept now) {
        return new Inbox(told, now, life, worked, excused, crashes, failures);
    }

    Inbox with(Life now) {
        return new Inbox(told, kept, now, worked, excused, crashes, failures);
    }

    Inbox with(int message, Claim claim, Stage stage) {
        return with(kept.with(message, claim)).with(life.with(message, stage));
    }

    Inbox works(int message) {
        return new Inbox(told, kept, life.with(message, Stage.WORKED), Lists.add(worked, message), excused, crashes, failures);
    }

    Inbox fails(int message) {
        return new Inbox(told, kept, life.with(message, Stage.FAILED), worked, excused, crashes, failures - 1);
    }

    /** The process dies. Webhooks that it had not answered are over, or are told again. */
    Inbox dies(Told unanswered) {
        List<Told> after = told.stream().map(each -> each == Told.THERE ? unanswered : each).toList();
        List<Integer> doubtful = IntStream.range(0, messages()).filter(message -> life.stages().get(message) == Stage.WORKED).boxed().toList();
        List<Integer> more = doubtful.stream().reduce(excused, Lists::add, (one, other) -> one);
        return new Inbox(after, kept, null, worked, more.stream().sorted().toList(), crashes - 1, failures);
    }
}
