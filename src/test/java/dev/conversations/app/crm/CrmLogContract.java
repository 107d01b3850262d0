// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.api.text.Json;
import dev.conversations.app.Queues.Dead;
import dev.conversations.model.Conversation;
import dev.conversations.sandbox.Phone;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every bridge keeps that logs messages in a CRM, whichever the CRM. */
abstract class CrmLogContract extends CrmBridge {

    CrmLogContract(String crm) {
        super(crm);
    }

    @Test
    void theFirstMessageMakesTheContactAndIsLogged() {
        says("Hello");

        logged("Hello");
        assertThat(contacts(customer())).isOne();
    }

    @Test
    void laterMessagesAreLoggedInTheirOrderAtTheSameContact() {
        IntStream.range(0, 5).forEach(i -> says("Message " + i));

        logged("Message 0", "Message 1", "Message 2", "Message 3", "Message 4");
        assertThat(contacts(customer())).isOne();
    }

    @Test
    void aContactThatIsThereIsTaken() {
        contact(customer());
        says("Hello");

        logged("Hello");
        assertThat(contacts(customer())).isOne();
    }

    @Test
    void aContactWhoseNumberIsWrittenAsPeopleDoIsTaken() {
        contact(local());
        says("Hello");

        await().untilAsserted(() -> assertThat(timeline(local())).singleElement().asString().endsWith("\nHello"));
        assertThat(contacts(customer())).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Say \"it\": {{x}} ${body} \\ 'a', </p> <b>&amp;</b> \u00e9\n2nd line",
        "' OR Name != '", "${exception} $simple{body} \\' {{?x}} {{env:PATH}} #{1}", "\ud83d\ude00 \u65e5\u672c",
        "\"}], \"properties\": {\"phone\": \"1\"}"
    })
    void whatIsAskedIsNeitherMarkupNorQueryNorPlaceholder(String text) {
        says(text);

        logged(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u2028b", "a\\ud83db", "a\\u0000b"})
    void oddCharactersDoNoHarm(String text) {
        Phone.Sent sent = says("Hello");
        logged("Hello");
        queue(event(sent, "x").replace(sent.messageSid(), another(sent)).replace("\"x\"", "\"" + text + "\""));

        await().untilAsserted(() -> assertThat(timeline(customer())).hasSize(2)
                .last().asString().matches("(?s).*a.?b"));
    }

    @Test
    void whatIsTooLongForTheCrmIsCutOff() {
        Phone.Sent sent = says("Hello");
        logged("Hello");
        queue(event(sent, "&\ud83d\ude00".repeat(11_000)).replace(sent.messageSid(), another(sent)));

        await().untilAsserted(() -> assertThat(timeline(customer())).hasSize(2)
                .last().asString().contains("&\ud83d\ude00&").matches("(?s).*(\ud83d\ude00|&)\u2026"));
    }

    @Test
    void aFileIsLoggedByItsName() {
        sandbox().phone(customer()).send(SHOP, null, new Phone.Attachment("image/jpeg", "c<a>t.jpg", new byte[] {1}));

        logged("[c<a>t.jpg, image/jpeg]");
    }

    @Test
    void aConversationWithoutCustomersIsLeftOut() throws Exception {
        Conversation conversation = (Conversation) call("conversations/create", Map.of());
        call("messages/create", Map.of("conversationSid", conversation.sid(), "author", "anna", "body", "Nobody here?",
                "webhookEnabled", true));
        await().untilAsserted(() -> assertThat(sandbox().webhooks())
                .anyMatch(it -> it.event().equals("onMessageAdded") && conversation.sid().equals(it.conversationSid())));
        says("Hello");

        logged("Hello");
    }

    @Test
    void whatOthersAnswerIsLoggedToo() throws Exception {
        String conversation = says("Hello").conversationSid();
        call("messages/create", Map.of("conversationSid", conversation, "author", "anna", "body", "Welcome",
                "webhookEnabled", true));

        logged("Hello", "Welcome");
        assertThat(timeline(customer()).get(1)).contains(" to " + customer() + " by anna");
    }

    @Test
    void answersByTheBridgeAreLoggedAndSentOnce() {
        String conversation = says("Hello").conversationSid();
        queues().put("conversations.replies",
                Json.text(Map.of("conversationSid", conversation, "author", "shop", "body", "Welcome")));

        logged("Hello", "Welcome");
        says("Thank you");
        logged("Hello", "Welcome", "Thank you");
        received("Welcome");
    }

    @Test
    void whatIsChangedOrRemovedIsChangedOnTheTimeline() throws Exception {
        Phone.Sent sent = says("Hello");
        logged("Hello");
        Map<String, Object> message =
                Map.of("conversationSid", sent.conversationSid(), "sid", sent.messageSid(), "webhookEnabled", true);
        Map<String, Object> changed = new HashMap<>(message);
        changed.putAll(Map.of("body", "Hallo", "attributes", Map.of("reactions", Map.of("heart", List.of("anna")))));
        call("messages/update", changed);
        logged("Hallo\n[reactions: heart (1)]");

        call("messages/delete", message);
        logged("[removed]");
    }

    @Test
    void whatWasNotDeliveredIsNotedOnceWithTheReason() {
        String conversation = says("Hello").conversationSid();
        sandbox().phone(customer()).failing(21610);
        queues().put("conversations.replies",
                Json.text(Map.of("conversationSid", conversation, "author", "shop", "body", "Welcome")));

        await().untilAsserted(() -> assertThat(failures(customer())).singleElement()
                .satisfies(entry -> assertThat(entry).contains("Not delivered to " + customer(),
                        "The person opted out, until he or she opts in again. (error 21610)\nIM", "\n[opted out]")));
    }

    @Test
    void whoOptsOutIsMarkedOnTheTimeline() {
        says("Stop");
        says("Start");

        logged("Stop\n[opted out]", "Start\n[opted in]");
    }

    @Test
    void aRepeatedEventIsLoggedOnce() {
        Phone.Sent sent = says("Hello");
        logged("Hello");
        String event = event(sent, "Hello");
        queue(event);
        queue(event);
        says("Are you there?");

        logged("Hello", "Are you there?");
        assertThat(contacts(customer())).isOne();
    }

    @Test
    void aBusyCrmIsAskedAgain() {
        nextEntry(true);
        nextEntry(true);
        says("Hello");

        logged("Hello");
    }

    @Test
    void aRefusedMessageIsKeptWithTheReasonTheNextOneFlowsAndItCanBePlayedAgain() throws Exception {
        nextEntry(false);
        says("Hello");
        says("Are you there?");

        logged("Are you there?");
        Dead dead = dead();
        assertThat(dead.reason()).contains("answered 400 (").doesNotContain("Hello").doesNotContain(customer());
        assertThat(dead.route()).isEqualTo("queue-to-" + crm());
        assertThat(contacts(customer())).isOne();

        queue(dead.body());
        logged("Are you there?", "Hello");
        assertThat(contacts(customer())).isOne();
    }

    @Test
    void aMessageForACrmThatStaysBusyIsKeptAndCanBeTriedAgain() throws Exception {
        for (int tries = 0; tries < 1 + RETRIES; tries++) {
            nextEntry(true);
        }
        says("Hello");

        Dead dead = dead();
        assertThat(dead.body()).contains("\"Body\":\"Hello\"");
        assertThat(timeline(customer())).isEmpty();
        again(dead);
        logged("Hello");
        assertThat(contacts(customer())).isOne();
    }

    @Test
    void whatIsNoEventIsKeptWithTheReasonAndTheNextOneFlows() throws Exception {
        queue("Hello");
        says("Hello");

        logged("Hello");
        Dead dead = dead();
        assertThat(dead.reason()).isEqualTo("The message on the queue is no event of Twilio.");
        assertThat(dead.body()).isEqualTo("Hello");
    }

    private static String another(Phone.Sent sent) {
        return "IM" + new StringBuilder(sent.messageSid().substring(2)).reverse();
    }
}
