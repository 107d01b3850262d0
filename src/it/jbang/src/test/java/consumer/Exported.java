// SPDX-License-Identifier: Apache-2.0
package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A project that {@code camel export} makes of the files in a directory. */
record Exported(Path directory) {

    static Exported make(Path directory, String runtime, String server) throws Exception {
        Path log = directory.resolve("export.log");
        end(Command.start(directory, log.toFile(), "export", "receive.camel.yaml", "application.properties", "--runtime=" + runtime,
                "--gav=consumer:exported:1", "--dir=exported", "--java-version=17", "--logging=true", "--kamelets-version=4.18.0",
                "--dep=" + System.getProperty("consumer.dependency") + "," + server), log);
        return new Exported(directory.resolve("exported"));
    }

    /** As its readme says, with what this build has fetched. */
    void build() throws Exception {
        Path log = directory.resolve("build.log");
        end(new ProcessBuilder(Path.of(System.getProperty("consumer.maven"), "bin", "mvn").toString(), "-q", "-B", "package",
                "-Dmaven.repo.local=" + System.getProperty("consumer.local"))
                .directory(directory.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
    }

    Process run(String jar, Map<String, String> properties, Map<String, String> variables) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", jar));
        ProcessBuilder application = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true)
                .redirectOutput(directory.resolve("run.log").toFile());
        application.environment().putAll(variables);
        return application.start();
    }

    private static void end(Process process, Path log) throws Exception {
        try {
            assertTrue(process.waitFor(8, TimeUnit.MINUTES), "it does not end");
        } finally {
            process.destroyForcibly();
        }
        assertEquals(0, process.exitValue(), Files.readString(log));
    }
}
