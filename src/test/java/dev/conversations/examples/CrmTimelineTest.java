// SPDX-License-Identifier: Apache-2.0
package dev.conversations.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.text.Json;
import dev.conversations.examples.run.HttpStandIn;
import dev.conversations.sandbox.Phone;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrmTimelineTest {
    private static final String HOSTILE = "\"}, \"author\": \"me\", ${exception} ', 'x\n../..";

    private final HttpStandIn crm = new HttpStandIn("crm", call -> {});
    private Play play;

    @BeforeEach
    void start(@TempDir Path data) {
        Map<String, String> settings = new HashMap<>(crm.settings());
        settings.put("camel.component.twilio-conversations.repair-delay", "100");
        play = Play.start("crm-timeline", data, settings);
    }

    @AfterEach
    void stop() {
        play.close();
        crm.close();
    }

    @Test
    void everyMessageIsOneEntryWhoeverWroteIt() throws Exception {
        Phone.Sent sent = play.phone("+15551230001").send(Play.SHOP, HOSTILE,
                new Phone.Attachment("image/png", "a.png", new byte[] {1}));
        play.call("messages/create", Map.of("conversationSid", sent.conversationSid(), "author", "shop", "body", "Hello"),
                Object.class);

        await().until(() -> crm.calls().size() == 2);
        HttpStandIn.Call first = crm.calls().get(0);
        assertThat(first.method()).isEqualTo("PUT");
        assertThat(first.path()).isEqualTo("/conversations/" + sent.conversationSid() + "/timeline/" + sent.messageSid());
        Map<String, Object> entry = Json.readObject(first.body().getBytes(StandardCharsets.UTF_8));
        assertThat(entry).containsEntry("author", "+15551230001").containsEntry("text", HOSTILE).containsEntry("files", 1);
        assertThat(crm.calls().get(1).body()).contains("\"shop\"", "Hello");
    }

    @Test
    void whatTheCrmDoesNotTakeIsToldAgain() {
        crm.next(503, "{}");
        Phone.Sent sent = play.phone("+15551230001").send(Play.SHOP, "Hello");

        await().until(() -> crm.calls().size() == 2);
        assertThat(crm.calls()).allMatch(call -> call.path().endsWith(sent.messageSid()));
        assertThat(play.sandbox().webhooks()).anyMatch(it -> it.event().equals("onMessageAdded") && it.status() == 500);
    }
}
