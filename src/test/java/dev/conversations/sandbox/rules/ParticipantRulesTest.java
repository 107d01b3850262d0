// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.SandboxExtension;
import dev.conversations.sandbox.Wire;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is special about participants and users. */
class ParticipantRulesTest {

    private static final String SHOP = "+15550000001";

    @RegisterExtension
    static final SandboxExtension EXTENSION = new SandboxExtension();

    private static int number = 1000;

    private Sandbox sandbox;
    private Wire wire;
    private String path;

    @BeforeEach
    void open() {
        sandbox = EXTENSION.sandbox();
        wire = new Wire(sandbox);
        path = "/v1/Conversations/" + wire.post("/v1/Conversations").text("sid");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "50434 | Attributes={}",
        "50411 | MessagingBinding.ProxyAddress=+15550000001",
        "50411 | MessagingBinding.Address=",
        "50412 | MessagingBinding.Address=+15551239999&MessagingBinding.ProxyAddress=",
        "50211 | Identity=x&MessagingBinding.Address=+15551239999",
        "50407 | MessagingBinding.Address=Anna&MessagingBinding.ProxyAddress=+15550000001",
        "50408 | MessagingBinding.Address=+15551239999&MessagingBinding.ProxyAddress=shop",
        "50409 | MessagingBinding.Address=+15551239999&MessagingBinding.ProxyAddress=+15551239999",
        "50414 | MessagingBinding.Address=whatsapp:+15551239999&MessagingBinding.ProxyAddress=+15550000001",
        "50304 | Identity=x&Attributes={",
        "20001 | Identity=x&RoleSid=RL1"
    })
    void aParticipantThatCannotBeIsRefused(int code, String form) {
        assertThat(wire.post(path + "/Participants", form.split("[&=]", -1)).code()).isEqualTo(code);
    }

    @Test
    void anIdentityIsInAConversationOnceAndIsAUserFromThenOn() {
        Wire.Reply participant = wire.post(path + "/Participants", "Identity", "agent smith");
        Wire.Reply again = wire.post(path + "/Participants", "Identity", "agent smith");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo(50433);
        assertThat(wire.get(path + "/Participants/agent%20smith").text("sid")).isEqualTo(participant.text("sid"));
        Wire.Reply user = wire.get("/v1/Users/agent%20smith");
        assertThat(user.text("sid")).startsWith("US");
        assertThat(user.text("role_sid"))
                .isEqualTo(wire.get("/v1/Services/" + sandbox.chatServiceSid() + "/Configuration")
                .text("default_chat_service_role_sid"));
        assertThat(wire.post("/v1/Users", "Identity", "agent smith").code()).isEqualTo(50201);
        assertThat(wire.get("/v1/Users/" + user.text("sid") + "/Conversations").items("conversations")).hasSize(1);
        wire.delete("/v1/Users/agent%20smith");
        assertThat(wire.get(path + "/Participants").items("participants")).isEmpty();
    }

    @Test
    void anIdentityThatLooksLikeTheSidOfAUserIsRefused() {
        assertThat(wire.post("/v1/Users", "Identity", "US" + "a".repeat(32)).code()).isEqualTo(50206);
        assertThat(wire.post("/v1/Conversations", "UniqueName", "CH" + "a".repeat(32)).code()).isEqualTo(50390);
    }

    @Test
    void whatAUserHasReadIsKeptOnTheParticipant() {
        String participant = path + "/Participants/" + wire.post(path + "/Participants", "Identity", "reader")
                .text("sid");
        List.of("a", "b", "c").forEach(body -> wire.post(path + "/Messages", "Body", body));
        String view = "/v1/Users/reader/Conversations/" + path.substring(path.indexOf("CH"));
        assertThat(wire.get(view).body()).containsEntry("unread_messages_count", 3)
                .containsEntry("notification_level", "default");
        wire.post(view, "LastReadMessageIndex", "1", "NotificationLevel", "muted");
        assertThat(wire.get(view).body()).containsEntry("unread_messages_count", 1)
                .containsEntry("notification_level", "muted");
        assertThat(wire.get(participant).body()).containsEntry("last_read_message_index", 1);
        assertThat(wire.delete(view).status()).isEqualTo(204);
        assertThat(wire.get(participant).status()).isEqualTo(404);
    }

    @Test
    void conversationsAreFoundByIdentityOrAddressButNotByBoth() {
        String address = fresh();
        wire.post(path + "/Participants", "MessagingBinding.Address", address, "MessagingBinding.ProxyAddress", SHOP);
        Wire.Reply found = wire.get("/v1/ParticipantConversations?Address=" + address.replace("+", "%2B"));
        assertThat(found.items("conversations")).extracting(c -> c.get("conversation_sid"))
                .containsExactly(path.substring(path.indexOf("CH")));
        assertThat(wire.get("/v1/ParticipantConversations?Identity=a&Address=b").code()).isEqualTo(50451);
        assertThat(wire.get("/v1/ParticipantConversations").code()).isEqualTo(20001);
    }

    @Test
    void theTextNullRemovesAnAddressOfOurs() {
        String address = fresh();
        String participant = path + "/Participants/" + wire.post(path + "/Participants",
                "MessagingBinding.Address", address, "MessagingBinding.ProxyAddress", SHOP).text("sid");
        assertThat(wire.post(participant, "MessagingBinding.ProxyAddress", "+15550000009").code()).isEqualTo(50441);
        assertThat(wire.post(participant, "MessagingBinding.ProjectedAddress", "null").code()).isEqualTo(50442);
        assertThat(wire.post(participant, "MessagingBinding.ProxyAddress", "null").object("messaging_binding"))
                .containsEntry("proxy_address", null).containsEntry("address", address);
        assertThat(wire.post(participant, "MessagingBinding.ProxyAddress", "null").code()).isEqualTo(50440);
        assertThat(wire.post(participant, "MessagingBinding.ProxyAddress", SHOP).object("messaging_binding"))
                .containsEntry("proxy_address", SHOP);
    }

    @Test
    void aConversationHoldsFiftyPeopleWithAddresses() {
        for (int i = 0; i < 50; i++) {
            assertThat(wire.post(path + "/Participants",
                    "MessagingBinding.Address", fresh(), "MessagingBinding.ProxyAddress", SHOP).status())
                            .isEqualTo(201);
        }
        assertThat(wire.post(path + "/Participants",
                "MessagingBinding.Address", fresh(), "MessagingBinding.ProxyAddress", SHOP).code()).isEqualTo(50418);
    }

    private static String fresh() {
        return "+1555200" + number++;
    }
}
