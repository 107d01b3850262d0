// SPDX-License-Identifier: Apache-2.0
package dev.conversations.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.text.Json;
import dev.conversations.model.Conversation;
import dev.conversations.sandbox.Phone;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveAndEraseTest {
    @TempDir
    private Path data;
    private Play play;

    @AfterEach
    void stop() {
        play.close();
    }

    @Test
    void whatIsClosedIsArchivedWithItsFilesAndThenErased() throws Exception {
        start(Map.of());
        byte[] picture = new byte[10_000];
        String open = play.phone("+15551230002").send(Play.SHOP, "Still open").conversationSid();
        Phone.Sent sent = play.phone("+15551230001").send(Play.SHOP, "Grüße",
                new Phone.Attachment("image/png", "../../evil.png", picture));
        close(sent.conversationSid());

        await().until(() -> conversations().equals(List.of(open)));
        Path archive = data.resolve("archive").resolve(sent.conversationSid());
        String kept = Files.readString(archive.resolve("conversation.json"));
        assertThat(Json.readObject(kept.getBytes(StandardCharsets.UTF_8)))
                .containsKeys("conversation", "participants", "messages");
        assertThat(kept).contains("Grüße", sent.messageSid(), "+15551230001");
        try (Stream<Path> files = Files.list(archive)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(2);
            Path file = all.stream().filter(it -> it.getFileName().toString().startsWith("ME")).findFirst().orElseThrow();
            assertThat(file).hasBinaryContent(picture);
        }
    }

    @Test
    void whatCannotBeArchivedIsNotErased() throws Exception {
        Files.createDirectories(data.resolve("archive"));
        start(Map.of("archive.directory", Files.writeString(data.resolve("a-file"), "").toString()));
        String closed = play.phone("+15551230001").send(Play.SHOP, "Hello").conversationSid();
        close(closed);
        long before = play.sandbox().requests();
        await().until(() -> play.sandbox().requests() > before + 8);

        assertThat(conversations()).containsExactly(closed);
    }

    @Test
    void whatWasClosedLatelyStays() {
        start(Map.of("archive.after", "1h"));
        String closed = play.phone("+15551230001").send(Play.SHOP, "Hello").conversationSid();
        close(closed);
        long before = play.sandbox().requests();
        await().until(() -> play.sandbox().requests() > before + 3);

        assertThat(conversations()).containsExactly(closed);
    }

    private void start(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("archive.directory", data.resolve("archive").toString(),
                "archive.after", "0s", "archive.every", "100"));
        all.putAll(settings);
        play = Play.start("archive-and-erase", data, all);
    }

    private void close(String conversation) {
        play.call("conversations/update", Map.of("sid", conversation, "state", "closed"), Conversation.class);
    }

    private List<String> conversations() {
        List<?> all = play.call("conversations/list", Map.of(), List.class);
        return all.stream().map(it -> ((Conversation) it).sid()).toList();
    }
}
