// SPDX-License-Identifier: Apache-2.0
package dev.conversations.camel.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.camel.observe.Outcome;
import dev.conversations.camel.receive.Webhooks;
import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.SentWebhook;
import dev.conversations.sandbox.WebhookKey;
import dev.conversations.sandbox.Wire;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.Signature.Algorithm;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The sandbox signs with keys, the component lets in whom it knows. */
class SandboxKeysTest {
    private static final String[] TOLD = {"X-Twilio-Webhook-Enabled", "true"};
    private static final WebhookKey OLD = WebhookKey.of("CK" + "a".repeat(32), "first+secret=");
    private static final WebhookKey NEXT = WebhookKey.of("CK" + "b".repeat(32), "second");
    private static final WebhookKey UNKNOWN = WebhookKey.of("CK" + "c".repeat(32), "third");

    private final Sandbox sandbox = Sandbox.start();
    private final Wire wire = new Wire(sandbox);
    private Webhooks webhooks;

    @BeforeEach
    void start() throws Exception {
        webhooks = Webhooks.with(new RouteBuilder() {
            @Override
            public void configure() {
                String options = "webhookKeys=RAW(" + OLD.sid() + "=" + OLD.secret() + "," + NEXT.sid() + "=" + NEXT.secret() + ")";
                Stream.of(EventType.values()).filter(EventType::before).forEach(type ->
                        from("twilio-conversations:events/" + type.event() + "?" + options).to("mock:" + type.event()));
                from("twilio-conversations:events/all?" + options).toD("mock:${body.eventType}");
            }
        });
        String url = webhooks.url(Webhooks.PATH);
        List<String> form = new ArrayList<>(List.of("PreWebhookUrl", url, "PostWebhookUrl", url));
        Stream.of(EventType.values()).forEach(type -> form.addAll(List.of("Filters", type.event())));
        wire.post("/v1/Configuration/Webhooks", form.toArray(String[]::new));
    }

    @AfterEach
    void stop() throws Exception {
        sandbox.close();
        webhooks.close();
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void whileOneKeyReplacesAnotherEveryEventComesIn(Algorithm algorithm) {
        sandbox.signWith(OLD.withAlgorithm(algorithm));
        live("a");
        sandbox.signWith(OLD.withAlgorithm(algorithm), NEXT.withAlgorithm(algorithm));
        live("b");
        sandbox.signWith(NEXT.withAlgorithm(algorithm));
        live("c");

        await().untilAsserted(() -> assertThat(EventType.values()).allSatisfy(type ->
                assertThat(webhooks.mock(type.event()).getReceivedCounter()).as(type.event()).isGreaterThanOrEqualTo(3)));
        assertThat(webhooks.count(Outcome.REFUSED)).isZero();
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void whatAnUnknownKeyOrTheAuthTokenOfAnotherSignsStaysOut(Algorithm algorithm) {
        sandbox.signWith(UNKNOWN.withAlgorithm(algorithm));
        wire.post("/v1/Users", with("Identity", "anna"));
        sandbox.signWith(new WebhookKey(OLD.sid(), UNKNOWN.secret(), algorithm));
        wire.post("/v1/Users", with("Identity", "bert"));
        sandbox.signWith();
        wire.post("/v1/Users", with("Identity", "cleo"));

        await().until(() -> sandbox.webhooks().size() == 3);
        assertThat(sandbox.webhooks()).extracting(SentWebhook::status).containsExactly(403, 403, 403);
        assertThat(webhooks.mock("onUserAdded").getReceivedCounter()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Algorithm.class)
    void eventStreamsAreSignedSoAsWell(Algorithm algorithm) {
        sandbox.signWith(NEXT.withAlgorithm(algorithm));
        sandbox.stream(URI.create(webhooks.url(Webhooks.PATH)), true);
        wire.post("/v1/Users", "Identity", "anna");

        await().until(() -> webhooks.mock("onUserAdded").getReceivedCounter() == 1);
        assertThat(webhooks.count(Outcome.REFUSED)).isZero();
    }

    /** A life in which all happens, to somebody of that name. */
    private void live(String name) {
        String path = "/v1/Conversations/" + wire.post("/v1/Conversations", with("FriendlyName", name)).text("sid");
        String participant = path + "/Participants/" + wire.post(path + "/Participants", with(
                "MessagingBinding.Address", "+15551230001", "MessagingBinding.ProxyAddress", "+15550000001")).text("sid");
        String message = path + "/Messages/" + wire.post(path + "/Messages", with("Body", name)).text("sid");
        await().until(() -> sandbox.phone("+15551230001").received().stream().anyMatch(line -> name.equals(line.body())));
        wire.post(message, with("Body", "Hello!"));
        wire.send("DELETE", message, TOLD);
        wire.post(participant, with("LastReadMessageIndex", "0"));
        wire.send("DELETE", participant, TOLD);
        wire.post(path, with("State", "inactive"));
        wire.send("DELETE", path, TOLD);
        String user = wire.post("/v1/Users", with("Identity", name)).text("sid");
        wire.post("/v1/Users/" + user, with("FriendlyName", "f"));
    }

    private static String[] with(String... form) {
        return Stream.concat(Stream.of(TOLD), Stream.of(form)).toArray(String[]::new);
    }
}
