// SPDX-License-Identifier: Apache-2.0
package dev.conversations.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {
    @Test
    void acceptingChangesNothing() {
        assertThat(Reply.accept().json(EventType.ON_MESSAGE_ADD)).isEqualTo("{}");
        assertThat(Reply.accept().accepted()).isTrue();
    }

    @Test
    void changesGoByTwiliosNamesAndAttributesAsText() {
        Reply message = Reply.change(Map.of("attributes", Map.of("vip", true)));
        Reply conversation = Reply.change(Map.of("friendlyName", "Tea"));

        assertThat(message.json(EventType.ON_MESSAGE_ADD)).isEqualTo("{\"attributes\":\"{\\\"vip\\\":true}\"}");
        assertThat(conversation.json(EventType.ON_CONVERSATION_ADD)).isEqualTo("{\"friendly_name\":\"Tea\"}");
    }

    @Test
    void aFieldThatCannotChangeIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reply.change(Map.of("colour", "red")).json(EventType.ON_MESSAGE_ADD))
                .withMessage("an answer to onMessageAdd cannot change 'colour';"
                        + " it can change [body, author, attributes]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reply.change(Map.of("body", "x")).json(EventType.ON_USER_UPDATE))
                .withMessage("an answer to onUserUpdate cannot change 'body'; it can only accept or reject");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 200, 204, 302, 399, 600})
    void onlyErrorsReject(int status) {
        assertThatIllegalArgumentException().isThrownBy(() -> Reply.reject(status)).withMessageContaining("" + status);
    }

    @Test
    void itsTextTellsNoValues() {
        assertThat(Reply.reject(403)).hasToString("reject 403");
        assertThat(Reply.change(Map.of("body", "secret"))).hasToString("accept with other [body]");
    }

    @Test
    void aValueThatIsNoJsonIsNamed() {
        Reply reply = Reply.change(Map.of("attributes", Map.of("a", new Object())));
        assertThatIllegalArgumentException().isThrownBy(() -> reply.json(EventType.ON_MESSAGE_ADD))
                .withMessageStartingWith("'attributes' in an answer to onMessageAdd: a java.util.");
    }
}
