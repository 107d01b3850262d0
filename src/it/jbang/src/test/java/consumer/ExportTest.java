// SPDX-License-Identifier: Apache-2.0
package consumer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code camel export} makes projects that have the component, its options and an HTTP server, and that Maven builds, for each runtime. */
class ExportTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "camel-main, camel:platform-http-main, camel-platform-http-main, target/exported-1.jar",
        "spring-boot, camel:platform-http, camel-platform-http-starter, target/exported-1.jar",
        "quarkus, camel:platform-http, camel-quarkus-platform-http, target/quarkus-app/quarkus-run.jar"})
    void theProjectHasTheComponentItsOptionsAndAServerAndIsBuilt(String runtime, String server, String artifact, String jar) throws Exception {
        Files.writeString(directory.resolve("receive.camel.yaml"), """
                - route:
                    id: receive
                    from:
                      uri: twilio-conversations:events/onMessageAdded
                      steps:
                        - log: "${body.conversationSid}"
                """);
        Files.writeString(directory.resolve("application.properties"), """
                camel.component.twilio-conversations.auth-token = {{env:TWILIO_AUTH_TOKEN}}
                """);
        Exported project = Exported.make(directory, runtime, server);
        String pom = Files.readString(project.directory().resolve("pom.xml"));
        assertTrue(pom.contains("<artifactId>camel-twilio-conversations</artifactId>"), pom);
        assertTrue(pom.contains("<artifactId>" + artifact + "</artifactId>"), pom);
        assertTrue(Files.readString(project.directory().resolve("src/main/resources/application.properties"))
                .contains("camel.component.twilio-conversations.auth-token"));
        assertTrue(Files.exists(project.directory().resolve("src/main/resources/camel/receive.camel.yaml")));

        project.build();
        assertTrue(Files.exists(project.directory().resolve(jar)), jar);
    }
}
