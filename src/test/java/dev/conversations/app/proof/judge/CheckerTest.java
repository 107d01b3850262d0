// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.proof.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.app.proof.judge.Fact.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Who judges a history finds what was planted in it. */
class CheckerTest {
    private static final int NUMBERS = 20;

    @TempDir
    private Path folder;

    @Test
    void aHistoryInWhichAllFollowedHasNoFault() {
        assertThat(Checker.judge(history()).faults()).isEmpty();
        assertThat(Checker.judge(history()).counts()).containsEntry("SENT", 2 * NUMBERS).containsEntry("QUEUED", 2 * NUMBERS);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.INCLUDE, names = {"MAILED", "QUEUED", "ARRIVED", "RETURNED"})
    void aLossIsFound(Kind kind) {
        List<Fact> history = history();
        history.remove(place(history, kind));

        assertThat(Checker.judge(history).faults()).containsExactly(kind + " lost: b 7");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.INCLUDE, names = {"MAILED", "QUEUED", "ARRIVED", "RETURNED"})
    void aDoubleIsFound(Kind kind) {
        List<Fact> history = history();
        history.add(new Fact(kind, "b", 7, "another"));

        assertThat(Checker.judge(history).faults()).containsExactly(kind + " twice: b 7");
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.INCLUDE, names = {"MAILED", "QUEUED", "ARRIVED"})
    void aSwapIsFound(Kind kind) {
        List<Fact> history = history();
        Collections.swap(history, place(history, kind), place(history, kind) + 1);

        assertThat(Checker.judge(history).faults()).containsExactly(kind + " out of order: b 7 after 8");
    }

    @Test
    void oneMessageTwiceOnAQueueIsFoundThoughItsIdIsTheSame() {
        List<Fact> history = history();
        history.add(history.get(place(history, Kind.QUEUED)));

        assertThat(Checker.judge(history).faults()).containsExactly("QUEUED twice under one ID: b 7");
    }

    @Test
    void aMailThatIsRepeatedUnderItsMessageIdIsCountedAndNoFault() {
        List<Fact> history = history();
        history.add(history.get(place(history, Kind.MAILED)));

        assertThat(Checker.judge(history).faults()).isEmpty();
        assertThat(Checker.judge(history).counts()).containsEntry("MAILED again with the same ID", 1);
    }

    @Test
    void whatNobodySentIsFound() {
        List<Fact> history = history();
        history.add(new Fact(Kind.ARRIVED, "c", 1, "stray"));
        history.add(new Fact(Kind.ARRIVED, "b", NUMBERS + 1, "stray too"));

        assertThat(Checker.judge(history).faults())
                .containsExactlyInAnyOrder("ARRIVED out of nowhere: c", "ARRIVED out of nowhere: b " + (NUMBERS + 1));
    }

    @Test
    void asAProgramOfItsOwnItReadsTheFileAndEndsWithOneWhereSomethingIsWrong() throws Exception {
        List<Fact> history = history();
        assertThat(status(history)).isZero();
        history.remove(place(history, Kind.ARRIVED));
        assertThat(status(history)).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("out"))).contains("ARRIVED lost: b 7");
    }

    private int status(List<Fact> facts) throws Exception {
        Path file = folder.resolve("history");
        try (History history = new History(file)) {
            facts.forEach(fact -> history.tell(fact.kind(), fact.thread(), fact.number(), fact.id()));
        }
        Process checker = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Checker.class.getName(), file.toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile()).start();
        assertThat(checker.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return checker.exitValue();
    }

    private static int place(List<Fact> history, Kind kind) {
        return IntStream.range(0, history.size()).filter(i -> history.get(i).kind() == kind
                && history.get(i).thread().equals("b") && history.get(i).number() == 7).findFirst().orElseThrow();
    }

    private static List<Fact> history() {
        List<Fact> history = new ArrayList<>(List.of(new Fact(Kind.KILLED, "bridge", 1, "9")));
        for (Kind kind : Kind.values()) {
            for (String thread : kind == Kind.KILLED ? List.<String>of() : List.of("a", "b")) {
                IntStream.rangeClosed(1, NUMBERS).forEach(number ->
                        history.add(new Fact(kind, thread, number, kind + thread + number)));
            }
        }
        return history;
    }
}
