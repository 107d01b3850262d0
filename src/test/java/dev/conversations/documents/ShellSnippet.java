package dev.conversations.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Commands of a document. Maven has the goals, profiles and projects that they name; what is exported is a setting; what is
 * run with Camel's JBang is there. Lines with {@code curl} are run as they stand by SandboxDocumentTest.
 */
final class ShellSnippet {

    private static final Set<String> PHASES = Set.of("compile", "test-compile", "test", "package", "verify", "install");
    private static final Set<String> SWITCHES = Set.of("-q", "-o", "-B", "-DskipTests", "-Dmaven.javadoc.skip");
    private static final String OURS = "mvn:dev.conversations:camel-twilio-conversations:";

    private ShellSnippet() {}

    static void check(String text) throws IOException {
        for (String line : text.replaceAll("\\\\\\n\\s*", "").lines().filter(each -> !each.isBlank()).toList()) {
            String[] words = line.strip().split("\\s+");
            switch (words[0]) {
                case "mvn" -> List.of(words).subList(1, words.length).forEach(ShellSnippet::maven);
                case "export" -> assertThat(BridgeSettings.variables()).contains(words[1].split("=")[0]);
                case "cd" -> assertThat(Path.of(words[1])).isDirectory();
                case "camel" -> List.of(words).subList(1, words.length).forEach(ShellSnippet::jbang);
                case "curl" -> assertThat(SandboxDocumentTest.lines()).as("lines that are run").contains(line.strip());
                case "docker" -> assertThat(line).as("what the Dockerfile says").isEqualTo("docker build -t conversations-bridge .");
                default -> fail("nobody tries: " + line);
            }
        }
    }

    private static void maven(String word) {
        String pom = read(Path.of("pom.xml"));
        if (word.startsWith("-P")) {
            assertThat(pom).contains("<id>" + word.substring(2) + "</id>");
        } else if (word.startsWith("exec:java@")) {
            assertThat(pom).contains("<id>" + word.substring("exec:java@".length()) + "</id>");
        } else if (word.startsWith("-Dexec.args=")) {
            assertThat(word).matches("-Dexec\\.args=(--sandbox|[a-z]+)");
        } else if (word.startsWith("-Dinvoker.test=")) {
            assertThat(Path.of("src/it", word.substring("-Dinvoker.test=".length()))).isDirectory();
        } else if (!word.equals("exec:java") && !word.equals("surefire:test")) {
            assertThat(PHASES.contains(word) || SWITCHES.contains(word)).as("mvn " + word).isTrue();
        }
    }

    private static void jbang(String word) {
        if (word.startsWith("--dep=")) {
            assertThat(word).startsWith("--dep=" + OURS);
            assertThat(read(Path.of("pom.xml"))).contains("<version>" + word.substring(("--dep=" + OURS).length()) + "</version>");
        } else if (word.endsWith(".yaml") || word.endsWith(".java") || word.endsWith(".xml")) {
            assertThat(Path.of(word)).isRegularFile();
        } else {
            assertThat(word).matches("run|--port=\\d+");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
