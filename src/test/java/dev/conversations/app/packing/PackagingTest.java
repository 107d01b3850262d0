// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.packing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.app.start.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What users of the jar inherit, and what stands in the image. */
class PackagingTest {

    @Test
    void usersOfTheComponentInheritPartsOfCamelWithItsJacksonAndNothingElse() throws Exception {
        assertThat(Pom.read().dependencies().stream()
                .filter(dependency -> !dependency.optional())
                .filter(dependency -> dependency.scope().matches("compile|runtime"))
                .map(Pom.Dependency::artifactId))
                .containsExactlyInAnyOrder(
                        "camel-health", "camel-http", "camel-jackson", "camel-platform-http", "camel-webhook",
                        "jackson-annotations", "jackson-core", "jackson-databind");
    }

    @Test
    void theImageCopiesWhatPackagingMakesAndRunsItsScript() throws IOException {
        assertThat(only("COPY")).isEqualTo("target/bridge/ ./");
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<property name=\"bridge\" value=\"${project.build.directory}/bridge\"/>");
        assertThat(only("ENTRYPOINT")).isEqualTo("[\"bin/bridge\"]");
        assertThat(Path.of("src/dist/bin/bridge")).isRegularFile();
    }

    @Test
    void theImageListensWhereWebhooksArriveAndCanWriteItsLogAndItsQueues() throws IOException {
        Settings defaults = Settings.load(Path.of("target"), Map.of());

        assertThat(only("EXPOSE")).isEqualTo(defaults.get("bridge.http.port"));
        assertThat(only("RUN")).contains("mkdir logs data ", "chown bridge logs data");
        assertThat(only("VOLUME")).isEqualTo(only("WORKDIR") + "/data");
        assertThat(defaults.get("bridge.broker.data")).startsWith("data/");
        assertThat(only("USER")).isEqualTo("bridge");
    }

    @Test
    void theImageHasTheJavaOfTheBuild() throws Exception {
        assertThat(only("FROM")).isEqualTo("eclipse-temurin:17-jre");
        assertThat(Files.readString(Path.of("pom.xml")))
                .contains("<maven.compiler.release>17</maven.compiler.release>");
    }

    private static String only(String instruction) throws IOException {
        List<String> found = Pattern.compile("(?m)^" + instruction + " (.*)$")
                .matcher(Files.readString(Path.of("Dockerfile"))).results()
                .map((MatchResult line) -> line.group(1))
                .toList();
        assertThat(found).as(instruction).hasSize(1);
        return found.get(0);
    }
}
