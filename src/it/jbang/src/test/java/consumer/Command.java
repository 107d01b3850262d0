// SPDX-License-Identifier: Apache-2.0
package consumer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.dsl.jbang.core.commands.CamelJBangMain;

/** The command {@code camel}. */
final class Command {

    private Command() {}

    public static void main(String[] arguments) {
        CamelJBangMain.run(arguments);
    }

    /** Starts it in a directory that is its home as well, with the repositories of the test. */
    static Process start(Path directory, File log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Duser.home=" + directory, "-cp", classPath(),
                Command.class.getName()));
        command.addAll(List.of(arguments));
        command.add("--repo=" + System.getProperty("consumer.repositories"));
        return new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).redirectOutput(log).start();
    }

    /** That of the test but for the component, which JBang fetches with all that it needs. */
    private static String classPath() {
        return Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")).split(File.pathSeparator))
                .filter(entry -> !entry.contains("camel-twilio-conversations-"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
