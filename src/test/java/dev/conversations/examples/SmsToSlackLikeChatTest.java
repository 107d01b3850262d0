// SPDX-License-Identifier: Apache-2.0
package dev.conversations.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.text.Json;
import dev.conversations.examples.run.HttpStandIn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmsToSlackLikeChatTest {
    private final HttpStandIn chat = new HttpStandIn("chat", call -> {});
    private Play play;

    @BeforeEach
    void start(@TempDir Path data) {
        Map<String, String> settings = new HashMap<>(chat.settings());
        settings.put("camel.component.twilio-conversations.repair-delay", "100");
        play = Play.start("sms-to-slack-like-chat", data, settings);
    }

    @AfterEach
    void stop() {
        play.close();
        chat.close();
    }

    @Test
    void aTextMessageShowsUpAndCommandsNothing() throws Exception {
        play.phone("+15551230001").send(Play.SHOP, "<!channel> \"}, & <https://evil.example|bank> ${exception}");

        await().until(() -> chat.calls().size() == 1);
        assertThat(Json.readObject(chat.calls().get(0).body().getBytes(StandardCharsets.UTF_8)))
                .containsEntry("channel", "customers")
                .containsEntry("text", "&lt;!channel&gt; \"}, &amp; &lt;https://evil.example|bank&gt; ${exception}")
                .containsEntry("link_names", false);
    }

    @Test
    void whatTheChatRefusesWithStatus200IsToldAgain() {
        chat.next(200, "{\"ok\": false, \"error\": \"ratelimited\"}");
        play.phone("whatsapp:+15551230001").send("whatsapp:" + Play.SHOP, "Hello");

        await().until(() -> chat.calls().size() == 2);
        assertThat(chat.calls().get(1).body()).isEqualTo(chat.calls().get(0).body()).contains("Hello");
    }
}
