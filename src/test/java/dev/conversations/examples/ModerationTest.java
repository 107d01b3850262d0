// SPDX-License-Identifier: Apache-2.0
package dev.conversations.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.conversations.model.Message;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.support.service.ServiceHelper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModerationTest {
    private static Play play;

    @BeforeAll
    static void start(@TempDir Path data) {
        play = Play.start("moderation", data, Map.of());
    }

    @AfterAll
    static void stop() {
        play.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Come to our casino", "come\nto our CASINO!", "a Lottery, ${body}"})
    void whatIsForbiddenIsNotThere(String text) {
        assertThat(play.phone("+15551230001").send(Play.SHOP, text).messageSid()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"My card is 4111111111111111.", "4111 1111-1111\n1111", "４１１１１１１１１１１１１１１１"})
    void aCardNumberIsRemoved(String text) {
        play.phone("+15551230002").send(Play.SHOP, "Hello");
        assertThat(written("+15551230002", text).body()).isEqualTo("[removed: it held a card number]");
    }

    @Test
    void ofAMessageThatOpensAConversationItIsRemovedAtOnce() {
        Message first = written("+15551230006", "4111 1111 1111 1111");
        await().untilAsserted(() -> assertThat(fetch(first.conversationSid(), first.sid()).body()).isEqualTo("[removed: it held a card number]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hello", "Casinova, call +15551230001", "1 and 2 and 3 and 4 and 5 and 6 and 7 and 8 and 9 and 10 and 11 and 12 and 13"})
    void allElseStaysAsItIs(String text) {
        assertThat(written("+15551230003", text).body()).isEqualTo(text);
    }

    @Test
    void aMessageIsNotMadeHarmfulLater() {
        Message message = written("+15551230004", "Hello");
        assertThatThrownBy(() -> play.call("messages/update", Map.of("conversationSid", message.conversationSid(),
                "sid", message.sid(), "body", "Casino!", "webhookEnabled", true), Message.class))
                .isInstanceOf(CamelExecutionException.class);
    }

    @Test
    void withoutAJudgementNothingPasses() {
        ServiceHelper.suspendService(play.running().camel().getRoute("new-message").getConsumer());
        try {
            play.phone("+15551230005").send(Play.SHOP, "Hello");
            assertThat(play.phone("+15551230005").send(Play.SHOP, "Hello").messageSid()).isNull();
        } finally {
            ServiceHelper.resumeService(play.running().camel().getRoute("new-message").getConsumer());
        }
    }

    private static Message written(String from, String text) {
        var sent = play.phone(from).send(Play.SHOP, text);
        return fetch(sent.conversationSid(), sent.messageSid());
    }

    private static Message fetch(String conversation, String message) {
        return play.call("messages/fetch", Map.of("conversationSid", conversation, "sid", message), Message.class);
    }
}
