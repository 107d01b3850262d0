// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.app.BridgeProcess;
import dev.conversations.app.start.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The directory that {@code mvn package} makes, as somebody who unpacks it elsewhere runs it. */
class DistributionIT {
    private static final Path PACKED = Path.of("target/bridge");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path elsewhere;

    private Path bridge;

    @BeforeEach
    void unpack() throws IOException {
        bridge = elsewhere.resolve("bridge");
        try (Stream<Path> files = Files.walk(PACKED)) {
            for (Path file : files.toList()) {
                Files.copy(file, bridge.resolve(PACKED.relativize(file).toString()));
            }
        }
        Path script = bridge.resolve("bin/bridge");
        assertThat(script.toFile().setExecutable(Files.isExecutable(PACKED.resolve("bin/bridge")))).isTrue();
    }

    @Test
    void theCustomerIsAnsweredTheLogTellsNothingPersonalAndATerminationIsGraceful() throws Exception {
        try (BridgeProcess process = run()) {
            await().atMost(PATIENCE).until(() -> process.out().contains("Ctrl-C"));
            process.terminate();

            assertThat(process.status()).isEqualTo(143);
            assertThat(process.out())
                    .contains("--SMS-->  +15559990000", "--SMS-->  +15551230001", "--mail-->  support@example.com")
                    .contains("It left our house yesterday", "Parcel 4711: out for delivery", "Stopping.")
                    .doesNotContain("The scene ends here");
            assertThat(process.err()).isEmpty();
        }

        assertThat(Files.readString(bridge.resolve("logs/bridge.log")))
                .containsPattern("CH[0-9a-f]{32} IM[0-9a-f]{32}")
                .contains("Routes stopped", "(bridge) shutdown in")
                .doesNotContain("+1555", "4711", "It left our house", "@example.com");
        assertThat(bridge.resolve("data")).as("what the sandbox tells is not kept").doesNotExist();
    }

    @Test
    void aSettingWithoutItsCommentSignTakesEffect() throws Exception {
        uncomment("bridge.scene", "false");
        uncomment("bridge.public-url", "https://bridge.shop.example");

        try (BridgeProcess process = run()) {
            await().atMost(PATIENCE).until(() -> process.out().contains("The bridge is up."));
            process.terminate();
            process.status();

            assertThat(process.out())
                    .contains("https://bridge.shop.example/twilio/conversations")
                    .doesNotContain("A customer writes");
        }
    }

    @Test
    void aWrongSettingEndsWithOneAndOneLine() throws Exception {
        uncomment("bridge.mail.max-attachment", "many");

        try (BridgeProcess process = run()) {
            assertThat(process.status()).isEqualTo(1);
            assertThat(process.out()).isEmpty();
            assertThat(process.err()).isEqualTo("The bridge cannot start: bridge.mail.max-attachment"
                    + " (MAIL_MAX_ATTACHMENT) is 'many': it is a number of bytes, such as 10485760, and at most 2147483647.\n");
        }
    }

    @Test
    void everySettingIsThereAndCommentedOut() throws IOException {
        List<String> lines = Files.readAllLines(bridge.resolve(Settings.FILE));

        assertThat(lines).allSatisfy(line -> assertThat(line).matches("#.*|"));
        try (Stream<String> shipped = Files.lines(
                Path.of("src/main/resources/dev/conversations/app", Settings.FILE))) {
            assertThat(lines).containsAll(shipped.filter(line -> line.matches("(bridge|camel)\\..*"))
                    .map(line -> "# " + line).toList());
        }
    }

    @Test
    void everyRouteIsThere() throws IOException {
        try (Stream<Path> routes = Files.walk(Path.of("routes"))) {
            assertThat(routes.filter(Files::isRegularFile)).isNotEmpty()
                    .allSatisfy(route -> assertThat(bridge.resolve(route)).hasSameBinaryContentAs(route));
        }
    }

    @Test
    void noLibraryIsThereForTests() throws Exception {
        List<String> forTests = Pom.read().dependencies().stream()
                .filter(dependency -> dependency.scope().equals("test"))
                .map(Pom.Dependency::artifactId)
                .toList();

        try (Stream<Path> libraries = Files.list(bridge.resolve("lib"))) {
            assertThat(libraries.map(file -> file.getFileName().toString().replaceFirst("-\\d.*", "")))
                    .contains("camel-core", "camel-jms", "wiremock-standalone")
                    .doesNotContainAnyElementsOf(forTests)
                    .doesNotHaveDuplicates()
                    .noneMatch(name -> name.matches("(junit|hamcrest|mockito|assertj|opentest4j|apiguardian).*"));
        }
    }

    private BridgeProcess run() throws IOException {
        Map<String, String> environment = new TreeMap<>(Map.of("JAVA_HOME", System.getProperty("java.home")));
        environment.put("PATH", System.getenv("PATH"));
        return BridgeProcess.run(elsewhere, List.of(bridge.resolve("bin/bridge").toString()), environment);
    }

    private void uncomment(String setting, String value) throws IOException {
        Path file = bridge.resolve(Settings.FILE);
        List<String> lines = Files.readAllLines(file);
        int found = lines.indexOf(lines.stream().filter(line -> line.startsWith("# " + setting + " ="))
                .findFirst().orElseThrow());
        lines.set(found, setting + " = " + value);
        Files.write(file, lines);
    }
}
