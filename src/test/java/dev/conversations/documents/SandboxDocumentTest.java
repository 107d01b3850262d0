// SPDX-License-Identifier: Apache-2.0
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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The lines with curl that documents show are run as they stand, at a sandbox in place of port 8090 to whose numbers people can write, and
 * with a new conversation for {@code CH...}.
 */
class SandboxDocumentTest {

    private static final String PORT = "localhost:8090";

    private static final String SHOP = "+15559990000";

    @TempDir
    private Path folder;

    /** All of them, in the order in which they stand. */
    static List<String> lines() {
        return Document.all().stream().flatMap(document -> document.snippets("sh").stream())
                .flatMap(text -> ShellSnippet.lines(text).stream()).filter(line -> line.startsWith("curl ") && line.contains(PORT)).toList();
    }

    @Test
    void everyLineOfCurlDoesWhatIsSaid() throws Exception {
        assumeThat(isThere("curl")).as("curl is there").isTrue();
        Files.writeString(folder.resolve("parcel.png"), "a picture");
        try (Sandbox sandbox = Sandbox.start()) {
            run(sandbox, "curl -d Address=%2B15559990000 http://localhost:8090/sandbox/addresses");
            run(sandbox, "curl -d Address=whatsapp:%2B15559990000 http://localhost:8090/sandbox/addresses");
            AtomicInteger people = new AtomicInteger();

            assertThat(lines()).isNotEmpty().allSatisfy(line -> {
                assertThat(run(sandbox, line.replace("CH...", sandbox.phone("+155512310" + people.incrementAndGet()).send(SHOP, "Hello").conversationSid()))).as(line).isZero();
            });
        }
    }

    private int run(Sandbox sandbox, String line) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", line.replace("curl ", "curl --fail --silent --show-error ")
                .replace(PORT, "localhost:" + sandbox.baseUri().getPort())).directory(folder.toFile()).redirectErrorStream(true);
        shell.environment().put("SANDBOX", sandbox.accountSid() + ":" + sandbox.authToken());
        Process process = shell.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).as(said).isTrue();
        return process.exitValue();
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version").redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
