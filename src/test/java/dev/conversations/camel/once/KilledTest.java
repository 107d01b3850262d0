package dev.conversations.camel.once;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.camel.once.ForgetfulTwilio.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed over its calls, and what the next one makes of the keys that it left in a database. */
class KilledTest {

    private static final int MESSAGES = 400;
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
                    if (number == 90) {
                        maker.destroyForcibly();
                        return last;
                    }
                    return number % 30 == 11 ? Fault.DONE_THEN_RESET : Fault.NONE;
                });
                run(twilio, Math.max(0, before - 5));
                assertThat(maker.exitValue()).as("killed").isNotZero();
                assertThat(twilio.bodies()).hasSizeGreaterThan(before + 50);
                calls += twilio.creates();
            }
            int before = twilio.bodies().size();
            twilio.disturb(number -> Fault.NONE);
            run(twilio, Math.max(0, before - 5));
            assertThat(maker.exitValue()).isZero();
            calls += twilio.creates();
            assertThat(twilio.bodies()).hasSize(MESSAGES).doesNotHaveDuplicates()
                    .containsAll(IntStream.range(0, MESSAGES).mapToObj(i -> "text " + i).toList());
            assertThat(calls).as("creates asked for").isLessThanOrEqualTo(MESSAGES + LAST_WORDS.size());
        } finally {
            maker.destroyForcibly();
        }
    }

    private void run(ForgetfulTwilio twilio, int from) throws IOException, InterruptedException {
        maker = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), Maker.class.getName(),
                twilio.base(), folder.resolve("keys").toString(), String.valueOf(from), String.valueOf(MESSAGES))
                .redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile()).start();
        assertThat(maker.waitFor(120, TimeUnit.SECONDS)).isTrue();
    }
}
