// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.app.delivery.Undeliverable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueuedReplyTest {
    private static final String KEY = "4711";

    private final QueuedReply reply = new QueuedReply();

    @Test
    void itsMembersAreOptionsAndItIsMarkedAsOurs() throws Undeliverable {
        assertThat(read("{\"conversationSid\":\"CH1\",\"body\":\"Yes\",\"attributes\":{\"crm\":7}}"))
                .isEqualTo(Map.of("conversationSid", "CH1", "author", "bridge", "body", "Yes",
                        "attributes", Map.of("crm", 7, "origin", "bridge"), "idempotencyKey", KEY));
        assertThat(read("{\"author\":\"Ada\"}"))
                .isEqualTo(Map.of("author", "Ada", "attributes", Map.of("origin", "bridge"), "idempotencyKey", KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Hello", "[]", "\"text\"", "null", "{\"body\":", "{} {}"})
    void whatIsNoJsonObjectIsUndeliverableAndNotRepeated(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(Undeliverable.class)
                .hasMessage("The message is no JSON object with conversationSid, author and body.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"x\"", "null", "[]"})
    void attributesThatAreNoObjectCannotBeMarked(String attributes) {
        assertThatThrownBy(() -> read("{\"attributes\":" + attributes + "}"))
                .isInstanceOf(Undeliverable.class)
                .hasMessage("The message's attributes are no JSON object.");
    }

    private Map<String, Object> read(String json) throws Undeliverable {
        return reply.message(json.getBytes(UTF_8), KEY);
    }
}
