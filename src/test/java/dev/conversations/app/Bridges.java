package dev.conversations.app;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Bridges for tests: on free ports, quick to poll, telling nobody. */
final class Bridges {
    private static final Path ELSEWHERE = Path.of("target");

    private Bridges() {}

    /** @param environment what else stands in the environment */
    static Settings settings(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(Map.of(
                "HTTP_PORT", "0",
                "SANDBOX_PORT", "0",
                "BROKER_PORT", "0",
                "BROKER_HTTP_PORT", "0",
                "BROKER_DATA", ELSEWHERE.resolve("broker-" + UUID.randomUUID()).toString(),
                "SMTP_PORT", "0",
                "IMAP_PORT", "0",
                "IMAP_DELAY", "100ms",
                "RETRIES", "3",
                "RETRY_DELAY", "20"));
        all.putAll(environment);
        return Settings.load(ELSEWHERE, all);
    }

    static Transcript silence() {
        return new Transcript(new PrintStream(OutputStream.nullOutputStream()));
    }
}
