// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What can be made to go wrong with calls of the API. */
class FaultTest {

    private final Sandbox sandbox = Sandbox.start();
    private final Wire wire = new Wire(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void anErrorComesBeforeTheCallIsDone() {
        sandbox.fail(2, Fault.status(503).withRetryAfter(Duration.ofSeconds(3)));
        Wire.Reply refused = wire.post("/v1/Conversations");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo(20503);
        assertThat(refused.header("Retry-After")).isEqualTo("3");
        assertThat(wire.get("/v1/Conversations").status()).isEqualTo(503);
        assertThat(conversations()).isZero();
    }

    @Test
    void anErrorComesAfterTheCallIsDone() {
        sandbox.fail(1, Fault.status(500).afterDoing());
        assertThat(wire.post("/v1/Conversations").status()).isEqualTo(500);
        assertThat(conversations()).isEqualTo(1);
    }

    @Test
    void aCallThatIsRefusedAnywayIsRefused() {
        sandbox.fail(1, Fault.status(500).afterDoing());
        assertThat(wire.get("/v1/Conversations/CH" + "0".repeat(32)).status()).isEqualTo(404);
    }

    @Test
    void theConnectionIsResetBeforeAndAfter() {
        sandbox.fail(1, Fault.reset());
        assertThatThrownBy(() -> wire.post("/v1/Conversations")).isInstanceOf(AssertionError.class);
        assertThat(conversations()).isZero();
        sandbox.fail(1, Fault.reset().afterDoing());
        assertThatThrownBy(() -> wire.post("/v1/Conversations")).isInstanceOf(AssertionError.class);
        assertThat(conversations()).isEqualTo(1);
    }

    @Test
    void noAnswerComesHoweverLongOneWaits() {
        sandbox.fail(1, Fault.silence().afterDoing());
        assertThatThrownBy(this::createWithinASecond).isInstanceOf(HttpTimeoutException.class);
        assertThat(sandbox.awaitCalls("conversations/create", 1)).extracting(ReceivedCall::status).containsExactly(0);
        assertThat(conversations()).isEqualTo(1);
        sandbox.fail(1, Fault.silence());
        assertThatThrownBy(this::createWithinASecond).isInstanceOf(HttpTimeoutException.class);
        sandbox.awaitCalls("conversations/create", 2);
        assertThat(conversations()).isEqualTo(1);
    }

    @Test
    void oneOperationOnlyGoesWrong() {
        sandbox.fail(1, Fault.status(500).onlyFor("conversations/create"));
        assertThat(conversations()).isZero();
        assertThat(wire.post("/v1/Conversations").status()).isEqualTo(500);
        assertThat(wire.post("/v1/Conversations").status()).isEqualTo(201);
    }

    @Test
    void allEndsWhenItIsForgotten() {
        sandbox.fail(5, Fault.status(500));
        sandbox.throttle(5, null);
        sandbox.forget();
        assertThat(wire.get("/v1/Conversations").status()).isEqualTo(200);
    }

    @Test
    void callsAreToldAsTheyWereAsked() {
        sandbox.fail(1, Fault.reset());
        assertThatThrownBy(() -> wire.post("/v1/Conversations")).isInstanceOf(AssertionError.class);
        wire.post("/v1/Conversations", "FriendlyName", "Order 7", "X-Twilio-Webhook-Enabled", "true");
        wire.post("/v1/Conversations", "State", "unheard of");
        wire.get("/v1/Nothing");
        wire.get("/v1/Services/IS1/Media/ME1");
        wire.upload("/v1/Services/" + sandbox.chatServiceSid() + "/Media", Map.of(), "text/plain", "a.txt", new byte[1]);
        new Wire(sandbox, sandbox.accountSid(), "wrong").get("/v1/Conversations");
        assertThat(sandbox.calls()).extracting(call -> call.operation() + " " + call.status()).containsExactly(
                "conversations/create 0", "conversations/create 201", "conversations/create 400", "unknown 404",
                "media/fetch 404", "media/upload 201", "conversations/list 401");
        assertThat(sandbox.calls().get(1).arguments()).containsEntry("friendlyName", "Order 7").containsEntry("webhookEnabled", true);
        assertThat(sandbox.calls().get(2).arguments()).isEmpty();
    }

    @Test
    void whatIsNoFaultIsRefused() {
        assertThatThrownBy(() -> Fault.status(200)).hasMessage("status 200: use that of an error, 400 to 599");
        assertThatThrownBy(() -> Fault.reset().onlyFor("messages/make")).hasMessageStartingWith("There is no operation messages/make");
        assertThat(Fault.reset().afterDoing().onlyFor("messages/create")).hasToString("Fault[RESET, done, messages/create]");
    }

    private int conversations() {
        Wire.Reply reply = wire.get("/v1/Conversations");
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply.items("conversations").size();
    }

    private void createWithinASecond() throws Exception {
        String account = sandbox.accountSid() + ":" + sandbox.authToken();
        HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(sandbox.baseUri() + "/v1/Conversations"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.noBody()).timeout(Duration.ofSeconds(1)).build(), BodyHandlers.discarding());
    }
}
