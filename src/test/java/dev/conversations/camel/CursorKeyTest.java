package dev.conversations.camel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.api.Operation;
import dev.conversations.api.Operations;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CursorKeyTest {

    private static final Operation BY_ADDRESS = Operations.find("participant-conversations", "list").orElseThrow();
    private static final Operation MESSAGES = Operations.find("messages", "list").orElseThrow();

    @Test
    void aKeyTellsOperationAccountAndOptions() {
        assertThat(CursorKey.of(MESSAGES, "AC1", Map.of("conversationSid", "CH1", "pageSize", 5)))
                .isEqualTo("messages/list AC1 conversationSid:CH1");
    }

    @Test
    void aKeyHoldsNothingPersonalAndStillTellsPollsApart() {
        String key = CursorKey.of(BY_ADDRESS, null, Map.of("address", "+15551230001"));
        assertThat(key).startsWith("participant-conversations/list address:").doesNotContain("555");
        assertThat(key).isNotEqualTo(CursorKey.of(BY_ADDRESS, null, Map.of("address", "+15551230002")));
    }

    @Test
    void aKeyCanStandInAFileWhateverTheOptionsSay() {
        assertThat(CursorKey.of(MESSAGES, null, Map.of("conversationSid", "a=b\nc"))).doesNotContain("=").doesNotContain("\n");
    }
}
