// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CursorKeyTest {

    private static final Operation BY_ADDRESS = Operations.find("participant-conversations", "list").orElseThrow();
    private static final Operation MESSAGES = Operations.find("messages", "list").orElseThrow();

    @Test
    void aKeyTellsOperationAccountAndOptions() {
        String key = CursorKey.of(MESSAGES, "AC1", Map.of("conversationSid", "CH1", "pageSize", 5));
        assertThat(key).matches("messages/list [0-9a-f]{32}")
                .isEqualTo(CursorKey.of(MESSAGES, "AC1", Map.of("conversationSid", "CH1", "pageSize", 50)))
                .isNotEqualTo(CursorKey.of(MESSAGES, "AC2", Map.of("conversationSid", "CH1")))
                .isNotEqualTo(CursorKey.of(MESSAGES, "AC1", Map.of("conversationSid", "CH2")))
                .isNotEqualTo(CursorKey.of(MESSAGES, "AC1", Map.of()));
    }

    @Test
    void aKeyIsShortWhateverTheListAndTheOptions() {
        Operations.all().values().stream().filter(Operation::isList).forEach(list ->
                assertThat(CursorKey.of(list, "AC" + "0".repeat(32), Map.of("identity", "x".repeat(500)))).hasSizeLessThan(100));
    }

    @Test
    void aKeyHoldsNothingPersonalAndStillTellsPollsApart() {
        String key = CursorKey.of(BY_ADDRESS, null, Map.of("address", "+15551230001"));
        assertThat(key).startsWith("participant-conversations/list ").doesNotContain("555");
        assertThat(key).isNotEqualTo(CursorKey.of(BY_ADDRESS, null, Map.of("address", "+15551230002")));
    }

    @Test
    void aKeyCanStandInAFileWhateverTheOptionsSay() {
        assertThat(CursorKey.of(MESSAGES, null, Map.of("conversationSid", "a=b\nc"))).doesNotContain("=").doesNotContain("\n");
    }
}
