// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app;

import dev.conversations.api.Timing;
import dev.conversations.app.scene.Playground;
import dev.conversations.app.scene.Scene;
import dev.conversations.app.scene.Stage;
import dev.conversations.app.scene.Transcript;
import dev.conversations.app.start.Settings;
import dev.conversations.app.start.StartFailure;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.FailedToCreateRouteException;
import org.slf4j.LoggerFactory;

/**
 * Runs the bridge until it is stopped: the routes of the routes directory, with everything embedded that no setting
 * names. With {@code --sandbox} it runs the sandbox alone.
 */
public final class Main {
    private static final String LOGGING = "log4j2.configurationFile";

    private Main() {}

    /** Exits with 1 and one line of explanation when it cannot start. */
    public static void main(String[] args) throws Exception {
        List<String> arguments = List.of(args);
        if (arguments.contains("--sandbox")) {
            sandbox(arguments.stream().filter(argument -> !argument.equals("--sandbox")).toList());
            return;
        }
        if (System.getProperty(LOGGING) == null) {
            System.setProperty(LOGGING, "classpath:dev/conversations/app/log4j2.properties");
        }
        try {
            if (!arguments.isEmpty()) {
                throw new StartFailure("'" + arguments.get(0) + "' is no argument: there is only --sandbox;"
                        + " settings are environment variables, or stand in " + Settings.FILE + ".");
            }
            run(System.out);
        } catch (Exception e) {
            LoggerFactory.getLogger(Main.class).info("Not started", e);
            System.err.println(reason(e));
            System.exit(1);
        }
    }

    /** Runs the sandbox alone, at the port that the settings name unless the arguments do. */
    private static void sandbox(List<String> arguments) throws InterruptedException {
        List<String> all = new ArrayList<>(arguments);
        try {
            if (!arguments.contains("--port")) {
                all.addAll(List.of("--port", String.valueOf(settings().port("bridge.sandbox.port"))));
            }
        } catch (StartFailure e) {
            System.err.println("The sandbox cannot start: " + e.getMessage());
            System.exit(1);
        }
        dev.conversations.sandbox.Main.main(all.toArray(String[]::new));
    }

    private static Settings settings() {
        return Settings.load(Path.of(""), System.getenv());
    }

    private static void run(PrintStream out) throws Exception {
        Settings settings = settings();
        Transcript transcript = new Transcript(out, Timing.SYSTEM);
        Bridge bridge = Bridge.start(settings, transcript, Timing.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            transcript.remark("Stopping. What has begun is finished first.");
            bridge.close();
        }, "stop"));
        transcript.remark(bridge.surroundings().describe());
        Optional<Stage> stage = bridge.surroundings().stage();
        if (stage.isPresent() && settings.isTrue("bridge.queues.enabled") && settings.isTrue("bridge.scene")) {
            play(stage.get(), transcript);
        }
        new CountDownLatch(1).await();
    }

    private static void play(Stage stage, Transcript transcript) throws Exception {
        try {
            String conversation = new Scene(stage, transcript).play();
            transcript.remark(new Playground(stage, conversation).text());
        } catch (IllegalStateException e) {
            transcript.remark(
                    "The scene ends here, the bridge runs on: " + e.getMessage() + ". The log is logs/bridge.log.");
        }
    }

    /** The innermost message, the others only say what failed because of it; and the route it is about. */
    private static String reason(Throwable e) {
        Throwable cause = e;
        String where = "";
        while (cause.getCause() != null && !(cause instanceof StartFailure)) {
            if (cause instanceof FailedToCreateRouteException failed) {
                where = "route " + failed.getRouteId() + ": ";
            }
            cause = cause.getCause();
        }
        String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return "The bridge cannot start: " + where + message.lines().findFirst().orElse("");
    }
}
