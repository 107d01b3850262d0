// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.conversations.app.Queues.Dead;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HubspotTest extends CrmContract {
    private final HubspotStandIn hubspot = new HubspotStandIn();

    HubspotTest() {
        super("hubspot");
    }

    @Override
    StandIn vendor() {
        return hubspot;
    }

    @Override
    Map<String, String> environment() {
        return Map.of("HUBSPOT_ENABLED", "true", "HUBSPOT_URL", hubspot.base().toString(),
                "HUBSPOT_TOKEN", HubspotStandIn.TOKEN);
    }

    @Override
    int contacts(String address) {
        return hubspot.contacts("phone", address).size();
    }

    @Override
    List<String> timeline(String address) {
        return hubspot.timeline("communications", "phone", address).stream()
                .map(entry -> read(entry.get("hs_communication_body"))).toList();
    }

    @Override
    List<String> failures(String address) {
        return hubspot.timeline("notes", "phone", address).stream().map(entry -> read(entry.get("hs_note_body"))).toList();
    }

    private static String read(String html) {
        try {
            return Html.text(html);
        } catch (CrmRefusal e) {
            throw new AssertionError(e);
        }
    }

    @Override
    String contact(String address) {
        if (address == null) {
            return hubspot.add("contacts", Map.of());
        }
        return hubspot.contacts("phone", address).stream().findFirst()
                .orElseGet(() -> hubspot.add("contacts", Map.of("phone", address)));
    }

    @Override
    String task(String contact, String text) {
        return hubspot.addAt(contact, "tasks", Map.of("hs_task_subject", SUBJECT,
                "hs_task_body", "<div><p>" + Html.of(text) + "</p></div>", "hs_task_status", "NOT_STARTED"));
    }

    @Override
    void open(String task) {
        hubspot.set("tasks", task, "hs_task_status", "NOT_STARTED");
    }

    @Override
    String state(String task) {
        return switch (hubspot.get("tasks", task, "hs_task_status")) {
            case "NOT_STARTED" -> "open";
            case "COMPLETED" -> "sent";
            default -> "given up";
        };
    }

    @Override
    void nextEntry(boolean busy) {
        hubspot.next("POST", "/communications/batch/upsert", busy
                ? new StandIn.Answer(502, "<html>Bad gateway</html>")
                : HubspotStandIn.error(400, "VALIDATION_ERROR", "Property values were not valid: [Hello]"));
    }

    @Override
    void nextMark() {
        hubspot.next("PATCH", "/tasks/", HubspotStandIn.error(400, "VALIDATION_ERROR", "DEFERRED was not one of"));
    }

    @Test
    void aContactThatTheSearchDoesNotFindYetIsNotMadeTwice() {
        hubspot.index();
        says("Hello");
        says("Are you there?");

        logged("Hello", "Are you there?");
        assertThat(contacts(customer())).isOne();
        hubspot.indexAtOnce();
    }

    @Test
    void anAddressThatAnotherContactHoldsIsWaitedFor() throws Exception {
        String mail = "ada.o'brien@example.com";
        hubspot.index();
        String ada = hubspot.add("contacts", Map.of("email", mail, "firstname", "Ada"));
        says(mail, "support@example.com", "Hello");

        await().until(() -> !hubspot.calls("POST", "/contacts/batch/upsert").isEmpty());
        hubspot.indexAtOnce();
        await().untilAsserted(() -> assertThat(hubspot.timeline("notes", "email", mail)).hasSize(1));
        assertThat(hubspot.contacts("email", mail)).containsExactly(ada);
        assertThat(hubspot.timeline("notes", "email", mail).get(0).get("hs_note_body"))
                .isEqualTo("<p><strong>E-mail from ada.o'brien@example.com</strong></p><p>Hello</p>");
    }

    @Test
    void aMessageByWhatsappStandsAtTheSamePhoneNumber() throws Exception {
        says("Hello");
        logged("Hello");
        says("whatsapp:" + customer(), "whatsapp:" + SHOP, "Hello again");

        logged("Hello", "Hello again");
        assertThat(hubspot.timeline("communications", "phone", customer()))
                .extracting(it -> it.get("hs_communication_channel_type")).containsExactly("SMS", "WHATS_APP");
    }

    @Test
    void aRateLimitIsWaitedForAsLongAsHubspotSays() {
        hubspot.next("POST", "/contacts/search", new StandIn.Answer(429, Map.of("Retry-After", "1"), Map.of(
                "status", "error", "message", "You have reached your secondly limit.",
                "errorType", "RATE_LIMIT", "policyName", "SECONDLY")));
        int before = hubspot.calls("POST", "/contacts/search").size();
        says("Hello");

        logged("Hello");
        List<StandIn.Call> calls = hubspot.calls("POST", "/contacts/search");
        assertThat(Duration.between(calls.get(before).at(), calls.get(before + 1).at()))
                .isBetween(ofSeconds(1), ofSeconds(5));
    }

    @Test
    void aBatchThatIsRefusedInPartIsKeptWithTheReason() throws Exception {
        hubspot.next("POST", "/communications/batch/upsert", new StandIn.Answer(207, Map.of(
                "status", "COMPLETE", "results", List.of(), "numErrors", 1, "errors", List.of(Map.of(
                        "status", "error", "category", "VALIDATION_ERROR", "message", "Not valid: Hello")))));
        says("Hello");
        says("Are you there?");

        logged("Are you there?");
        assertThat(dead().reason()).isEqualTo("HubSpot answered 207 (VALIDATION_ERROR).");
    }

    @Test
    void whatWasWrittenInPartIsCompletedWhenPlayedAgain() throws Exception {
        hubspot.next("PUT", "/associations/", HubspotStandIn.error(400, "VALIDATION_ERROR", "No such association"));
        says("Hello");

        Dead dead = dead();
        logged();
        queue(dead.body());
        logged("Hello");
        assertThat(hubspot.all("communications"))
                .filteredOn(it -> it.get("hs_communication_body").contains(customer())).hasSize(1);
    }

    @Test
    void aTokenThatHubspotDoesNotKnowIsTheReasonUntilItDoes() throws Exception {
        hubspot.accept("another");
        says("Hello");

        assertThat(dead().reason()).isEqualTo("HubSpot answered 401 (INVALID_AUTHENTICATION).");
        hubspot.accept(HubspotStandIn.TOKEN);
        says("Are you there?");
        logged("Are you there?");
    }

    @Test
    void aTaskThatTheSearchStillFindsIsNotSentAgain() {
        says("Hello");
        String task = task(contact(customer()), "Your parcel is on its way");
        hubspot.index();
        await().untilAsserted(() -> assertThat(state(task)).isEqualTo("sent"));
        int before = hubspot.calls("GET", "/tasks/" + task).size();

        await().until(() -> hubspot.calls("GET", "/tasks/" + task).size() > before + 1);
        received("Your parcel is on its way");
        hubspot.indexAtOnce();
    }

    @Test
    void aTaskOutlivesTroubleOnBothSides() {
        says("Hello");
        hubspot.next("PATCH", "/tasks/", HubspotStandIn.error(500, "INTERNAL_ERROR", "internal error"));
        hubspot.next("GET", "/contacts/", HubspotStandIn.error(429, "RATE_LIMITS", "You have reached your limit."));
        String task = task(contact(customer()), "Your parcel is on its way");

        await().untilAsserted(() -> assertThat(state(task)).isEqualTo("sent"));
        received("Your parcel is on its way");
    }

    @Test
    void anAnswerThatIsNoJsonIsARefusalThatRepeatsNothing() throws Exception {
        hubspot.next("POST", "/contacts/search", new StandIn.Answer(404, "Hello " + customer()));
        says("Hello");

        assertThat(dead().reason()).isEqualTo("HubSpot answered 404, and not in JSON.");
    }

    @Test
    void aTaskThatIsRefusedLetsTheNextOnePass() {
        twoTasksAndFirstAnswer(HubspotStandIn.error(404, "OBJECT_NOT_FOUND", "Object not found."));

        received("Second", "First");
    }

    @Test
    void troubleDoesNotChangeTheOrderOfTasks() {
        twoTasksAndFirstAnswer(HubspotStandIn.error(429, "RATE_LIMITS", "You have reached your limit."));

        received("First", "Second");
    }

    @Test
    void aTaskThatSaysNothingIsGivenUp() throws Exception {
        says("Hello");
        hubspot.addAt(contact(customer()), "tasks", Map.of("hs_task_subject", SUBJECT, "hs_task_status", "NOT_STARTED"));

        assertThat(dead().reason()).endsWith("says nothing.");
    }

    private void twoTasksAndFirstAnswer(StandIn.Answer answer) {
        says("Hello");
        logged("Hello");
        hubspot.index();
        task(contact(customer()), "First");
        task(contact(customer()), "Second");
        hubspot.next("GET", "/tasks/", answer);
        hubspot.indexAtOnce();
    }
}
