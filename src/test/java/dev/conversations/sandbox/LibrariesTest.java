// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user meets who has not added a library. */
class LibrariesTest {

    @TempDir
    private Path folder;

    /** What is run without some libraries. */
    static final class Programs {

        private Programs() {}

        static final class Starting {
            public static void main(String[] arguments) {
                try (Sandbox sandbox = Sandbox.start()) {
                    System.out.println(sandbox.calls());
                } catch (IllegalStateException e) {
                    System.out.println(e.getMessage());
                }
            }
        }

        static final class Connecting {
            public static void main(String[] arguments) throws Exception {
                try (Sandbox sandbox = Sandbox.start(); CamelContext context = new DefaultCamelContext()) {
                    sandbox.connect(context).start();
                    context.createProducerTemplate().sendBody("twilio-conversations:conversations/create", "Order 4711");
                    System.out.println(sandbox.calls());
                }
            }
        }
    }

    @Test
    void withoutWireMockOneLineSaysWhichDependencyToAdd() throws Exception {
        String line = "The sandbox needs a library that is not there: add the dependency org.wiremock:wiremock-standalone:"
                + version("wiremock-standalone") + "\n";

        assertThat(run(Programs.Starting.class, "wiremock")).isEqualTo(line);
        assertThat(run(Main.class, "wiremock")).isEqualTo(line);
    }

    @Test
    void withoutAnHttpServerAContextOnlyCalls() throws Exception {
        assertThat(run(Programs.Connecting.class, "camel-platform-http-main", "camel-platform-http-vertx"))
                .endsWith("[conversations/create 201]\n");
    }

    @Test
    void withoutJunitAndCamelMainTheSandboxRuns() throws Exception {
        assertThat(run(Programs.Starting.class, "junit", "camel-main")).isEqualTo("[]\n");
    }

    private static String version(String artifact) throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        int at = pom.indexOf("<version>", pom.indexOf("<artifactId>" + artifact + "</artifactId>"));
        return pom.substring(at + "<version>".length(), pom.indexOf("</version>", at));
    }

    /** What a program prints that has all libraries but those. */
    private String run(Class<?> program, String... without) throws Exception {
        String classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> Arrays.stream(without).noneMatch(Path.of(entry).getFileName().toString()::startsWith))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classes, program.getName()));
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        try {
            assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(said);
    }
}
