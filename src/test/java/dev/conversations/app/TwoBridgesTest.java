// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.conversations.app.broker.Broker;
import dev.conversations.app.start.Services;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes with one mailbox and one broker. */
class TwoBridgesTest {
    private static final Duration STARTED = Duration.ofSeconds(90);

    @TempDir
    private Path directory;

    private final Services running = new Services();

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void theSecondRefusesToStartWithOneLineUntilTheFirstIsGoneHoweverThatEnds() throws Exception {
        Map<String, String> environment = environment();
        BridgeProcess first = bridge("first", environment);
        await().atMost(STARTED).until(() -> first.out().contains("The bridge is up."));

        BridgeProcess second = bridge("second", environment);
        assertThat(second.status()).isEqualTo(1);
        assertThat(second.err().lines()).singleElement().asString()
                .startsWith("The bridge cannot start: Another bridge reads the mailbox that bridge.imap.username (IMAP_USERNAME)"
                        + " names, with the same broker")
                .contains("bridge.email.enabled=false (EMAIL_ENABLED)").doesNotContain("shop.example");

        first.kill();
        BridgeProcess third = bridge("third", environment);
        await().atMost(STARTED).until(() -> third.out().contains("The bridge is up."));
    }

    private Map<String, String> environment() throws Exception {
        Broker broker = running.started(Broker.start(RunningBridge.settings(Map.of()), false));
        GreenMail mail = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", "smtp"), new ServerSetup(0, "127.0.0.1", "imap")
        });
        mail.setUser("bridge@shop.example", "bridge", "bridge");
        mail.start();
        running.started(mail::stop);
        Map<String, String> environment = new TreeMap<>(Map.of(
                "BROKER_URL", broker.properties().get("bridge.broker.url"),
                "TWILIO_ACCOUNT_SID", "AC0123456789abcdef0123456789abcdef", "TWILIO_AUTH_TOKEN", "a token",
                "TWILIO_BASE_URI", "http://localhost:1", "MAIL_SECRET", "a secret", "MAIL_SUPPORT", "desk@shop.example",
                "MAIL_BRIDGE", "bridge@shop.example", "MAIL_DEAD_LETTERS", "lost@shop.example"));
        environment.putAll(Map.of("SMTP_HOST", "localhost", "SMTP_PORT", String.valueOf(mail.getSmtp().getPort()),
                "IMAP_HOST", "localhost", "IMAP_PORT", String.valueOf(mail.getImap().getPort()),
                "SMTP_SECURITY", "none", "IMAP_SECURITY", "none", "IMAP_USERNAME", "bridge", "IMAP_PASSWORD", "bridge"));
        return environment;
    }

    private BridgeProcess bridge(String name, Map<String, String> environment) throws Exception {
        return running.started(BridgeProcess.start(Files.createDirectory(directory.resolve(name)), environment));
    }
}
