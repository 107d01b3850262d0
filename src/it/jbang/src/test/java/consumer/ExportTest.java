// SPDX-License-Identifier: Apache-2.0
package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code camel export} makes projects that have the component, its options and an HTTP server, for each runtime. */
class ExportTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "camel-main, camel:platform-http-main, camel-platform-http-main",
        "spring-boot, camel:platform-http, camel-platform-http-starter",
        "quarkus, camel:platform-http, camel-quarkus-platform-http"})
    void theProjectHasTheComponentItsOptionsAndAServer(String runtime, String server, String artifact) throws Exception {
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
        Path log = directory.resolve("export.log");
        Process camel = Command.start(directory, log.toFile(), "export", "receive.camel.yaml", "application.properties", "--runtime=" + runtime,
                "--gav=consumer:exported:1", "--dir=exported", "--dep=" + System.getProperty("consumer.dependency") + "," + server,
                "--kamelets-version=4.18.0", "--logging=true");
        assertTrue(camel.waitFor(4, TimeUnit.MINUTES), "it does not end");
        assertEquals(0, camel.exitValue(), () -> said(log));
        String pom = Files.readString(directory.resolve("exported/pom.xml"));
        assertTrue(pom.contains("<artifactId>camel-twilio-conversations</artifactId>"), pom);
        assertTrue(pom.contains("<artifactId>" + artifact + "</artifactId>"), pom);
        assertTrue(Files.readString(directory.resolve("exported/src/main/resources/application.properties"))
                .contains("camel.component.twilio-conversations.auth-token"));
        assertTrue(Files.exists(directory.resolve("exported/src/main/resources/camel/receive.camel.yaml")));
    }

    private static String said(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
