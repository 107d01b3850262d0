// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app;

import dev.conversations.api.Timing;
import dev.conversations.app.mail.server.Mailbox;
import dev.conversations.app.scene.Stage;
import dev.conversations.app.scene.Transcript;
import dev.conversations.app.start.Settings;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.testing.FreePort;
import jakarta.jms.ConnectionFactory;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.CamelContext;

/** A bridge for tests of all rooms: on free ports, quick to poll, telling nobody. */
public final class RunningBridge implements AutoCloseable {
    private static final Path ELSEWHERE = Path.of("target");

    private final Bridge bridge;

    private RunningBridge(Bridge bridge) {
        this.bridge = bridge;
    }

    /** @param environment what else stands in the environment */
    public static Settings settings(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(Map.of(
                "HTTP_PORT", freePort(),
                "SANDBOX_PORT", freePort(),
                "BROKER_PORT", freePort(),
                "BROKER_HTTP_PORT", freePort(),
                "BROKER_DATA", ELSEWHERE.resolve("broker-" + UUID.randomUUID()).toString(),
                "SMTP_PORT", freePort(),
                "IMAP_PORT", freePort(),
                "IMAP_DELAY", "100ms",
                "RETRIES", "3",
                "RETRY_DELAY", "20"));
        all.putAll(environment);
        return Settings.load(ELSEWHERE, all);
    }

    private static String freePort() {
        return String.valueOf(FreePort.next());
    }

    /** @param environment what else stands in the environment */
    public static RunningBridge start(Map<String, String> environment) throws Exception {
        return start(settings(environment));
    }

    public static RunningBridge start(Settings settings) throws Exception {
        return start(settings, new Transcript(new PrintStream(OutputStream.nullOutputStream()), Timing.SYSTEM));
    }

    public static RunningBridge start(Settings settings, Transcript transcript) throws Exception {
        return new RunningBridge(Bridge.start(settings, transcript, Timing.SYSTEM));
    }

    public CamelContext camel() {
        return bridge.camel();
    }

    /** The sandbox that stands in for Twilio. */
    public Sandbox sandbox() {
        return surroundings().sandbox().orElseThrow();
    }

    /** The embedded mailbox whose address is the value of the setting. */
    public Mailbox mailbox(String setting) {
        return surroundings().mailbox(setting);
    }

    public ConnectionFactory connectionFactory() {
        return surroundings().connectionFactory();
    }

    /** The value of a setting. */
    public String property(String setting) {
        return surroundings().property(setting);
    }

    public Stage stage() {
        return surroundings().stage().orElseThrow();
    }

    @Override
    public void close() {
        bridge.close();
    }

    Surroundings surroundings() {
        return bridge.surroundings();
    }
}
