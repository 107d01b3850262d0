// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A program that plays a part in a process of its own, and is started again whenever it ends. */
final class Player implements AutoCloseable {
    private final Path directory;
    private final Map<String, String> environment;
    private final List<String> command;
    private Process process;
    private int starts;
    private boolean over;

    /**
     * Starts it.
     *
     * @param directory where it works, and writes down what it says
     */
    Player(Path directory, Map<String, String> environment, Class<?> program, String... arguments) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.environment = environment;
        this.command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-cp", System.getProperty("java.class.path"), program.getName()));
        this.command.addAll(List.of(arguments));
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        start();
    }

    /** Ends it without a chance to do anything, as {@code kill -9} does; it is started again. */
    synchronized void kill() {
        process.destroyForcibly();
    }

    /** How often it was started. */
    synchronized int starts() {
        return starts;
    }

    @Override
    public synchronized void close() {
        over = true;
        process.destroyForcibly();
    }

    private synchronized void start() throws IOException {
        if (over) {
            return;
        }
        starts++;
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("out").toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        process = builder.start();
        process.onExit().thenAccept(ended -> {
            try {
                start();
            } catch (IOException e) {
                throw new IllegalStateException("It cannot be started again", e);
            }
        });
    }
}
