// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.Credentials;
import dev.conversations.api.MediaClient;
import dev.conversations.api.MediaFile;
import dev.conversations.api.TwilioException;
import dev.conversations.model.Media;
import dev.conversations.sandbox.Phone;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.WebhookCatcher;
import dev.conversations.sandbox.Wire;
import dev.conversations.webhook.WebhookEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTest {

    private static final int MAX_FILE = 16 * 1024 * 1024;
    private static final String SHOP = "+15550000001";
    private static final String ANNA = "+15551230001";

    private final Sandbox sandbox = Sandbox.start();
    private final Wire wire = new Wire(sandbox);
    private final CloseableHttpClient http = HttpClients.custom().disableRedirectHandling().build();
    @TempDir
    private Path directory;

    private final MediaClient client = new MediaClient(
            http, sandbox.baseUri(), Credentials.basic(sandbox.accountSid(), sandbox.authToken()));
    private final String path = "/v1/Conversations/" + wire.post("/v1/Conversations").text("sid");

    @BeforeEach
    void configure() {
        wire.post("/v1/Configuration/Addresses", "Type", "sms", "Address", SHOP, "AutoCreation.Enabled", "true");
    }

    @AfterEach
    void stop() throws IOException {
        http.close();
        sandbox.close();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "a.txt")
    void aFileGoesUpAndComesDown(String name) throws IOException {
        Media up = upload("hello".getBytes(StandardCharsets.UTF_8), name);
        assertThat(up.sid()).startsWith("ME");
        assertThat(up.size()).isEqualTo(5);
        assertThat(up.filename()).isEqualTo(name);
        assertThat(up.contentType()).startsWith("text/plain");
        assertThat(client.fetch(sandbox.chatServiceSid(), up.sid()).messageSid()).isNull();
        try (MediaFile down = client.download(sandbox.chatServiceSid(), up.sid(), 5)) {
            assertThat(down.content()).hasContent("hello");
        }
        String content = "/v1/Services/" + sandbox.chatServiceSid() + "/Media/" + up.sid() + "/Content";
        Wire.Reply redirect = wire.get(content);
        assertThat(redirect.status()).isEqualTo(307);
        sandbox.advance(Duration.ofSeconds(301));
        assertThat(wire.get(redirect.http().headers().firstValue("Location").orElseThrow()).status()).isEqualTo(403);
    }

    @Test
    void aMessageTakesAFileOnce() throws IOException {
        wire.post(path + "/Participants", "MessagingBinding.Address", ANNA, "MessagingBinding.ProxyAddress", SHOP);
        String sid = upload("hello".getBytes(StandardCharsets.UTF_8), "a.txt").sid();
        Wire.Reply message = wire.post(path + "/Messages", "MediaSid", sid);
        Map<String, Object> summary = Map.of("sid", sid, "content_type", "text/plain", "filename", "a.txt", "size", 5);
        assertThat(message.items("media")).singleElement().isEqualTo(summary);
        assertThat(client.fetch(sandbox.chatServiceSid(), sid).messageSid()).isEqualTo(message.text("sid"));
        assertThat(wire.post(path + "/Messages", "MediaSid", sid).code()).isEqualTo(50508);
        assertThat(wire.post(path + "/Messages/" + message.text("sid"), "Body", "x").code()).isEqualTo(50509);
        await().until(() -> !sandbox.phone(ANNA).received().isEmpty());
        assertThat(sandbox.phone(ANNA).received().get(0).media()).extracting(media -> media.get("sid"))
                .containsExactly(sid);
        sandbox.advance(Duration.ofMinutes(6));
        assertThat(client.fetch(sandbox.chatServiceSid(), sid).sid()).isEqualTo(sid);
        wire.delete(path);
        assertThatThrownBy(() -> client.fetch(sandbox.chatServiceSid(), sid)).isInstanceOf(TwilioException.class);
    }

    @Test
    void aFileThatNobodyTakesIsGoneAfterFiveMinutes() throws IOException {
        String sid = upload("hello".getBytes(StandardCharsets.UTF_8), null).sid();
        sandbox.advance(Duration.ofSeconds(301));
        assertThat(wire.post(path + "/Messages", "MediaSid", sid).code()).isEqualTo(50507);
    }

    @Test
    void anotherServiceDoesNotSeeIt() throws IOException {
        String sid = upload("hello".getBytes(StandardCharsets.UTF_8), null).sid();
        String other = wire.post("/v1/Services", "FriendlyName", "Other").text("sid");
        assertThatThrownBy(() -> client.fetch(other, sid)).isInstanceOfSatisfying(TwilioException.class,
                refusal -> assertThat(refusal.isNotFound()).isTrue());
        assertThatThrownBy(() -> client.upload("IS" + "0".repeat(32), directory.resolve("file"), "text/plain", null))
                .isInstanceOf(TwilioException.class);
    }

    @Test
    void aPhoneSendsPictures() {
        try (WebhookCatcher catcher = new WebhookCatcher()) {
            wire.post("/v1/Configuration/Webhooks", "PreWebhookUrl", catcher.url("/"),
                    "PostWebhookUrl", catcher.url("/"), "Filters", "onConversationAdd", "Filters", "onMessageAdded");
            byte[] picture = {1, 2, 3};
            sandbox.phone(ANNA).send(SHOP, "", new Phone.Attachment("image/png", "me.png", picture));
            await().until(() -> catcher.caught().size() == 2);
            assertThat(catcher.caught()).allSatisfy(event -> assertThat(new WebhookEvent(event.parameters()).media())
                    .singleElement().satisfies(media -> assertThat(media).containsEntry("ContentType", "image/png")
                            .containsEntry("Filename", "me.png").containsEntry("Size", 3).containsKey("Sid")));
        }
    }

    @Test
    void aFileTooLargeIsRefused() {
        assertThatThrownBy(() -> upload(new byte[MAX_FILE + 1], null))
                .isInstanceOfAny(TwilioException.class, IOException.class);
        assertThat(wire.get("/v1/Conversations").status()).isEqualTo(200);
    }

    private Media upload(byte[] content, String name) throws IOException {
        Path file = Files.write(directory.resolve("file"), content);
        return client.upload(sandbox.chatServiceSid(), file, "text/plain", name);
    }
}
