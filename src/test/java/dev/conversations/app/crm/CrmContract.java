// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.app.Queues.Dead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every bridge to a CRM keeps that sends agents' tasks too, whichever the CRM. */
abstract class CrmContract extends CrmLogContract {

    CrmContract(String crm) {
        super(crm);
    }

    @Test
    void anAgentsTaskBecomesAMessageAndDoesNotComeBack() {
        String conversation = says("Hello").conversationSid();
        logged("Hello");
        String task = task(contact(customer()), "Your parcel is on its way");

        received("Your parcel is on its way");
        await().untilAsserted(() -> assertThat(state(task)).isEqualTo("sent"));
        await().untilAsserted(() -> assertThat(sandbox().webhooks())
                .filteredOn(it -> it.event().equals("onMessageAdded") && it.conversationSid().equals(conversation))
                .hasSize(2));
        says("Thank you");
        logged("Hello", "Thank you");
    }

    @Test
    void aTaskThatWasSentButNotMarkedIsNotSentAgain() {
        says("Hello");
        String task = task(contact(customer()), "Your parcel is on its way");
        await().untilAsserted(() -> assertThat(state(task)).isEqualTo("sent"));

        open(task);

        await().untilAsserted(() -> assertThat(state(task)).isEqualTo("sent"));
        received("Your parcel is on its way");
    }

    @Test
    void aTaskWithoutAConversationIsGivenUpAndKeptWithTheReason() throws Exception {
        String task = task(contact(customer()), "Is anybody there?");

        Dead dead = dead();
        assertThat(dead.reason())
                .isEqualTo("The customer of task " + task + " of " + crm() + " has no active conversation.");
        assertThat(dead.body()).contains("Is anybody there?");
        await().untilAsserted(() -> assertThat(state(task)).isEqualTo("given up"));
    }

    @Test
    void aTaskAboutNobodyIsGivenUp() throws Exception {
        String task = task(contact(null), "Is anybody there?");

        assertThat(dead().reason()).endsWith("is about nobody with a phone number or an e-mail address.");
        await().untilAsserted(() -> assertThat(state(task)).isEqualTo("given up"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"Quoted\"", "'quoted'", "null", "a, 'b', f(c) ${body} {{x}} & <b>", "\ud83d\ude00 \u00e9"})
    void anAgentsWordsArriveAsTheyAre(String text) {
        says("Hello");
        task(contact(customer()), text);

        received(text);
    }

    @Test
    void aCustomerIsFoundWhoseNumberIsWrittenAsPeopleDo() {
        says("Hello");
        logged("Hello");
        task(contact(local()), "Your parcel is on its way");

        received("Your parcel is on its way");
    }

    @Test
    void aTaskThatWasSentIsNotSentAgainIntoAnotherConversation() throws Exception {
        says("Hello");
        String task = task(contact(customer()), "Your parcel is on its way");
        await().untilAsserted(() -> assertThat(state(task)).isEqualTo("sent"));

        says("whatsapp:" + customer(), "whatsapp:" + SHOP, "Hello again");
        open(task);

        await().untilAsserted(() -> assertThat(state(task)).isEqualTo("sent"));
        received("Your parcel is on its way");
        assertThat(sandbox().phone("whatsapp:" + customer()).received()).isEmpty();
    }

    @Test
    void aTaskThatCannotBeMarkedIsKeptOnce() throws Exception {
        nextMark();
        String task = task(contact(customer()), "Is anybody there?");
        await().untilAsserted(() -> assertThat(state(task)).isEqualTo("given up"));
        assertThat(dead().reason()).endsWith("has no active conversation.");

        queue("Hello");
        assertThat(dead().body()).isEqualTo("Hello");
    }
}
