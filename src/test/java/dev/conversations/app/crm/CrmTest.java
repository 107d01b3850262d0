// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.conversations.api.Timing;
import dev.conversations.api.text.Json;
import dev.conversations.model.Message;
import dev.conversations.model.Participant;
import dev.conversations.model.ParticipantConversation;
import dev.conversations.webhook.WebhookEvent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrmTest {
    private static final Participant AGENT = Json.fromMap(Map.of("identity", "anna"), Participant.class);
    private static final Participant ADA = at("whatsapp:+15551230001", "whatsapp");
    private static final Participant BOB = at("+15551230002", "sms");

    private final Crm crm = new Crm(Timing.SYSTEM);

    @Test
    void aCustomersMessageIsOfThatCustomer() {
        CrmEntry entry = crm.entry(event(Map.of("Author", "+15551230002", "Body", "Hello")), List.of(AGENT, ADA, BOB));

        assertThat(entry).extracting(CrmEntry::address, CrmEntry::channel, CrmEntry::inbound, CrmEntry::title)
                .containsExactly("+15551230002", "sms", true, "SMS from +15551230002");
    }

    @Test
    void anAgentsMessageIsOfTheFirstCustomer() {
        CrmEntry entry = crm.entry(event(Map.of("Author", "anna", "Body", "Hello")), List.of(AGENT, ADA, BOB));

        assertThat(entry).extracting(CrmEntry::address, CrmEntry::inbound, CrmEntry::title)
                .containsExactly("+15551230001", false, "WhatsApp to +15551230001 by anna");
    }

    @ParameterizedTest
    @ValueSource(strings = {"whatsapp:US.13491208655302741918", "whatsapp:13491208655", "rcs:shop", "messenger:7391"})
    void anAddressThatIsNoNumberStaysAsItIs(String address) throws CrmRefusal {
        CrmEntry entry = crm.entry(event(Map.of("Author", address, "Body", "Hello")), List.of(AGENT, at(address, "whatsapp")));

        assertThat(entry).extracting(CrmEntry::address, CrmEntry::inbound, CrmEntry::title)
                .containsExactly(address, true, "WhatsApp from " + address);
        assertThat(entry.jsonSpellings()).isEqualTo("[\"" + address + "\"]");
        assertThat(crm.reply("x", Map.of("task", "7", "text", "Hi", "addresses", List.of(entry.address()))).addresses())
                .containsExactly(address);
    }

    @Test
    void withoutACustomerThereIsNoEntry() {
        assertThat(crm.entry(event(Map.of("Author", "anna", "Body", "Hello")), List.of(AGENT))).isNull();
    }

    @Test
    void mediaAreNamedInLinesOfTheirOwn() {
        String media = "[{\"ContentType\":\"image/jpeg\",\"Filename\":\"cat.jpg\"},{\"ContentType\":\"audio/ogg\"}]";

        assertThat(crm.entry(event(Map.of("Author", "a", "Body", "Look", "Media", media)), List.of(BOB)).text())
                .isEqualTo("Look\n[cat.jpg, image/jpeg]\n[file, audio/ogg]");
        assertThat(crm.entry(event(Map.of("Author", "a", "Media", media)), List.of(BOB)).text()).startsWith("[cat.jpg");
    }

    @Test
    void aCustomerIsLookedForAtAllAddressesAndPhoneChannels() throws CrmRefusal {
        CrmReply reply = crm.reply("x", Map.of("task", "7", "text", " Hello ", "addresses",
                Arrays.asList(null, " ", "+1 (555) 123-0001", "+15551230001", "(555) 123-0001", "ada@example.com")));

        assertThat(reply.text()).isEqualTo("Hello");
        assertThat(reply.addresses())
                .containsExactly("+15551230001", "whatsapp:+15551230001", "rcs:+15551230001", "ada@example.com");
        assertThat(reply).hasToString("CrmReply[x 7]");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {
        "' ',The task 7 of x says nothing.",
        "null,The task 7 of x says nothing.",
        "Hello,The task 7 of x is about nobody with a phone number or an e-mail address."
    })
    void aReplyNeedsTextAndSomebody(String text, String reason) {
        Map<String, Object> variables = new HashMap<>(Map.of("task", "7"));
        variables.put("text", text);
        assertThatThrownBy(() -> crm.reply("x", variables)).isInstanceOf(CrmRefusal.class).hasMessage(reason);
    }

    @Test
    void theActiveConversationThatChangedLastIsAnsweredIn() throws CrmRefusal {
        CrmReply reply = new CrmReply("x", "7", "Hello", List.of("+1"));

        assertThat(crm.conversations(reply, List.of(
                List.of(conversation("CH1", "active", "2026-01-02T00:00:00Z"),
                        conversation("CH2", "closed", "2026-01-04T00:00:00Z")),
                List.of(conversation("CH3", "active", "2026-01-03T00:00:00Z")))))
                .containsExactly(Map.of("conversationSid", "CH3", "chatServiceSid", "IS1"),
                        Map.of("conversationSid", "CH1", "chatServiceSid", "IS1"));
        assertThatThrownBy(() -> crm.conversations(reply, List.of(List.of(conversation("CH1", "inactive", "")))))
                .isInstanceOf(CrmRefusal.class).hasMessage("The customer of task 7 of x has no active conversation.");
    }

    @Test
    void aMessageSaysWhereItComesFromAndIsNotWrittenTwice() {
        CrmReply reply = new CrmReply("x", "7", "Hello", List.of("+1"));
        List<Map<String, Object>> places = List.of(Map.of("conversationSid", "CH1"), Map.of("conversationSid", "CH2"));
        Map<String, Object> origin = Map.of("origin", "bridge", "crm", "x", "task", "7");

        List<Message> others = List.of(message("{}"), message("{\"crm\":\"x\",\"task\":\"8\"}"), message("no JSON"));
        assertThat(crm.message(reply, places, List.of(others))).isEqualTo(Map.of("conversationSid", "CH1",
                "author", "x", "body", "Hello", "attributes", origin, "webhookEnabled", true));
        assertThat(crm.message(reply, places, List.of(others, List.of(message(Json.text(origin)))))).isNull();
    }

    @Test
    void anEntryIsSafeInTemplatesAndSilentInLogs() {
        CrmEntry entry = crm.entry(event(Map.of("Author", "a'\\\"<", "Body", "<b>\n'\\\"")),
                List.of(at("o'brien\\@example.com", "email")));

        assertThat(entry.json()).containsEntry("text", "\"<b>\\n'\\\\\\\"\"").containsEntry("date", "\"2026-01-02\"")
                .containsEntry("html", Json.text("<p><strong>E-mail to o'brien\\@example.com by a'\\&quot;&lt;</strong>"
                        + "</p><p>&lt;b&gt;<br>'\\&quot;</p>"));
        assertThat(entry.quoted()).containsEntry("address", "'o\\'brien\\\\@example.com'");
        assertThat(entry).hasToString("CrmEntry[CH1 IM1]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "+15551230001 | sms | , \"phone\": \"+15551230001\"",
        "ada@example.com | email | , \"email\": \"ada@example.com\"",
        "whatsapp:+15551230001 | whatsapp | , \"phone\": \"+15551230001\"",
        "rcs:+15551230001 | rcs | , \"phone\": \"+15551230001\"",
        "messenger:123 | messenger | ''", "messenger:a@b | messenger | ''",
        "whatsapp:US.13491208655302741918 | whatsapp | ''", "whatsapp:US.ENT.11815799212886844830 | whatsapp | ''",
        "whatsapp:+13491208655302741918 | whatsapp | ''", "whatsapp:13491208655 | whatsapp | ''", "rcs:shop_agent | rcs | ''"
    })
    void anAddressIsTheMemberItBelongsTo(String address, String channel, String member) {
        CrmEntry entry = crm.entry(event(Map.of("Author", address, "Body", "Hello")), List.of(at(address, channel)));

        assertThat(entry.member("phone", "email")).isEqualTo(member);
    }

    private static WebhookEvent event(Map<String, String> more) {
        Map<String, Object> parameters = new HashMap<>(Map.of("ConversationSid", "CH1", "MessageSid", "IM1",
                "DateCreated", "2026-01-02T03:04:05Z"));
        parameters.putAll(more);
        return WebhookEvent.of(parameters);
    }

    private static Participant at(String address, String type) {
        return Json.fromMap(Map.of("messaging_binding", Map.of("address", address, "type", type)), Participant.class);
    }

    private static ParticipantConversation conversation(String sid, String state, String updated) {
        return Json.fromMap(Map.of("conversation_sid", sid, "chat_service_sid", "IS1", "conversation_state", state,
                "conversation_date_updated", updated), ParticipantConversation.class);
    }

    private static Message message(String attributes) {
        return Json.fromMap(Map.of("attributes", attributes), Message.class);
    }
}
