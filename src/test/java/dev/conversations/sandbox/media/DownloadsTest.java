// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.Wire;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that a person sends by a form, and what a browser may do with them. */
class DownloadsTest {

    private static final int MAX_FILE = 16 * 1024 * 1024;
    private static final String SHOP = "+15550000001";
    private static final String ANNA = "+15551230001";
    private static final Map<String, String> FORM = Map.of("From", ANNA, "To", SHOP, "Body", "Grüße");
    private static final byte[] CONTENT = "<script>ran = true</script>".getBytes(UTF_8);

    private final Sandbox sandbox = Sandbox.start();
    private final Wire wire = new Wire(sandbox);

    @BeforeEach
    void listen() {
        wire.post("/sandbox/addresses", "Address", SHOP);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void aFormBringsAFileToTheConversationAndToTheOthersInIt() {
        String path = "/v1/Conversations/" + send("image/png", "Grüße.png").text("conversation_sid");
        Map<String, Object> message = wire.get(path + "/Messages").items("messages").get(0);
        assertThat(message).containsEntry("body", "Grüße").containsEntry("author", ANNA);
        assertThat((List<?>) message.get("media")).extracting("content_type", "filename", "size")
                .containsExactly(tuple("image/png", "Grüße.png", CONTENT.length));
        wire.post(path + "/Participants",
                "MessagingBinding.Address", "+15551230009", "MessagingBinding.ProxyAddress", SHOP);
        send("image/png", "again.png");
        await().until(() -> sandbox.phone("+15551230009").received().size() == 1);
        assertThat(sandbox.phone("+15551230009").received().get(0).media()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "image/jpeg", "image/gif", "image/webp"})
    void aPictureIsShown(String type) {
        send(type, "a");
        Wire.Reply file = wire.get((String) media().get("url"));
        assertThat(media()).containsEntry("picture", true);
        assertThat(file.header("Content-Type")).isEqualTo(type);
        assertThat(file.header("Content-Disposition")).isNull();
        assertThat(file.http().body()).isEqualTo(CONTENT);
        assertHarmless(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/svg+xml", "text/html", "application/xhtml+xml", "text/javascript", "IMAGE/PNG",
        "image/png; charset=x", "application/pdf"})
    void anythingElseIsOnlyKept(String type) {
        send(type, "a");
        Wire.Reply file = wire.get((String) media().get("url"));
        assertThat(media()).containsEntry("picture", false);
        assertThat(file.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
        assertHarmless(file);
    }

    @ParameterizedTest
    @CsvSource({
        "invoice 4711.pdf, invoice%204711.pdf",
        "Grüße.pdf, Gr%C3%BC%C3%9Fe.pdf",
        "a';x=*.exe, a%27%3Bx%3D%2A.exe",
        "<img src=x onerror=a()>, %3Cimg%20src%3Dx%20onerror%3Da%28%29%3E"
    })
    void noNameOfAFileCanSayMoreThanItself(String name, String encoded) {
        send("application/pdf", name);
        assertThat(media()).containsEntry("name", name);
        assertThat(wire.get((String) media().get("url")).header("Content-Disposition"))
                .isEqualTo("attachment; filename*=UTF-8''" + encoded);
    }

    @Test
    void theMediaServiceKeepsItsTypesButLetsNothingRun() {
        send("text/html", "a.html");
        String sid = media().get("url").toString().replaceAll(".*/", "");
        Wire.Reply redirect = wire.get("/v1/Services/" + sandbox.chatServiceSid() + "/Media/" + sid + "/Content");
        Wire.Reply file = wire.get(redirect.header("Location"));
        assertThat(file.header("Content-Type")).isEqualTo("text/html");
        assertHarmless(file);
    }

    @Test
    void aFileThatIsNotThereIsNotFound() {
        for (String path : List.of("/sandbox/files/", "/sandbox/files/x", "/sandbox/files/IS1/ME1")) {
            assertThat(wire.get(path).status()).isEqualTo(404);
        }
    }

    @Test
    void aFormTooLargeOrNoneIsRefused() {
        byte[] large = new byte[MAX_FILE];
        assertThat(wire.upload("/sandbox/messages", FORM, "image/png", "a", large).status()).isEqualTo(413);
        assertThat(wire.upload("/sandbox/messages", FORM, "image/png", "a", new byte[MAX_FILE - 4096])
                .status()).isEqualTo(201);
        assertThat(wire.upload("/sandbox/messages", Map.of(), "image/png", "a", CONTENT).text("message"))
                .contains("From");
    }

    private Wire.Reply send(String type, String name) {
        Wire.Reply reply = wire.upload("/sandbox/messages", FORM, type, name, CONTENT);
        assertThat(reply.status()).isEqualTo(201);
        return reply;
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> media() {
        Map<String, Object> line = wire.get("/sandbox/state?Phone=%2B15551230001").items("phone").get(0);
        return ((List<Map<String, Object>>) line.get("media")).get(0);
    }

    private static void assertHarmless(Wire.Reply file) {
        assertThat(file.header("Content-Security-Policy")).contains("sandbox").contains("default-src 'none'");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
}
