package dev.conversations.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.conversations.sandbox.Sandbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines with curl that documents show are run as they stand, at the sandbox in place of port 8090. */
class SandboxDocumentTest {

    private static final String PORT = "localhost:8090";

    @TempDir
    private Path folder;

    /** All of them, in the order in which they stand. */
    static List<String> lines() {
        return Document.all().stream().flatMap(document -> document.snippets("sh").stream())
                .flatMap(text -> text.replaceAll("\\\\\\n\\s*", "").lines()).map(String::strip)
                .filter(line -> line.startsWith("curl ")).toList();
    }

    @Test
    void everyLineOfCurlDoesWhatIsSaid() throws Exception {
        assumeThat(isThere("curl")).as("curl is there").isTrue();
        Files.writeString(folder.resolve("parcel.png"), "a picture");
        try (Sandbox sandbox = Sandbox.start()) {
            assertThat(lines()).isNotEmpty().allSatisfy(line -> {
                assertThat(line).contains(PORT);
                assertThat(run(line.replace("curl ", "curl --fail --silent --show-error ")
                        .replace(PORT, "localhost:" + sandbox.baseUri().getPort()))).as(line).isZero();
            });
            assertThat(sandbox.phone("+15551230001").received()).isEmpty();
        }
    }

    private int run(String line) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", line).directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(said).doesNotContain("error");
        return shell.exitValue();
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version").redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
