// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.sandbox.Phone;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every bridge to a CRM keeps of people whom WhatsApp knows by ids, who may show no number. */
abstract class CrmPeopleContract extends CrmContract {
    private static final String WHATSAPP = "whatsapp:";

    private int people;
    private String id;
    private String owner;

    CrmPeopleContract(String crm) {
        super(crm);
    }

    @BeforeEach
    void somebody() {
        id = "US.1349120865530274%04d".formatted(++people);
        owner = "US.ENT.1181579921288684%04d".formatted(people);
    }

    @Test
    void whoShowsNoNumberIsAContactWithAnIdAndNoNumberAndIsFoundAgain() throws Exception {
        writes(id, null, null, "Hello");
        entries(1);
        writes(id, null, null, "Are you there?");
        entries(2);

        known(id, null);
    }

    @Test
    void whoShowsTheNumberLaterStaysOneContact() throws Exception {
        writes(id, null, null, "Hello");
        entries(1);
        writes(customer(), id, null, "It is me");
        entries(2);
        known(id, customer());

        writes(id, null, null, "Again");
        entries(3);
        known(id, customer());
    }

    @Test
    void whoHidesTheNumberLaterStaysOneContact() throws Exception {
        writes(customer(), id, owner, "Hello");
        entries(1);
        writes(id, id, owner, "It is me");
        entries(2);

        known(id, customer());
    }

    @Test
    void twoContactsThatAreTheSamePersonAreJoined() throws Exception {
        writes(customer(), null, null, "Hello");
        await().untilAsserted(() -> assertThat(timeline(customer())).hasSize(1));
        writes(id, null, null, "Hello, it is me");
        entries(1);
        writes(customer(), id, null, "See?");

        entries(3);
        known(id, customer());
    }

    @Test
    void whoIsKnownByTheIdOfTheOwnerOfSeveralBusinessesStaysOneContact() throws Exception {
        writes(owner, null, null, "Hello");
        await().untilAsserted(() -> assertThat(entriesOf(owner)).isOne());
        writes(customer(), id, owner, "It is me");
        await().untilAsserted(() -> assertThat(timeline(customer())).hasSize(2));

        assertThat(people(owner, customer())).hasSize(1);
        assertThat(people(id, "-").size() + people(owner, "-").size()).isOne();
    }

    @Test
    void aContactThatPeopleMadeLearnsTheId() throws Exception {
        contact(local());
        writes(customer(), id, null, "Hello");
        entries(1);

        known(id, local());
    }

    @Test
    void anAgentAnswersWhoShowsNoNumber() throws Exception {
        writes(customer(), id, null, "Hello");
        entries(1);
        sandbox().advance(Duration.ofSeconds(2));
        writes(id, null, null, "It is me");
        entries(2);
        task(contact(customer()), "Your parcel is on its way");

        await().untilAsserted(() -> assertThat(sandbox().phone(WHATSAPP + id).received())
                .extracting(Phone.Received::body).containsExactly("Your parcel is on its way"));
    }

    /** Somebody writes by WhatsApp, from a number or an id, of whom Twilio tells these ids. */
    private void writes(String from, String ownId, String ownersId, String text) throws Exception {
        Phone phone = sandbox().phone(WHATSAPP + from);
        phone.knownAs(ownId, ownersId);
        sends(phone, text);
    }

    private void entries(int many) {
        await().untilAsserted(() -> assertThat(entriesOf(id)).isEqualTo(many));
    }

    private void known(String user, String number) {
        assertThat(people(user, number == null ? "-" : number)).isEqualTo(List.of(Arrays.asList(user, number)));
    }
}
