// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.WebhookCatcher;
import dev.conversations.sandbox.Wire;
import dev.conversations.webhook.Delivery;
import dev.conversations.webhook.EventStream;
import dev.conversations.webhook.EventType;
import dev.conversations.webhook.Signature;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every event Twilio knows, told when it happens and with what belongs to it. */
class EventsTest {

    private static final String[] TOLD = {"X-Twilio-Webhook-Enabled", "true"};
    private static final Set<String> BINDING_OF_OPENING = Set.of(
            "MessagingBinding.ProxyAddress", "MessagingBinding.Address", "MessagingBinding.ProjectedAddress",
            "MessagingBinding.AuthorAddress");
    private static final Set<String> NOT_OF_SMS = Set.of(
            "Identity", "MessagingBinding.ProjectedAddress", "MessagingBinding.Level", "MessagingBinding.Name");
    private static final Set<String> OF_WHATSAPP = Set.of("ExternalUserId", "ParentExternalUserId");

    private final Sandbox sandbox = Sandbox.start();
    private final Wire wire = new Wire(sandbox);
    private final WebhookCatcher catcher = new WebhookCatcher();

    @AfterEach
    void stop() {
        sandbox.close();
        catcher.close();
    }

    @Test
    void allEventsAreToldWithTheirParameters() {
        List<String> form = new ArrayList<>(List.of(
                "PreWebhookUrl", catcher.url("/before"), "PostWebhookUrl", catcher.url("/after")));
        Stream.of(EventType.values()).forEach(type -> form.addAll(List.of("Filters", type.event())));
        wire.post("/v1/Configuration/Webhooks", form.toArray(String[]::new));
        live(TOLD);
        await().until(() -> Set.copyOf(catcher.events()).size() == EventType.values().length);
        for (EventType type : EventType.values()) {
            WebhookCatcher.Caught event = richest(type);
            Set<String> expected = new TreeSet<>(type.parameters());
            expected.removeAll(absent(type));
            expected.removeAll(OF_WHATSAPP);
            expected.addAll(List.of("AccountSid", "EventType", "RetryCount"));
            if (type != EventType.ON_DELIVERY_UPDATED) {
                expected.add("Source");
            }
            assertThat(new TreeSet<>(event.parameters().keySet())).as(type.event()).isEqualTo(expected);
            assertThat(event.url()).as(type.event()).isEqualTo(catcher.url(type.before() ? "/before" : "/after"));
        }
        assertThat(catcher.first("onConversationStateUpdated").parameters())
                .containsEntry("StateFrom", List.of("active"))
                .containsEntry("StateTo", List.of("inactive")).containsEntry("Reason", List.of("API"));
        assertThat(catcher.first("onMessageRemoved").get("DateRemoved")).endsWith("Z");
        assertThat(catcher.first("onParticipantAdd").parameters()).doesNotContainKey("ParticipantSid");
    }

    @Test
    void timersAndTrafficTellWhyAConversationChangesItsState() {
        wire.post("/v1/Configuration/Webhooks", "PostWebhookUrl", catcher.url("/"), "Filters",
                "onConversationStateUpdated");
        String path = "/v1/Conversations/" + wire.post("/v1/Conversations",
                "State", "active", "Timers.Inactive", "PT1M").text("sid");
        sandbox.advance(Duration.ofMinutes(1));
        wire.post(path + "/Messages", "Body", "x");
        await().until(() -> catcher.caught().size() == 2);
        assertThat(catcher.caught()).extracting(e -> e.get("StateFrom"), e -> e.get("StateTo"), e -> e.get("Reason"))
                .containsExactly(tuple("active", "inactive", "TIMER"),
                        tuple("inactive", "active", "EVENT"));
    }

    @Test
    void aNewWebhookMayHearOfEarlierMessages() {
        String path = "/v1/Conversations/" + wire.post("/v1/Conversations").text("sid");
        List.of("a", "b", "c").forEach(body -> wire.post(path + "/Messages", "Body", body));
        wire.post(path + "/Webhooks", "Target", "webhook", "Configuration.Url", catcher.url("/"),
                "Configuration.Filters", "onMessageAdded", "Configuration.ReplayAfter", "0");
        await().until(() -> catcher.caught().size() == 2);
        assertThat(catcher.caught()).extracting(event -> event.get("Body")).containsExactly("b", "c");
    }

    @Test
    void eventStreamsTellEvenOfSilentCalls() {
        sandbox.stream(URI.create(catcher.url("/sink")), false);
        live();
        await().until(() -> streamed().size() >= 14);
        assertThat(streamed()).extracting(delivery -> delivery.event().eventType()).containsExactlyInAnyOrder(
                "onConversationAdded", "onConversationUpdated", "onConversationStateUpdated", "onConversationRemoved",
                "onParticipantAdded", "onParticipantUpdated", "onParticipantRemoved", "onMessageAdded",
                "onMessageUpdated",
                "onMessageRemoved", "onUserAdded", "onUserUpdated", "onParticipantAdded", "onUserAdded");
        assertThat(catcher.caught()).allSatisfy(call -> {
            assertThat(Signature.verifyBody(List.of(sandbox.authToken()), call.url(), call.body(),
                    call.header("X-Twilio-Signature"))).isTrue();
            assertThat(call.header("Content-Type")).isEqualTo("application/json");
        });
        Delivery message = streamed().stream().filter(d -> d.event().eventType().equals("onMessageAdded")).findFirst()
                .orElseThrow();
        assertThat(message.token()).startsWith("EZ");
        assertThat(message.event().body()).isEqualTo("Hello");
        assertThat(message.event().index()).isZero();
        assertThat(message.event().parameters()).doesNotContainKeys("Source", "RetryCount");
    }

    @Test
    void aSinkThatFailsIsTriedAgain() {
        AtomicInteger tries = new AtomicInteger();
        catcher.answers(call -> new WebhookCatcher.Reply(tries.incrementAndGet() < 3 ? 503 : 200, ""));
        sandbox.stream(URI.create(catcher.url("/sink")), true);
        wire.post("/v1/Conversations");
        wire.post("/v1/Conversations");
        await().until(() -> tries.get() == 3);
        assertThat(catcher.caught()).extracting(call -> new String(call.body()))
                .containsOnly(new String(catcher.caught().get(0).body()));
        assertThat(EventStream.parse(catcher.caught().get(0).body())).hasSize(2);
    }

    /** A life in which all happens. */
    private void live(String... header) {
        String path = "/v1/Conversations/" + post("/v1/Conversations", header, "FriendlyName", "f", "UniqueName", "u")
                .text("sid");
        String participant = path + "/Participants/" + post(path + "/Participants", header,
                "MessagingBinding.Address", "+15551230001", "MessagingBinding.ProxyAddress", "+15550000001")
                        .text("sid");
        post(path + "/Participants", header, "Identity", "agent");
        String message = path + "/Messages/" + post(path + "/Messages", header, "Author", "agent", "Body", "Hello")
                .text("sid");
        await().until(() -> sandbox.phone("+15551230001").received().size() == 1);
        post(message, header, "Body", "Hello!");
        wire.send("DELETE", message, header);
        post(participant, header, "LastReadMessageIndex", "0");
        wire.send("DELETE", participant, header);
        post(path, header, "State", "inactive");
        wire.send("DELETE", path, header);
        String user = "/v1/Users/" + post("/v1/Users", header, "Identity", "someone", "FriendlyName", "f").text("sid");
        post(user, header, "FriendlyName", "g");
    }

    private Wire.Reply post(String path, String[] header, String... form) {
        return wire.post(path, Stream.concat(Stream.of(header), Stream.of(form)).toArray(String[]::new));
    }

    private List<Delivery> streamed() {
        return catcher.caught().stream().flatMap(call -> EventStream.parse(call.body()).stream()).toList();
    }

    /** Of several, the one that tells most: a user made by joining a conversation has no name. */
    private WebhookCatcher.Caught richest(EventType type) {
        return catcher.caught().stream().filter(event -> type.event().equals(event.event()))
                .max(Comparator.comparingInt(event -> event.parameters().size())).orElseThrow();
    }

    private static Set<String> absent(EventType type) {
        return switch (type) {
            case ON_CONVERSATION_ADD -> Stream.concat(BINDING_OF_OPENING.stream(), Stream.of("MessageBody", "Media"))
                    .collect(Collectors.toSet());
            case ON_CONVERSATION_ADDED -> BINDING_OF_OPENING;
            case ON_DELIVERY_UPDATED -> Set.of("ErrorCode");
            case ON_USER_UPDATED -> Set.of("isOnline", "isNotifiable");
            default -> type.event().startsWith("onParticipant") ? NOT_OF_SMS : Set.of("Media");
        };
    }
}
