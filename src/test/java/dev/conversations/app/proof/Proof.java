// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.app.proof.judge.Checker;
import dev.conversations.app.proof.judge.Fact;
import dev.conversations.app.proof.judge.Fact.Kind;
import dev.conversations.app.proof.judge.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A play, and what a checker in a process of its own says of its history. */
final class Proof {
    private Proof() {}

    /** Proves it with the seed of the property {@code proof.seed}, or one that the clock chooses. */
    static void prove(Path directory, Sizes sizes) throws Exception {
        prove(directory, sizes, Long.getLong("proof.seed", System.nanoTime()));
    }

    static void prove(Path directory, Sizes sizes, long seed) throws Exception {
        clear(directory);
        try (Play play = new Play(directory, sizes, seed)) {
            play.run();
            assertThat(play.startsOfBridge()).as("starts of the bridge").isEqualTo(sizes.kills() + 1);
        }
        Path out = directory.resolve("verdict");
        Process checker = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Checker.class.getName(), directory.resolve("history").toString())
                .redirectErrorStream(true).redirectOutput(out.toFile()).start();
        assertThat(checker.waitFor(60, TimeUnit.SECONDS)).isTrue();
        List<Fact> history = History.read(directory.resolve("history"));
        assertThat(checker.exitValue()).as("seed %d: %s", seed, Files.readString(out)).isZero();
        assertThat(history).filteredOn(fact -> fact.kind() == Kind.SENT).hasSize(sizes.sent());
        assertThat(history).filteredOn(fact -> fact.kind() == Kind.REPLIED).hasSize(sizes.sent());
        assertThat(history).filteredOn(fact -> fact.kind() == Kind.HOPELESS).hasSize(sizes.failures());
        assertThat(history).filteredOn(fact -> fact.kind() == Kind.KILLED).hasSize(sizes.kills() + 1);
    }

    private static void clear(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> old = Files.walk(directory)) {
                old.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        }
        Files.createDirectories(directory);
    }
}
