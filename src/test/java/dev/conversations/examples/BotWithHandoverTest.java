// SPDX-License-Identifier: Apache-2.0
package dev.conversations.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.model.Participant;
import dev.conversations.sandbox.Phone;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BotWithHandoverTest {
    private static final String MENU = "I am a program";
    private static final String HANDOVER = "One of us will answer you here.";
    private Play play;
    private Phone phone;

    @BeforeEach
    void start(@TempDir Path data) {
        play = Play.start("bot-with-handover", data, Map.of());
        phone = play.phone("+15551230001");
    }

    @AfterEach
    void stop() {
        play.close();
    }

    @Test
    void itAnswersUntilAPersonIsAskedForAndIsSilentThen() {
        String conversation = phone.send(Play.SHOP, "When are you open?").conversationSid();
        await().untilAsserted(() -> heard("We are there"));
        phone.send(Play.SHOP, "a PERSON, please");
        await().untilAsserted(() -> heard("We are there", HANDOVER));
        await().untilAsserted(() -> assertThat(team(conversation)).hasSize(1));
        phone.send(Play.SHOP, "When are you open?");
        play.phone("+15551230002").send(Play.SHOP, "hours");
        await().until(() -> play.phone("+15551230002").received().size() == 1);

        heard("We are there", HANDOVER);
        assertThat(team(conversation)).hasSize(1);
    }

    @Test
    void whatItDoesNotUnderstandTwiceIsHandedOverSoTwoProgramsDoNotTalkForever() {
        String conversation = phone.send(Play.SHOP, "Where is my order ${body}?").conversationSid();
        await().untilAsserted(() -> heard(MENU));
        phone.send(Play.SHOP, "'), ${exception}");
        await().untilAsserted(() -> heard(MENU, HANDOVER));
        await().untilAsserted(() -> assertThat(team(conversation)).hasSize(1));
    }

    private void heard(String... beginnings) {
        assertThat(phone.received()).hasSize(beginnings.length);
        for (int i = 0; i < beginnings.length; i++) {
            assertThat(phone.received().get(i).body()).startsWith(beginnings[i]);
        }
    }

    private List<?> team(String conversation) {
        List<?> all = play.call("participants/list", Map.of("conversationSid", conversation), List.class);
        return all.stream().filter(it -> "team".equals(((Participant) it).identity())).toList();
    }
}
