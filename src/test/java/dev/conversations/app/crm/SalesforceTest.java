// SPDX-License-Identifier: Apache-2.0
package dev.conversations.app.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceTest extends CrmContract {
    private final SalesforceStandIn salesforce = new SalesforceStandIn();

    SalesforceTest() {
        super("salesforce");
    }

    @Override
    StandIn vendor() {
        return salesforce;
    }

    @Override
    Map<String, String> environment() {
        return Map.of("SALESFORCE_ENABLED", "true", "SALESFORCE_LOGIN_URL", salesforce.base().toString(),
                "SALESFORCE_CLIENT_ID", SalesforceStandIn.CLIENT, "SALESFORCE_CLIENT_SECRET", SalesforceStandIn.SECRET);
    }

    @Override
    int contacts(String address) {
        return salesforce.contacts("MobilePhone", address).size();
    }

    @Override
    List<String> timeline(String address) {
        return salesforce.tasks("MobilePhone", address).stream()
                .filter(task -> !task.get("Subject").equals(SUBJECT))
                .map(task -> task.get("Subject") + "\n" + task.get("Description")).toList();
    }

    @Override
    String contact(String address) {
        if (address == null) {
            return salesforce.add("Contact", Map.of("LastName", "Nobody"));
        }
        return salesforce.contacts("MobilePhone", address).stream().findFirst()
                .orElseGet(() -> salesforce.add("Contact", Map.of("LastName", "Somebody", "MobilePhone", address)));
    }

    @Override
    String task(String contact, String text) {
        return salesforce.add("Task", Map.of("Subject", SUBJECT, "Description", text,
                "Status", "Not Started", "WhoId", contact));
    }

    @Override
    void open(String task) {
        salesforce.set("Task", task, "Status", "Not Started");
    }

    @Override
    String state(String task) {
        return switch ((String) salesforce.get("Task", task, "Status")) {
            case "Not Started" -> "open";
            case "Completed" -> "sent";
            default -> "given up";
        };
    }

    @Override
    void nextEntry(boolean busy) {
        salesforce.next("PATCH", "/sobjects/Task/", busy
                ? SalesforceStandIn.error(503, "SERVER_UNAVAILABLE", "Server is busy")
                : SalesforceStandIn.error(400, "STRING_TOO_LONG", "Comments: data value too large: Hello"));
    }

    @Override
    void nextMark() {
        salesforce.next("PATCH", "/sobjects/Task/", SalesforceStandIn.error(
                400, "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", "Status: bad value for restricted picklist field"));
    }

    /** Who logs and who looks for tasks may notice it at the same time. */
    @Test
    void aSessionThatEndedIsBegunAnewOnce() {
        says("Hello");
        logged("Hello");
        int before = salesforce.sessions();
        salesforce.expire();
        says("Are you there?");
        logged("Hello", "Are you there?");
        int after = salesforce.sessions();
        says("It is me again");

        logged("Hello", "Are you there?", "It is me again");
        assertThat(after).isBetween(before + 1, before + 2);
        assertThat(salesforce.sessions()).isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void aLoginThatFailsIsTriedAgain(int times) {
        says("Hello");
        logged("Hello");
        for (int i = 0; i < times; i++) {
            salesforce.next("POST", "/oauth2/token",
                    new StandIn.Answer(400, Map.of("error", "invalid_grant", "error_description", "retry your request")));
        }
        salesforce.expire();
        says("Are you there?");

        logged("Hello", "Are you there?");
    }

    @Test
    void aLimitOfRequestsIsWaitedFor() {
        salesforce.next("PATCH", "/sobjects/Contact/",
                SalesforceStandIn.error(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded."));
        says("Hello");

        logged("Hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"duplicateResut", "duplicateResult"})
    void aContactThatSalesforceTakesForTheSameIsTaken(String name) {
        salesforce.duplicatesCalled(name);
        String formatted = "555/123/" + customer().substring(8);
        String contact = salesforce.add("Contact", Map.of("LastName", "Lovelace", "MobilePhone", formatted));
        says("Hello");

        await().untilAsserted(() -> assertThat(salesforce.tasks("MobilePhone", formatted)).singleElement()
                .satisfies(it -> assertThat(it).containsEntry("WhoId", contact).containsEntry("Description", "Hello")));
        assertThat(contacts(customer())).isZero();
    }

    @Test
    void aDuplicateThatSalesforceDoesNotNameIsKeptWithTheReason() throws Exception {
        salesforce.duplicatesCalled("somethingElse");
        String formatted = "555/123/" + customer().substring(8);
        salesforce.add("Contact", Map.of("LastName", "Lovelace", "MobilePhone", formatted));
        says("Hello");

        assertThat(dead().reason()).contains("DUPLICATES_DETECTED");
    }

    @Test
    void anAddressCannotChangeTheQuery() throws Exception {
        String mail = "ada.o'brien\\@example.com";
        String ada = salesforce.add("Contact", Map.of("LastName", "Lovelace", "Email", mail));
        says(mail, "support@example.com", "Hello");

        await().untilAsserted(() -> assertThat(salesforce.tasks("Email", mail)).singleElement()
                .satisfies(task -> assertThat(task).containsEntry("Subject", "E-mail from " + mail)));
        assertThat(salesforce.contacts("Email", mail)).containsExactly(ada);
    }

    @Test
    void aKeyThatIsNotUniqueIsTheReason() throws Exception {
        salesforce.next("PATCH", "/sobjects/Task/", new StandIn.Answer(300, List.of(
                "/services/data/v56.0/sobjects/Task/00T1", "/services/data/v56.0/sobjects/Task/00T2")));
        says("Hello");

        assertThat(dead().reason())
                .isEqualTo("Salesforce answered 300, since several objects have the key; its field has to be unique.");
    }

    @Test
    void anAddressMayBeLongAndStrange() throws Exception {
        String mail = "a/b?c=%41&d#" + "e".repeat(80) + "@example.com";
        says(mail, "support@example.com", "Hello");
        says(mail, "support2@example.com", "Hello again");

        await().untilAsserted(() -> assertThat(salesforce.tasks("Twilio_Address__c", mail)).hasSize(2));
        assertThat(salesforce.contacts("Twilio_Address__c", mail)).hasSize(1);
    }

    @Test
    void aTaskThatSomebodyFinishedMeanwhileIsNotSent() {
        says("Hello");
        logged("Hello");
        String task = salesforce.add("Task", Map.of("Subject", SUBJECT, "Description", "Too late", "Status", "Completed",
                "WhoId", contact(customer())));
        int before = salesforce.calls("GET", "/query").size();
        salesforce.next("GET", "/query", new StandIn.Answer(200,
                Map.of("totalSize", 1, "done", true, "records", List.of(Map.of("Id", task)))));
        await().until(() -> salesforce.calls("GET", "/query").size() > before + 3);

        task(contact(customer()), "In time");
        received("In time");
    }
}
