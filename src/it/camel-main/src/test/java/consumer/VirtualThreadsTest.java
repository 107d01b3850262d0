// SPDX-License-Identifier: Apache-2.0
package consumer;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** On a JDK 25, where there is one: JAVA_25_HOME, or one of those below /usr/lib/jvm. */
class VirtualThreadsTest {

    @Test
    void callsAndEventsRunOnVirtualThreads() throws Exception {
        Optional<Path> jdk = jdk25();
        if (jdk.isEmpty()) {
            System.out.println("No JDK 25: what runs on virtual threads is not tried. Name one by JAVA_25_HOME.");
        }
        assumeTrue(jdk.isPresent(), "There is no JDK 25");
        Process program = new ProcessBuilder(jdk.get().resolve("bin/java").toString(), "-Dcamel.threads.virtual.enabled=true",
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), OnVirtualThreads.class.getName())
                .redirectErrorStream(true).start();
        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        program.waitFor();
        assertTrue(said.contains("all heard: true, calling: [virtual], hearing: [virtual]"), said);
    }

    private static Optional<Path> jdk25() throws IOException {
        String named = System.getenv("JAVA_25_HOME");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        Path all = Path.of("/usr/lib/jvm");
        if (!Files.isDirectory(all)) {
            return Optional.empty();
        }
        try (Stream<Path> jdks = Files.list(all)) {
            return jdks.filter(VirtualThreadsTest::is25).findFirst();
        }
    }

    private static boolean is25(Path jdk) {
        try {
            return Files.isExecutable(jdk.resolve("bin/java")) && Files.readString(jdk.resolve("release")).contains("JAVA_VERSION=\"25");
        } catch (IOException e) {
            return false;
        }
    }
}
