// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app;

import dev.conversations.testing.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The app as a process of its own, in a directory of its own, on free ports. */
public final class BridgeProcess implements AutoCloseable {
    private final Path directory;
    private final Process process;

    private BridgeProcess(Path directory, Process process) {
        this.directory = directory;
        this.process = process;
    }

    /** Starts it with the routes of this project and more in its environment. */
    public static BridgeProcess start(Path directory, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        Map<String, String> all = new TreeMap<>(Map.of("ROUTES", Path.of("routes").toAbsolutePath().toString()));
        all.putAll(environment);
        return run(directory, command, all);
    }

    /** Runs the command, with nothing else in its environment. */
    public static BridgeProcess run(Path directory, List<String> command, Map<String, String> environment)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile())
                .redirectOutput(directory.resolve("out").toFile()).redirectError(directory.resolve("err").toFile());
        builder.environment().clear();
        for (String port : List.of("HTTP", "SANDBOX", "BROKER", "BROKER_HTTP", "SMTP", "IMAP")) {
            builder.environment().put(port + "_PORT", String.valueOf(FreePort.next()));
        }
        builder.environment().putAll(environment);
        return new BridgeProcess(directory, builder.start());
    }

    /** How it ended; fails when it does not in time. */
    public int status() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("The process does not end");
        }
        return process.exitValue();
    }

    /** Does what {@code kill} and service managers do. */
    public void terminate() {
        process.destroy();
    }

    /** Ends it without a chance to do anything, as {@code kill -9} does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Does what Ctrl-C does. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
    }

    public String out() throws IOException {
        return Files.readString(directory.resolve("out"));
    }

    public String err() throws IOException {
        return Files.readString(directory.resolve("err"));
    }

    public String log() throws IOException {
        return Files.readString(directory.resolve("logs/bridge.log"));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
