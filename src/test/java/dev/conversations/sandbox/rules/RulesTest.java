// SPDX-License-Identifier: Apache-2.0
package dev.conversations.sandbox.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.sandbox.Sandbox;
import dev.conversations.sandbox.SandboxExtension;
import dev.conversations.sandbox.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is special about single resources. */
class RulesTest {

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

    @Test
    void aClosedConversationChangesNoMoreButCanBeReadAndDeleted() {
        String message = path + "/Messages/" + wire.post(path + "/Messages", "Body", "x").text("sid");
        wire.post(path + "/Participants", "Identity", "a");
        assertThat(wire.post(path, "State", "closed").text("state")).isEqualTo("closed");
        assertThat(wire.post(path, "FriendlyName", "x").code()).isEqualTo(50377);
        assertThat(wire.post(path + "/Messages", "Body", "x").code()).isEqualTo(50377);
        assertThat(wire.post(message, "Body", "y").code()).isEqualTo(50377);
        assertThat(wire.post(path + "/Participants", "Identity", "b").code()).isEqualTo(50377);
        assertThat(wire.post(path + "/Participants/a", "Attributes", "{}").code()).isEqualTo(50377);
        assertThat(wire.get(message).status()).isEqualTo(200);
        assertThat(wire.delete(path).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({"50384,State,closed", "50378,State,asleep", "50382,Timers.Inactive,PT5M", "50379,Timers.Inactive,soon",
        "50380,Timers.Closed,later"})
    void aConversationThatCannotBeIsRefused(int code, String name, String value) {
        assertThat(wire.post("/v1/Conversations", name, value).code()).isEqualTo(code);
    }

    @Test
    void timersHaveLeastDurations() {
        assertThat(wire.post(path, "Timers.Inactive", "PT59S").code()).isEqualTo(50375);
        assertThat(wire.post(path, "Timers.Closed", "PT9M").code()).isEqualTo(50376);
        assertThat(wire.post(path, "Timers.Inactive", "PT1M", "Timers.Closed", "P1W").object("timers"))
                .containsOnlyKeys("date_inactive", "date_closed");
        assertThat(wire.post(path, "Timers.Inactive", "PT0S").object("timers")).containsOnlyKeys("date_closed");
    }

    @Test
    void timersMakeAConversationInactiveAndCloseItAndTrafficWakesIt() {
        wire.post(path, "Timers.Inactive", "PT5M", "Timers.Closed", "PT1H");
        sandbox.advance(Duration.ofMinutes(4));
        wire.post(path + "/Messages", "Body", "still there");
        sandbox.advance(Duration.ofMinutes(4));
        assertThat(wire.get(path).text("state")).isEqualTo("active");
        sandbox.advance(Duration.ofMinutes(2));
        assertThat(wire.get(path).text("state")).isEqualTo("inactive");
        assertThat(wire.get(path).object("timers")).containsOnlyKeys("date_closed");
        wire.post(path + "/Messages", "Body", "again");
        assertThat(wire.get(path).text("state")).isEqualTo("active");
        sandbox.advance(Duration.ofHours(1));
        assertThat(wire.get(path).text("state")).isEqualTo("closed");
        assertThat(wire.get(path).object("timers")).isEmpty();
    }

    @Test
    void theAccountGivesNewConversationsTheirTimers() {
        wire.post("/v1/Configuration", "DefaultInactiveTimer", "PT10M");
        String sid = wire.post("/v1/Conversations").text("sid");
        Instant inactive = Instant.parse(String.valueOf(wire.get("/v1/Conversations/" + sid).object("timers")
                .get("date_inactive")));
        assertThat(inactive).isBetween(sandbox.now().plusSeconds(500), sandbox.now().plusSeconds(700));
        wire.post("/v1/Configuration", "DefaultInactiveTimer", "PT0S");
    }

    @Test
    void listsAreFilteredByTheirOptions() {
        String old = wire.post("/v1/Conversations", "DateCreated", "2020-02-03T04:05:06Z").text("sid");
        assertThat(wire.get("/v1/Conversations?StartDate=2020-02-03&EndDate=2020-02-03").items("conversations"))
                .extracting(c -> c.get("sid")).containsExactly(old);
        assertThat(wire.get("/v1/Conversations?EndDate=2020-02-02").items("conversations")).isEmpty();
        wire.post("/v1/Conversations/" + old, "State", "inactive");
        assertThat(wire.get("/v1/Conversations?State=INACTIVE").items("conversations"))
                .extracting(c -> c.get("sid")).contains(old).doesNotContain(path.substring(path.indexOf("CH")));
        assertThat(wire.get("/v1/Conversations?StartDate=yesterday").code()).isEqualTo(20001);
    }

    @Test
    void openedTogetherIsAllOrNothing() {
        String address = fresh();
        wire.post(path + "/Participants", "MessagingBinding.Address", address, "MessagingBinding.ProxyAddress", SHOP);
        int before = wire.get("/v1/Conversations?PageSize=100").items("conversations").size();
        assertThat(together("{\"identity\":\"a\"}", binding(address)).code()).isEqualTo(50425);
        assertThat(together("{\"identity\":\"a\"}", "{\"identity\":\"a\"}").code()).isEqualTo(50433);
        assertThat(together("{\"identity\":").code()).isEqualTo(20001);
        assertThat(together("a,b,c,d,e,f,g,h,i,j,k".replaceAll("(\\w)", "{\"identity\":\"$1\"}").split(",")).code())
                .isEqualTo(50426);
        assertThat(wire.get("/v1/Conversations?PageSize=100").items("conversations")).hasSize(before);
        assertThat(together("{\"identity\":\"a\"}", binding(fresh())).status()).isEqualTo(201);
    }

    @Test
    void openingMayTakeAWhile() {
        sandbox.opening(Duration.ofMillis(50));
        String address = fresh();
        Wire.Reply opened = together("{\"identity\":\"a\"}", binding(address));
        assertThat(opened.status()).isEqualTo(202);
        assertThat(opened.text("state")).isEqualTo("initializing");
        String sid = "/v1/Conversations/" + opened.text("sid");
        await().until(() -> wire.get(sid).text("state").equals("active"));
        assertThat(wire.get(sid + "/Participants").items("participants")).hasSize(2);
        Wire.Reply late = together("{\"identity\":\"b\"}", binding(fresh() + "9"));
        wire.delete("/v1/Conversations/" + late.text("sid"));
        sandbox.opening(Duration.ZERO);
    }

    @Test
    void whatCannotBeAddedAnyMoreClosesTheConversation() {
        sandbox.opening(Duration.ofMillis(200));
        String address = fresh();
        String sid = "/v1/Conversations/" + together(binding(address)).text("sid");
        wire.post(path + "/Participants", "MessagingBinding.Address", address, "MessagingBinding.ProxyAddress", SHOP);
        await().until(() -> wire.get(sid).text("state").equals("closed"));
        sandbox.opening(Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "50368 | Configuration.Url=https://example.com",
        "50364 | Target=flow",
        "50369 | Target=webhook&Configuration.Filters=onMessageAdded",
        "50370 | Target=webhook&Configuration.Url=https://example.com",
        "50365 | Target=webhook&Configuration.Url=https://example.com&Configuration.Filters=onMessageAdd",
        "50371 | Target=trigger&Configuration.Url=https://example.com",
        "50362 | Target=trigger&Configuration.Url=https://example.com&Configuration.Triggers=a&Configuration.Triggers=b"
                + "&Configuration.Triggers=c&Configuration.Triggers=d&Configuration.Triggers=e"
                + "&Configuration.Triggers=f",
        "50367 | Target=studio",
        "50055 | Target=webhook&Configuration.Url=https://example.com&Configuration.Filters=onMessageAdded"
                + "&Configuration.Method=PUT"
    })
    void aWebhookThatCannotBeIsRefused(int code, String form) {
        assertThat(wire.post(path + "/Webhooks", form.split("[&=]", -1)).code()).isEqualTo(code);
    }

    @Test
    void aConversationHoldsFiveWebhooks() {
        String[] flow = {"Target", "studio", "Configuration.FlowSid", "FW" + "0".repeat(32)};
        for (int i = 0; i < 5; i++) {
            assertThat(wire.post(path + "/Webhooks", flow).body())
                    .containsEntry("configuration", Map.of("flow_sid", "FW" + "0".repeat(32)));
        }
        assertThat(wire.post(path + "/Webhooks", flow).code()).isEqualTo(50361);
    }

    @Test
    void anAddressIsConfiguredOnceAndFitsItsType() {
        String address = fresh();
        String[] form = {"Type", "sms", "Address", address};
        assertThat(wire.post("/v1/Configuration/Addresses", form).status()).isEqualTo(201);
        assertThat(wire.post("/v1/Configuration/Addresses", form).status()).isEqualTo(400);
        assertThat(wire.post("/v1/Configuration/Addresses", "Type", "whatsapp", "Address", fresh()).text("message"))
                .contains("Address");
        assertThat(wire.post("/v1/Configuration/Addresses", "Type", "sms", "Address", fresh(),
                "AutoCreation.Type", "webhook").text("message")).contains("AutoCreation.WebhookUrl");
    }

    @Test
    void aMessageNamesItsParticipant() {
        String participant = wire.post(path + "/Participants", "Identity", "speaker").text("sid");
        assertThat(wire.post(path + "/Messages", "Author", "speaker", "Body", "x").body())
                .containsEntry("participant_sid", participant).containsEntry("index", 0);
        assertThat(wire.post(path + "/Messages", "Body", "y").body())
                .containsEntry("author", "system").containsEntry("participant_sid", null).containsEntry("index", 1);
        assertThat(wire.post(path + "/Messages", "Body", "x".repeat(32769)).code()).isEqualTo(50504);
        assertThat(wire.post(path + "/Messages", "MediaSid", "ME1").code()).isEqualTo(50510);
    }

    private Wire.Reply together(String... participants) {
        String[] form = new String[participants.length * 2];
        for (int i = 0; i < participants.length; i++) {
            form[2 * i] = "Participant";
            form[2 * i + 1] = participants[i];
        }
        return wire.post("/v1/ConversationWithParticipants", form);
    }

    private static String binding(String address) {
        return "{\"messaging_binding\":{\"address\":\"" + address + "\",\"proxy_address\":\"" + SHOP + "\"}}";
    }

    private static String fresh() {
        return "+1555200" + number++;
    }
}
