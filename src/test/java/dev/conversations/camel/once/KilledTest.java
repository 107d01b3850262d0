// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.once;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.camel.once.ForgetfulTwilio.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed over its calls, and what the next one makes of the keys that it left in a database. */
class KilledTest {

    private static final int MESSAGES = 10_000;
    private static final int CREATES_BEFORE_A_KILL = 2500;
    private static final int CREATES_BEFORE_A_FAULT = 250;
    private static final List<Fault> FAULTS =
            List.of(Fault.DONE_THEN_500, Fault.DONE_THEN_429, Fault.DONE_THEN_RESET, Fault.DONE_THEN_SILENT);
    private static final List<Fault> LAST_WORDS = List.of(Fault.NONE, Fault.ONLY_500, Fault.DONE_THEN_SILENT);

    @TempDir
    private Path folder;
    private Process maker;

    @Test
    void threeKillsLeaveEachMessageOnce() throws Exception {
        try (ForgetfulTwilio twilio = new ForgetfulTwilio(Instant::now)) {
            int calls = 0;
            for (Fault last : LAST_WORDS) {
                int before = twilio.bodies().size();
                twilio.disturb(number -> {
                    if (number == CREATES_BEFORE_A_KILL) {
                        maker.destroyForcibly();
                        return last;
                    }
                    return fault(number);
                });
                run(twilio);
                assertThat(maker.exitValue()).as("killed").isNotZero();
                assertThat(twilio.bodies()).hasSizeGreaterThan(before + CREATES_BEFORE_A_KILL / 2);
                calls += twilio.creates();
            }
            twilio.disturb(KilledTest::fault);
            run(twilio);
            assertThat(maker.exitValue()).as(Files.readString(folder.resolve("out"))).isZero();
            calls += twilio.creates();
            assertThat(twilio.bodies()).hasSize(MESSAGES).doesNotHaveDuplicates()
                    .containsAll(IntStream.range(0, MESSAGES).mapToObj(i -> "text " + i).toList());
            assertThat(calls).as("creates asked for").isLessThanOrEqualTo(MESSAGES + LAST_WORDS.size() * Maker.THREADS);
        } finally {
            maker.destroyForcibly();
        }
    }

    private static Fault fault(int number) {
        return number % CREATES_BEFORE_A_FAULT == 11 ? FAULTS.get(number / CREATES_BEFORE_A_FAULT % FAULTS.size()) : Fault.NONE;
    }

    /** Has a new process make what is missing, and ask again for the last that were made before. */
    private void run(ForgetfulTwilio twilio) throws IOException, InterruptedException {
        Set<Object> there = new HashSet<>(twilio.bodies());
        int missing = IntStream.range(0, MESSAGES).filter(i -> !there.contains("text " + i)).findFirst().orElseThrow();
        int from = Math.max(0, missing - 5);
        maker = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), Maker.class.getName(),
                twilio.base(), folder.resolve("keys").toString(), String.valueOf(from), String.valueOf(MESSAGES))
                .redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile()).start();
        assertThat(maker.waitFor(120, TimeUnit.SECONDS)).isTrue();
    }
}
