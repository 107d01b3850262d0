// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.text.Json;
import dev.conversations.app.RunningBridge;
import dev.conversations.app.start.Settings;
import dev.conversations.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of the README adds a CRM. */
class AnotherCrmTest {
    private static final String URL = "acme.url";
    private static final String HELLO = "Hello \"there\" \u00e9 \ud83d\ude00";

    @TempDir
    private Path directory;

    @AfterEach
    void forget() {
        System.clearProperty(URL);
    }

    @Test
    void oneFileAddsACrm() throws Exception {
        copy(Path.of("routes"), directory);
        Files.writeString(directory.resolve("crm/acme.camel.yaml"), example());
        try (Acme acme = new Acme()) {
            System.setProperty(URL, acme.base().toString());
            acme.next("PUT", "/entries/", new StandIn.Answer(429, null));
            Settings settings = RunningBridge.settings(
                    Map.of("ROUTES", directory.toString(), "RETRIES", "6", "RETRY_DELAY", "50"));
            try (RunningBridge bridge = RunningBridge.start(settings)) {
                Sandbox sandbox = bridge.sandbox();
                String sid = sandbox.phone("+15551230001").send("+15559990000", HELLO).messageSid();

                await().untilAsserted(() -> assertThat(acme.entries).containsOnlyKeys("/entries/" + sid));
                assertThat(acme.entries.get("/entries/" + sid)).containsEntry("customer", "+15551230001")
                        .containsEntry("title", "SMS from +15551230001").containsEntry("text", HELLO);
            }
        }
    }

    private static final class Acme extends StandIn {
        private final Map<String, Map<String, Object>> entries = new ConcurrentHashMap<>();

        @Override
        protected Answer answer(Call call) {
            try {
                entries.put(call.path(), Json.readObject(call.body()));
                return new Answer(200, null);
            } catch (IOException e) {
                return new Answer(400, null);
            }
        }
    }

    private static String example() throws IOException {
        String readme = Files.readString(Path.of("routes/crm/README.md"));
        Matcher block = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$").matcher(readme);
        assertThat(block.find()).isTrue();
        return block.group(1);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
