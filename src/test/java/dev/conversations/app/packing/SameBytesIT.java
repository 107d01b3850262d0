// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.packing;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who builds the same sources elsewhere gets the same jars, so that anybody can see what a jar was made of. */
class SameBytesIT {

    private static final Set<String> NO_SOURCES = Set.of("target", ".git", "data", "logs");

    @TempDir
    private Path elsewhere;

    @Test
    void aBuildElsewhereMakesTheSameJars() throws Exception {
        try (Stream<Path> all = Files.list(Path.of(""))) {
            for (Path one : all.filter(path -> !NO_SOURCES.contains(path.toString())).toList()) {
                copy(one);
            }
        }
        Process build = new ProcessBuilder(System.getProperty("maven.home") + "/bin/mvn", "-q", "-B", "package",
                "-Dmaven.test.skip", "-Dmaven.repo.local=" + System.getProperty("maven.repo"))
                .directory(elsewhere.toFile()).redirectErrorStream(true)
                .redirectOutput(Path.of("target/same-bytes.log").toFile()).start();
        try {
            assertThat(build.waitFor(8, MINUTES)).as("the build elsewhere has ended").isTrue();
        } finally {
            build.destroyForcibly();
        }
        assertThat(build.exitValue()).as("see target/same-bytes.log").isZero();
        assertThat(jars(Path.of("target"))).hasSize(5).isEqualTo(jars(elsewhere.resolve("target")));
        for (String jar : jars(Path.of("target"))) {
            assertThat(elsewhere.resolve("target").resolve(jar)).hasSameBinaryContentAs(Path.of("target").resolve(jar));
        }
    }

    private void copy(Path top) throws IOException {
        try (Stream<Path> below = Files.walk(top)) {
            for (Path one : below.toList()) {
                if (Files.isDirectory(one)) {
                    Files.createDirectories(elsewhere.resolve(one));
                } else {
                    Files.copy(one, elsewhere.resolve(one));
                }
            }
        }
    }

    private static List<String> jars(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("camel-twilio-conversations-") && name.endsWith(".jar")).sorted().toList();
        }
    }
}
