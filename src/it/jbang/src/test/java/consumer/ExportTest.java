// SPDX-License-Identifier: Apache-2.0
package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.SandboxExtension;
import dev.conversations.sandbox.SandboxOptions;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code camel export} makes projects of routes that Maven builds, and that answer who writes, on each runtime. */
class ExportTest {
    @RegisterExtension
    static SandboxExtension twilio = new SandboxExtension(SandboxOptions.defaults().withPatience(Duration.ofMinutes(2)));

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "camel-main, camel:platform-http-main, target/exported-1.jar, camel.server.port",
        "spring-boot, camel:platform-http, target/exported-1.jar, server.port",
        "quarkus, camel:platform-http, target/quarkus-app/quarkus-run.jar, quarkus.http.port"})
    void theProjectIsBuiltAndAnswersWhoWrites(String runtime, String server, String jar, String port) throws Exception {
        Files.writeString(directory.resolve("receive.camel.yaml"), """
                - route:
                    id: receive
                    from:
                      uri: twilio-conversations:events/onMessageAdded
                      steps:
                        - filter:
                            simple: ${body.author} startsWith '+'
                            steps:
                              - setHeader:
                                  name: CamelTwilioConversationsConversationSid
                                  simple: ${body.conversationSid}
                              - setBody:
                                  constant: We look into it.
                              - to:
                                  uri: twilio-conversations:messages/create
                                  parameters:
                                    author: shop
                """);
        Files.writeString(directory.resolve("application.properties"), """
                camel.component.twilio-conversations.account-sid = {{env:TWILIO_ACCOUNT_SID}}
                camel.component.twilio-conversations.auth-token = {{env:TWILIO_AUTH_TOKEN}}
                """);
        Exported project = Exported.make(directory, runtime, server);
        project.build();

        String free = freePort();
        Map<String, String> properties = new HashMap<>(twilio.properties("http://localhost:" + free));
        properties.keySet().removeIf(name -> name.endsWith("account-sid") || name.endsWith("auth-token"));
        properties.put(port, free);
        properties.put("camel.management.enabled", "false");
        Process application = project.run(jar, properties, Map.of(
                "TWILIO_ACCOUNT_SID", twilio.sandbox().accountSid(), "TWILIO_AUTH_TOKEN", twilio.sandbox().authToken()));
        try {
            twilio.awaitCalls("configuration-webhooks/update", 1);
            twilio.listen("+15559990000");
            Phone customer = twilio.phone("+15551230001");
            customer.writes("Where is order 4711?");
            assertEquals("We look into it.", customer.awaitReceived(1).get(0).body());
        } catch (AssertionError e) {
            throw new AssertionError(Files.readString(project.directory().resolve("run.log")), e);
        } finally {
            application.destroy();
            assertTrue(application.waitFor(1, TimeUnit.MINUTES), "it does not stop");
        }
    }

    private static String freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0)) {
            return String.valueOf(free.getLocalPort());
        }
    }
}
