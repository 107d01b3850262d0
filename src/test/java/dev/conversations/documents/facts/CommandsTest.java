// SPDX-License-Identifier: Apache-2.0
package dev.conversations.documents.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.app.mail.server.EmbeddedMail;
import dev.conversations.documents.BridgeSettings;
import dev.conversations.documents.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The README begins with the two commands there are, and says truly where to look then. */
class CommandsTest {

    private static final Document README = Document.of("README.md");

    @Test
    void theCommandsAreTheTwoAndTheOneForTestsIsThatOfTheContinuousBuild() throws IOException {
        assertThat(README.snippets("sh").subList(0, 2)).containsExactly("mvn -q compile exec:java\n", "mvn verify\n");
        assertThat(Files.readAllLines(Path.of(".ci/run"))).contains("mvn verify");
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<exec.mainClass>dev.conversations.app.Main</exec.mainClass>");
    }

    @Test
    void mavenNamesWhatItLoadsTheFirstTimeAlsoWhenItIsToBeQuiet() throws IOException {
        assertThat(Files.readString(Path.of(".mvn/jvm.config")).strip())
                .isEqualTo("-Dorg.slf4j.simpleLogger.log.org.eclipse.aether.internal.impl.DefaultArtifactResolver=debug");
    }

    @Test
    void queueMailboxPageAndLogAreWhereItSays() throws IOException {
        Map<String, String> defaults = BridgeSettings.defaults();

        assertThat(README.text()).contains(
                "`http://localhost:" + defaults.get("bridge.sandbox.port") + "`",
                "`http://localhost:" + defaults.get("bridge.broker.http-port") + "/queues/" + defaults.get("bridge.queue.messages") + "`",
                "`imap://localhost:3143`", "user and password are `" + EmbeddedMail.login(defaults.get("bridge.mail.support")) + "`");
        assertThat(defaults.get("bridge.imap.port")).as("3143 when embedded").isEmpty();
    }

    @Test
    void theReadmeCanBeReadInOneGo() {
        assertThat(README.text().lines()).hasSizeLessThan(350);
    }
}
