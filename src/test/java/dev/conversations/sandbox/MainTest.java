// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MainTest {

    @Test
    void theGreetingSaysAllThatAClientNeeds() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Sandbox sandbox = Sandbox.start()) {
            Main.greet(sandbox, new PrintStream(out, true, StandardCharsets.UTF_8));
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .contains(sandbox.page() + "\n", sandbox.baseUri().toString(), sandbox.accountSid(), sandbox.authToken(),
                            sandbox.chatServiceSid(), "What it does not imitate", "nobody could verify");
        }
    }

    @Test
    void itsLinesOfCurlRunAsTheyStand() throws Exception {
        assumeThat(run("command -v curl").status()).as("curl is installed").isZero();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Sandbox sandbox = Sandbox.start()) {
            Main.greet(sandbox, new PrintStream(out, true, StandardCharsets.UTF_8));
            List<String> lines = out.toString(StandardCharsets.UTF_8).replaceAll("\\\\\n\\s*", "").lines().map(String::strip)
                    .filter(line -> line.startsWith("curl ")).toList();
            assertThat(lines).hasSize(5).allSatisfy(line -> {
                Shell shell = run(line.replace("curl ", "curl --fail --silent --show-error "));
                assertThat(shell.status()).as(line + "\n" + shell.said()).isZero();
            });
            assertThat(run(lines.get(2)).said()).contains("CH");
        }
    }

    private record Shell(int status, String said) {}

    private static Shell run(String line) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", line).redirectErrorStream(true).start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Shell(shell.waitFor(), said);
    }

    @Test
    void argumentsThatMeanNothingAreNamed() {
        assertThat(Main.options(Map.of(), "--port", "4010").port()).isEqualTo(4010);
        assertThat(Main.options(Map.of()).port()).isZero();
        assertThatThrownBy(() -> Main.options(Map.of(), "--host")).hasMessageContaining("--host").hasMessageContaining("--port");
        assertThatThrownBy(() -> Main.options(Map.of(), "--port")).hasMessageContaining("--port takes a number");
        assertThatThrownBy(() -> Main.options(Map.of(), "--port", "x")).hasMessageContaining("--port takes a number");
        assertThatThrownBy(() -> Main.options(Map.of(), "--port", "70000")).hasMessageContaining("70000");
    }

    @Test
    void thePortMayStandInTheEnvironment() {
        assertThat(Main.options(Map.of("SANDBOX_PORT", "4010")).port()).isEqualTo(4010);
        assertThat(Main.options(Map.of("SANDBOX_PORT", " ")).port()).isZero();
        assertThat(Main.options(Map.of("SANDBOX_PORT", "4010"), "--port", "4011").port()).isEqualTo(4011);
        assertThatThrownBy(() -> Main.options(Map.of("SANDBOX_PORT", "any"))).hasMessageStartingWith("SANDBOX_PORT takes a number");
    }

    @Test
    void optionsAreCheckedBeforeAnythingStarts() {
        assertThatThrownBy(() -> SandboxOptions.defaults().withAccountSid("me")).hasMessageContaining("accountSid");
        assertThat(SandboxOptions.defaults().withAuthToken("secret").toString()).doesNotContain("secret");
    }
}
