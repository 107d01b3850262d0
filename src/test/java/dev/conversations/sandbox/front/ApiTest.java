// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.api.OauthCredentials;
import dev.conversations.api.TwilioClient;
import dev.conversations.api.TwilioException;
import dev.conversations.api.operation.Operation;
import dev.conversations.api.operation.Operations;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.SandboxOptions;
import dev.conversations.sandbox.Wire;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ApiTest {

    private static Sandbox sandbox;
    private static Wire wire;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults().withApiKey("SK" + "0".repeat(32), "secret of the key"));
        wire = new Wire(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void aConversationLooksAsTwilioShowsIt() {
        Wire.Reply reply = wire.post("/v1/Conversations", "FriendlyName", "Order 7", "UniqueName", "looks",
                "Attributes", "{\"order\":7}", "Bindings.Email.Name", "Shop");
        assertThat(reply.status()).isEqualTo(201);
        String sid = reply.text("sid");
        assertThat(sid).matches("CH[0-9a-f]{32}");
        assertThat(reply.body()).containsOnlyKeys("sid", "account_sid", "chat_service_sid", "messaging_service_sid",
                "friendly_name", "unique_name", "attributes", "state", "date_created", "date_updated", "timers", "url",
                "links", "bindings");
        assertThat(reply.body()).containsEntry("account_sid", sandbox.accountSid())
                .containsEntry("chat_service_sid", sandbox.chatServiceSid())
                .containsEntry("state", "active").containsEntry("attributes", "{\"order\":7}")
                .containsEntry("timers", Map.of()).containsEntry("bindings", Map.of("email", Map.of("name", "Shop")))
                .containsEntry("url", sandbox.baseUri() + "/v1/Conversations/" + sid);
        assertThat(reply.text("date_created")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
        assertThat(reply.object("links"))
                .containsEntry("messages", sandbox.baseUri() + "/v1/Conversations/" + sid + "/Messages");
        assertThat(reply.http().headers().firstValue("Twilio-Request-Id").orElse("")).matches("RQ[0-9a-f]{32}");
    }

    @Test
    void whatTheAccountLevelMakesTheDefaultServiceShows() {
        String sid = wire.post("/v1/Conversations", "UniqueName", "both levels").text("sid");
        Wire.Reply reply = wire.get("/v1/Services/" + sandbox.chatServiceSid() + "/Conversations/" + sid);
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("url"))
                .isEqualTo(sandbox.baseUri() + "/v1/Services/" + sandbox.chatServiceSid() + "/Conversations/" + sid);
        assertThat(wire.get("/v1/Conversations/both%20levels").text("sid")).isEqualTo(sid);
    }

    @Test
    void theFormerAddressOfTheAccountsWebhooksAnswersLikeTheirPresentOne() {
        Wire.Reply reply = wire.post("/v1/Conversations/Webhooks", "PostWebhookUrl", "https://former.example");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("post_webhook_url")).isEqualTo("https://former.example");
        assertThat(wire.get("/v1/Configuration/Webhooks").body()).isEqualTo(reply.body());
        assertThat(wire.get("/v1/Conversations/Webhooks").body()).isEqualTo(reply.body());
    }

    @Test
    void servicesKeepTheirConversationsApart() {
        String service = wire.post("/v1/Services", "FriendlyName", "Other").text("sid");
        String sid = wire.post("/v1/Services/" + service + "/Conversations", "FriendlyName", "x").text("sid");
        assertThat(wire.get("/v1/Conversations/" + sid).status()).isEqualTo(404);
        assertThat(wire.delete("/v1/Services/" + service).status()).isEqualTo(204);
        assertThat(wire.get("/v1/Services/" + service + "/Conversations/" + sid).code()).isEqualTo(20404);
    }

    @Test
    void anUpdateChangesWhatItNamesAndNothingElse() {
        Wire.Reply made = wire.post("/v1/Conversations", "FriendlyName", "before", "Attributes", "{\"a\":1}");
        Wire.Reply changed = wire.post("/v1/Conversations/" + made.text("sid"), "FriendlyName", "after");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body()).containsEntry("friendly_name", "after").containsEntry("attributes", "{\"a\":1}");
        assertThat(wire.get("/v1/Conversations/" + made.text("sid")).body()).isEqualTo(changed.body());
    }

    @Test
    void aDeletionTakesWithItWhatBelongsToTheItem() {
        String path = "/v1/Conversations/" + wire.post("/v1/Conversations").text("sid");
        String message = path + "/Messages/" + wire.post(path + "/Messages", "Body", "hi").text("sid");
        Wire.Reply gone = wire.delete(path);
        assertThat(gone.status()).isEqualTo(204);
        assertThat(gone.http().body()).isEmpty();
        assertThat(wire.get(path).status()).isEqualTo(404);
        assertThat(wire.get(message).status()).isEqualTo(404);
    }

    @Test
    void pagesLeadToAllItemsOnceAndBack() {
        String path = "/v1/Conversations/" + wire.post("/v1/Conversations").text("sid") + "/Messages";
        for (int i = 0; i < 7; i++) {
            wire.post(path, "Body", "m" + i);
        }
        Wire.Reply first = wire.get(path + "?PageSize=3&Order=desc");
        assertThat(first.object("meta")).containsEntry("page", 0).containsEntry("page_size", 3)
                .containsEntry("key", "messages")
                .containsEntry("previous_page_url", null);
        Wire.Reply second = wire.get(String.valueOf(first.object("meta").get("next_page_url")));
        Wire.Reply third = wire.get(String.valueOf(second.object("meta").get("next_page_url")));
        assertThat(bodies(first)).containsExactly("m6", "m5", "m4");
        assertThat(bodies(second)).containsExactly("m3", "m2", "m1");
        assertThat(bodies(third)).containsExactly("m0");
        assertThat(third.object("meta")).containsEntry("next_page_url", null);
        assertThat(bodies(wire.get(String.valueOf(third.object("meta").get("previous_page_url")))))
                .isEqualTo(bodies(second));
        assertThat(bodies(wire.get(String.valueOf(second.object("meta").get("previous_page_url")))))
                .isEqualTo(bodies(first));
    }

    @Test
    void aPageTokenOutlivesTheItemItPointsAt() {
        String path = "/v1/Conversations/" + wire.post("/v1/Conversations").text("sid") + "/Messages";
        Set<String> sids = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            sids.add(wire.post(path, "Body", "m" + i).text("sid"));
        }
        Wire.Reply first = wire.get(path + "?PageSize=2");
        wire.delete(path + "/" + first.items("messages").get(1).get("sid"));
        assertThat(bodies(wire.get(String.valueOf(first.object("meta").get("next_page_url")))))
                .containsExactly("m2", "m3");
    }

    @Test
    void everyRefusalIsOneOfTwiliosErrors() {
        String conversation = "/v1/Conversations/" + wire.post("/v1/Conversations").text("sid");
        assertThat(wire.get("/v1/Conversations/CH" + "0".repeat(32)).body())
                .containsOnlyKeys("code", "message", "more_info", "status").containsEntry("status", 404)
                .containsEntry("more_info", "https://www.twilio.com/docs/errors/20404");
        expect(wire.get("/v1/Nothing"), 404, 20404);
        expect(wire.get("/nothing"), 404, 20404);
        expect(wire.get("/v1/Bindings"), 404, 20404);
        expect(wire.send("PUT", "/v1/Conversations"), 405, 20004);
        expect(wire.delete("/v1/Configuration"), 405, 20004);
        expect(wire.post(conversation), 400, 20161);
        expect(wire.post(conversation, "Unknown", "x"), 400, 20161);
        expect(wire.post(conversation, "State", "asleep"), 400, 50378);
        expect(wire.post("/v1/Conversations", "Attributes", "{"), 400, 50304);
        expect(wire.post("/v1/Conversations", "Attributes", "{\"a\":\"" + "x".repeat(16384) + "\"}"), 400, 50303);
        expect(wire.post("/v1/Conversations", "FriendlyName", "x".repeat(257)), 400, 50003);
        expect(wire.post("/v1/Services"), 400, 20001);
        expect(wire.post("/v1/Users"), 400, 50204);
        expect(wire.get("/v1/Conversations?PageSize=101"), 400, 20001);
        expect(wire.get("/v1/Conversations?PageSize=0"), 400, 20001);
        expect(wire.get(conversation + "/Webhooks?PageSize=6"), 400, 20001);
        expect(wire.get("/v1/Conversations?PageToken=here"), 400, 19038);
        expect(wire.post("/v1/Conversations", "MessagingServiceSid", "MG1"), 400, 50341);
    }

    @Test
    void onlyTheAccountAndItsKeysMayCall() {
        expect(new Wire(sandbox, sandbox.accountSid(), "wrong").get("/v1/Conversations"), 401, 20003);
        expect(new Wire(sandbox, "AC" + "0".repeat(32), sandbox.authToken()).get("/v1/Conversations"), 401, 20003);
        assertThat(new Wire(sandbox, "SK" + "0".repeat(32), "secret of the key").get("/v1/Conversations").status())
                .isEqualTo(200);
    }

    @Test
    void aTokenForClientCredentialsLetsInForAnHour() throws Exception {
        SandboxOptions options = SandboxOptions.defaults().withOauthClient("client", "its secret");
        try (Sandbox own = Sandbox.start(options); CloseableHttpClient http = HttpClients.createDefault()) {
            Operation fetch = Operations.find("configuration", "fetch").orElseThrow();
            URI tokens = own.baseUri().resolve("/v2/token");
            TwilioClient client = new TwilioClient(
                    http, own.baseUri(), new OauthCredentials(http, tokens, "client", "its secret"));
            assertThat(client.call(fetch, Map.of()).status()).isEqualTo(200);
            own.advance(Duration.ofHours(2));
            assertThat(client.call(fetch, Map.of()).status()).isEqualTo(200);
            TwilioClient stranger =
                    new TwilioClient(http, own.baseUri(), new OauthCredentials(http, tokens, "client", "guessed"));
            assertThatThrownBy(() -> stranger.call(fetch, Map.of())).isInstanceOf(TwilioException.class);
        }
    }

    @Test
    void uniqueNamesAreUniqueWithinAService() {
        wire.post("/v1/Conversations", "UniqueName", "only one");
        expect(wire.post("/v1/Conversations", "UniqueName", "only one"), 409, 50307);
        String service = wire.post("/v1/Services", "FriendlyName", "Other").text("sid");
        assertThat(wire.post("/v1/Services/" + service + "/Conversations", "UniqueName", "only one").status())
                .isEqualTo(201);
        String other = wire.post("/v1/Conversations", "UniqueName", "another").text("sid");
        expect(wire.post("/v1/Conversations/" + other, "UniqueName", "only one"), 409, 50307);
        assertThat(wire.post("/v1/Conversations/" + other, "UniqueName", "another").status()).isEqualTo(200);
    }

    @Test
    void settingsAreThereFromTheStart() {
        assertThat(wire.get("/v1/Configuration").body())
                .containsEntry("default_chat_service_sid", sandbox.chatServiceSid());
        assertThat(wire.get("/v1/Configuration/Webhooks").body()).containsEntry("method", "POST")
                .containsEntry("filters", List.of());
        String service = "/v1/Services/" + sandbox.chatServiceSid();
        assertThat(wire.post(service + "/Configuration/Notifications", "NewMessage.WithMedia.Enabled", "true").body())
                .containsEntry("new_message", Map.of("enabled", false, "with_media", Map.of("enabled", true)));
        assertThat(wire.get(service + "/Configuration").text("default_conversation_role_sid")).startsWith("RL");
        assertThat(wire.get("/v1/Roles").items("roles")).extracting(role -> role.get("friendly_name"))
                .contains("channel admin", "channel user", "service admin", "service user");
    }

    @Test
    void aRequestTooLargeIsRefusedUnread() throws IOException {
        try (Socket socket = new Socket("localhost", sandbox.baseUri().getPort())) {
            String head = """
                    POST /v1/Conversations HTTP/1.1\r
                    Host: localhost\r
                    Content-Length: 99999999\r
                    Content-Type: application/x-www-form-urlencoded\r
                    \r
                    FriendlyName=""";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void aPortInUseIsNamed() {
        assertThatThrownBy(() -> Sandbox.start(SandboxOptions.defaults().withPort(sandbox.baseUri().getPort())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(String.valueOf(sandbox.baseUri().getPort()))
                        .hasMessageContaining("choose another");
    }

    private static void expect(Wire.Reply reply, int status, int code) {
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(status);
        assertThat(reply.code()).as(reply.body().toString()).isEqualTo(code);
    }

    private static List<Object> bodies(Wire.Reply page) {
        return page.items("messages").stream().map(message -> message.get("body")).toList();
    }
}
