package dev.conversations.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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
    void argumentsThatMeanNothingAreNamed() {
        assertThat(Main.options("--port", "4010").port()).isEqualTo(4010);
        assertThat(Main.options().port()).isZero();
        assertThatThrownBy(() -> Main.options("--host")).hasMessageContaining("--host").hasMessageContaining("--port");
        assertThatThrownBy(() -> Main.options("--port")).hasMessageContaining("--port takes a number");
        assertThatThrownBy(() -> Main.options("--port", "x")).hasMessageContaining("--port takes a number");
        assertThatThrownBy(() -> Main.options("--port", "70000")).hasMessageContaining("70000");
    }

    @Test
    void optionsAreCheckedBeforeAnythingStarts() {
        assertThatThrownBy(() -> SandboxOptions.defaults().withAccountSid("me")).hasMessageContaining("accountSid");
        assertThat(SandboxOptions.defaults().withAuthToken("secret").toString()).doesNotContain("secret");
    }
}
