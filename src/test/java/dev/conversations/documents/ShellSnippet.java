// SPDX-License-Identifier: Apache-2.0
package dev.conversations.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Commands of a document, run in the project or in the example whose page shows them. Maven has the goals, profiles and projects that they
 * name; what is exported is a setting or an option; what Camel's JBang runs is there. SandboxDocumentTest runs the lines with {@code curl}.
 */
final class ShellSnippet {

    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s\"'])+");
    private static final Pattern VARIABLE = Pattern.compile("\\b([A-Z][A-Z_]*)=");
    private static final Set<String> PHASES = Set.of("compile", "test-compile", "test", "package", "verify", "install");
    private static final Set<String> GOALS = Set.of("exec:java", "surefire:test", "quarkus:dev", "spring-boot:run", "camel:run");
    private static final Set<String> SWITCHES = Set.of("-q", "-o", "-B", "-DskipTests", "-Dmaven.test.skip", "-Dmaven.javadoc.skip", "-Dexec.classpathScope=test");
    private static final String OURS = "mvn:dev.conversations:camel-twilio-conversations:";
    private static final String OPTION = "CAMEL_COMPONENT_TWILIO_CONVERSATIONS_";

    private final Document document;
    private final String pom;

    private ShellSnippet(Document document) {
        this.document = document;
        Path own = document.file().resolveSibling("pom.xml");
        this.pom = read(Path.of("pom.xml")) + (Files.exists(own) ? read(own) : "");
    }

    static void check(Snippet snippet) throws IOException {
        ShellSnippet shell = new ShellSnippet(snippet.document());
        for (String line : lines(snippet.text())) {
            List<String> words = WORD.matcher(line).results().map(word -> word.group().replaceAll("^[\"']|[\"']$", "")).toList();
            shell.check(line, words.get(0), words.subList(1, words.size()));
        }
    }

    /** One by one, as a shell takes them. */
    static List<String> lines(String text) {
        return text.replaceAll("\\\\\\n\\s*", "").lines().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    }

    private void check(String line, String program, List<String> words) throws IOException {
        switch (program) {
            case "mvn" -> words.forEach(this::maven);
            case "export" -> exported(line);
            case "cd" -> assertThat(document.file().resolveSibling(words.get(0)).normalize()).isDirectory();
            case "camel" -> words.forEach(this::jbang);
            case "curl" -> assertThat(SandboxDocumentTest.lines().contains(line) || isServedHere(line)).as("%s is run", line).isTrue();
            case "docker" -> assertThat(line).as("what the Dockerfile says").isEqualTo("docker build -t conversations-bridge .");
            case "echo" -> assertThat(line).as("a file for an example").matches("echo .* > target/examples/" + example() + "/\\S+");
            case "kill" -> assertThat(line).matches("kill (-9 )?[A-Z]+");
            default -> fail("nobody tries: " + line);
        }
    }

    /** Whether it calls a path that the example serves, which its test does too. */
    private boolean isServedHere(String line) throws IOException {
        Matcher path = Pattern.compile("http://(?:localhost|127\\.0\\.0\\.1):8080/([\\w-]+)").matcher(line);
        if (!document.toString().startsWith("examples/") || !path.find()) {
            return false;
        }
        try (Stream<Path> files = Files.list(document.file().getParent())) {
            return files.filter(file -> file.toString().matches(".*\\.(yaml|properties)")).anyMatch(file -> read(file).contains(path.group(1)));
        }
    }

    private void maven(String word) {
        if (word.startsWith("-P")) {
            assertThat(pom).contains("<id>" + word.substring(2) + "</id>");
        } else if (word.startsWith("exec:java@")) {
            assertThat(pom).contains("<id>" + word.substring("exec:java@".length()) + "</id>");
        } else if (word.startsWith("-Dexec.mainClass=")) {
            assertThat(isThere(word.substring("-Dexec.mainClass=".length()))).as(word).isTrue();
        } else if (word.startsWith("-Dexec.args=")) {
            assertThat(word.substring("-Dexec.args=".length())).as(word).matches("--sandbox( --port \\d+)?|[a-z]+|-url .*|" + example());
        } else if (word.startsWith("-Dinvoker.test=")) {
            assertThat(Path.of("src/it", word.substring("-Dinvoker.test=".length()))).isDirectory();
        } else if (word.matches("-D(simulation|proof|fuzz|soak)[.].*")) {
            assertThat(pom).contains("${" + word.substring("-D".length(), word.indexOf('=')) + "}");
        } else if (GOALS.contains(word)) {
            assertThat(pom).as(word).contains(word.split(":")[0] + "-maven-plugin");
        } else {
            assertThat(PHASES.contains(word) || SWITCHES.contains(word)).as("mvn " + word).isTrue();
        }
    }

    private static boolean isThere(String type) {
        try {
            return Class.forName(type) != null;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private void exported(String line) throws IOException {
        Path settings = document.file().resolveSibling("application.properties");
        for (String name : VARIABLE.matcher(line).results().map(variable -> variable.group(1)).toList()) {
            if (Files.exists(settings) && read(settings).contains("{{env:" + name)) {
                continue;
            }
            if (name.startsWith(OPTION)) {
                String option = name.substring(OPTION.length()).replace("_", "").toLowerCase(Locale.ROOT);
                assertThat(PropertiesSnippet.options("twilio-conversations")).contains(option);
            } else {
                assertThat(BridgeSettings.variables()).contains(name);
            }
        }
    }

    private void jbang(String word) {
        if (word.startsWith("--dep=")) {
            assertThat(word.substring("--dep=".length()).split(",")).allSatisfy(dependency -> assertThat(dependency.startsWith("camel:")
                    || dependency.startsWith(OURS) && pom.contains("<version>" + dependency.substring(OURS.length()) + "</version>")).isTrue());
        } else if (word.matches(".*\\.(yaml|java|xml|properties)")) {
            assertThat(Files.exists(document.file().resolveSibling(word)) || document.text().contains("`" + word + "`"))
                    .as("%s is there, or the page says what stands in it", word).isTrue();
        } else {
            assertThat(word).matches("run|export|--port=\\d+|--runtime=(camel-main|quarkus|spring-boot)|--gav=\\S+|--java-version=\\d+|--dir=\\S+");
        }
    }

    /** The example whose page it is. */
    private String example() {
        return Pattern.quote(String.valueOf(document.file().toAbsolutePath().getParent().getFileName()));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
